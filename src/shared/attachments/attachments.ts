import type { AttachmentKind } from '../model/content.ts';

/** A format that Converse has a name for (API reference: ImageBlock, DocumentBlock, VideoBlock, AudioBlock). */
export interface AttachmentFormat {
	readonly kind: AttachmentKind;
	/** As Converse names it. */
	readonly format: string;
	readonly mediaType: string;
	/** Endings of file names in lower case, the usual one first. */
	readonly endings: readonly string[];
}

const OFFICE = 'application/vnd.openxmlformats-officedocument';

/** Every format that can be attached, in the order in which they are named. */
export const attachmentFormats: readonly AttachmentFormat[] = [
	{ kind: 'image', format: 'png', mediaType: 'image/png', endings: ['png'] },
	{ kind: 'image', format: 'jpeg', mediaType: 'image/jpeg', endings: ['jpg', 'jpeg', 'jpe', 'jfif'] },
	{ kind: 'image', format: 'gif', mediaType: 'image/gif', endings: ['gif'] },
	{ kind: 'image', format: 'webp', mediaType: 'image/webp', endings: ['webp'] },
	{ kind: 'document', format: 'pdf', mediaType: 'application/pdf', endings: ['pdf'] },
	{ kind: 'document', format: 'csv', mediaType: 'text/csv', endings: ['csv'] },
	{ kind: 'document', format: 'doc', mediaType: 'application/msword', endings: ['doc'] },
	{ kind: 'document', format: 'docx', mediaType: `${OFFICE}.wordprocessingml.document`, endings: ['docx'] },
	{ kind: 'document', format: 'xls', mediaType: 'application/vnd.ms-excel', endings: ['xls'] },
	{ kind: 'document', format: 'xlsx', mediaType: `${OFFICE}.spreadsheetml.sheet`, endings: ['xlsx'] },
	{ kind: 'document', format: 'html', mediaType: 'text/html', endings: ['html', 'htm'] },
	{ kind: 'document', format: 'txt', mediaType: 'text/plain', endings: ['txt', 'text'] },
	{ kind: 'document', format: 'md', mediaType: 'text/markdown', endings: ['md', 'markdown'] },
	{ kind: 'video', format: 'mkv', mediaType: 'video/x-matroska', endings: ['mkv'] },
	{ kind: 'video', format: 'mov', mediaType: 'video/quicktime', endings: ['mov'] },
	{ kind: 'video', format: 'mp4', mediaType: 'video/mp4', endings: ['mp4', 'm4v'] },
	{ kind: 'video', format: 'webm', mediaType: 'video/webm', endings: ['webm'] },
	{ kind: 'video', format: 'flv', mediaType: 'video/x-flv', endings: ['flv'] },
	{ kind: 'video', format: 'mpeg', mediaType: 'video/mpeg', endings: ['mpeg'] },
	{ kind: 'video', format: 'mpg', mediaType: 'video/mpeg', endings: ['mpg'] },
	{ kind: 'video', format: 'wmv', mediaType: 'video/x-ms-wmv', endings: ['wmv'] },
	{ kind: 'video', format: 'three_gp', mediaType: 'video/3gpp', endings: ['3gp', '3gpp'] },
	// What can be video, too (mp4, mkv, webm, mpeg), is taken for that; `pcm` has nothing by which it could be told.
	{ kind: 'audio', format: 'mp3', mediaType: 'audio/mpeg', endings: ['mp3', 'mpga'] },
	{ kind: 'audio', format: 'wav', mediaType: 'audio/wav', endings: ['wav'] },
	{ kind: 'audio', format: 'flac', mediaType: 'audio/flac', endings: ['flac'] },
	{ kind: 'audio', format: 'ogg', mediaType: 'audio/ogg', endings: ['ogg', 'oga'] },
	{ kind: 'audio', format: 'opus', mediaType: 'audio/ogg', endings: ['opus'] },
	{ kind: 'audio', format: 'aac', mediaType: 'audio/aac', endings: ['aac'] },
	{ kind: 'audio', format: 'm4a', mediaType: 'audio/mp4', endings: ['m4a'] },
	{ kind: 'audio', format: 'mka', mediaType: 'audio/x-matroska', endings: ['mka'] },
];

/** The media type of a format; that of any bytes for one that is not known. */
export function mediaTypeOf(format: string): string {
	return attachmentFormats.find((one) => one.format === format)?.mediaType ?? 'application/octet-stream';
}

/** The format that a file's name says; null where its ending is none of them. */
export function formatOfName(name: string): AttachmentFormat | null {
	const ending = endingOf(name);
	return attachmentFormats.find(({ endings }) => endings.includes(ending)) ?? null;
}

/** A file name's ending in lower case, without the dot; empty where it has none. */
export function endingOf(name: string): string {
	return /\.([^.\s/\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
}

/**
 * What AWS documents for one request (API reference, Message; bedrock-facts.md, 3.1). Its megabytes are taken as
 * 2²⁰ bytes, which is what 5 MiB of base64 hold; one that is between the two readings is the service's to refuse.
 */
export const attachmentLimits = {
	images: 20,
	imageBytes: 3.75 * 1024 * 1024,
	/** Of each side of an image. */
	imagePixels: 8000,
	documents: 5,
	documentBytes: 4.5 * 1024 * 1024,
	/** The body of InvokeModel (`body`, maximum length); for Converse no such figure is documented. */
	requestBytes: 25_000_000,
} as const;

/** So much the files of one message may be together, bytes: what a body of the largest size holds at the very most. */
export const MAX_ATTACHED_BYTES = 25_000_000;

/** So many files the window may send with one message; what AWS takes is far less. */
export const MAX_ATTACHMENTS = 100;

/** What can go with a message beside its words. */
export type AlongKind = AttachmentKind | 'search-result';

/** What the limits count of a file. */
export interface MeasuredFile {
	readonly kind: AlongKind;
	/** Bytes. */
	readonly size: number;
	/** Pixels of an image, where its header tells them. */
	readonly pixels: Pixels | null;
}

export interface Pixels {
	readonly width: number;
	readonly height: number;
}

/** A limit that a file would break. */
export type LimitBroken =
	| 'image-bytes'
	| 'image-pixels'
	| 'image-count'
	| 'document-bytes'
	| 'document-count'
	| 'total-bytes'
	| 'total-count';

/** The limit that a file breaks, by itself or with those that are attached already; null: none. */
export function limitBroken(file: MeasuredFile, attached: readonly MeasuredFile[]): LimitBroken | null {
	const { images, imageBytes, imagePixels, documents, documentBytes } = attachmentLimits;
	const { kind, size, pixels } = file;
	const alike = attached.filter((one) => one.kind === kind).length;
	if (kind === 'image') {
		if (size > imageBytes) return 'image-bytes';
		if (pixels !== null && Math.max(pixels.width, pixels.height) > imagePixels) return 'image-pixels';
		if (alike >= images) return 'image-count';
	}
	if (kind === 'document') {
		if (size > documentBytes) return 'document-bytes';
		if (alike >= documents) return 'document-count';
	}
	if (attached.length >= MAX_ATTACHMENTS) return 'total-count';
	const total = attached.reduce((sum, one) => sum + one.size, size);
	return total > MAX_ATTACHED_BYTES ? 'total-bytes' : null;
}
