import { mediaTypeOf } from '../../../shared/attachments/attachments.ts';
import { pixelsOf } from '../../../shared/attachments/image-pixels.ts';
import type { PromptFile } from '../prompt-parts.ts';
import { invalid, invalidForModel } from '../refusal.ts';

/** The first bytes of each format of images, in hex. */
const SIGNS: readonly (readonly [format: string, sign: RegExp])[] = [
	['png', /^89504e470d0a1a0a/],
	['jpeg', /^ffd8ff/],
	['gif', /^474946383[79]61/],
	['webp', /^52494646.{8}57454250/],
];

/** Anthropic's limit for the base64 of an image; 3.75 MB of bytes, as AWS documents it. */
const MOST_BASE64 = 5_242_880;

/** Converse's documented limits (API reference: Message). */
const MOST_IMAGES = 20;
const MOST_DOCUMENTS = 5;
const MOST_DOCUMENT_BYTES = 4.5 * 1024 * 1024;
const MOST_PIXELS = 8000;
const TEXT_FORMATS = new Set(['csv', 'html', 'md', 'txt']);

/** A file of a request as it came: base64, or a place in S3. */
export interface GivenFile {
	readonly kind: PromptFile['kind'];
	readonly format: string;
	readonly name: string | null;
	/** base64; null: it lies in S3. */
	readonly data: string | null;
	/** The text of a document that is given as text. */
	readonly text?: string | null;
	readonly cited?: boolean;
	/** Where it stands, as Anthropic names it: `messages.0.content.1`. */
	readonly where: string;
}

/** Reads a file, and refuses an image that is none, is another than it says, or is too large. */
export function readFile(given: GivenFile): PromptFile {
	const { kind, format, name, data, cited = false } = given;
	const bytes = data === null ? null : Buffer.from(data, 'base64');
	const pixels = kind === 'image' && bytes !== null ? checkImage(given, bytes) : null;
	const text = given.text ?? (bytes !== null && TEXT_FORMATS.has(format) ? bytes.toString('utf8') : null);
	return {
		type: 'file',
		kind,
		format,
		name,
		bytes: bytes?.length ?? (given.text === undefined ? null : Buffer.byteLength(given.text ?? '')),
		pixels,
		text: kind === 'document' ? text : null,
		cited,
	};
}

/** Anthropic's words (public threads that quote them); that other makers' models use the same is a guess. */
function checkImage({ format, data, where }: GivenFile, bytes: Uint8Array): PromptFile['pixels'] {
	const place = `${where}.image.source.base64`;
	const head = Buffer.from(bytes.subarray(0, 16)).toString('hex');
	const found = SIGNS.find(([, sign]) => sign.test(head))?.[0];
	if (found === undefined) throw invalidForModel('Could not process image');
	if (found !== format) {
		throw invalidForModel(
			`${place}: The image was specified using the ${mediaTypeOf(format)} media type, but the image appears to be a ${mediaTypeOf(found)} image`,
		);
	}
	const size = data?.length ?? 0;
	if (size > MOST_BASE64) {
		throw invalidForModel(`${place}: image exceeds 5 MB maximum: ${size} bytes > ${MOST_BASE64} bytes`);
	}
	const pixels = pixelsOf(format, bytes);
	if (pixels !== null && Math.max(pixels.width, pixels.height) > MOST_PIXELS) {
		throw invalidForModel(
			`${place}.data: At least one of the image dimensions exceed max allowed size: ${MOST_PIXELS} pixels`,
		);
	}
	return pixels;
}

/** A document's name as Converse takes it: underscores, too, though its words don't name them (public measurements, 2026). */
const DOCUMENT_NAME = /^(?!.* {2})[a-zA-Z0-9_ ()[\]-]+$/;

/**
 * Converse's rules for the files of a whole request. The words about names, doubles, counts of documents and the missing
 * text are AWS's; those about sizes and the count of images are not verified.
 */
export function checkFiles(files: readonly PromptFile[]): void {
	const documents = files.filter(({ kind }) => kind === 'document');
	for (const { name } of documents) {
		if (name !== null && !DOCUMENT_NAME.test(name)) {
			throw invalid(
				"The document file name can only contain alphanumeric characters, whitespace characters, hyphens, parentheses, and square brackets. The name can't contain more than one consecutive whitespace character. Check that the file name conforms to these restrictions and retry your request.",
			);
		}
	}
	if (documents.length > MOST_DOCUMENTS) {
		throw invalid(
			`You can't include more than ${MOST_DOCUMENTS} documents in a request. Remove some documents and retry your request.`,
		);
	}
	if (new Set(documents.map(({ name }) => name)).size < documents.length) {
		throw invalid("Messages can't contain duplicate document names. Rename the document and retry your request.");
	}
	if (documents.some(({ bytes }) => (bytes ?? 0) > MOST_DOCUMENT_BYTES)) {
		throw invalid('The document exceeds the maximum document size of 4.5 MB. Reduce its size and retry your request.');
	}
	if (files.filter(({ kind }) => kind === 'image').length > MOST_IMAGES) {
		throw invalid(
			`You can't include more than ${MOST_IMAGES} images in a request. Remove some images and retry your request.`,
		);
	}
}
