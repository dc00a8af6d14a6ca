import type { AttachmentFormat, Pixels } from './attachments.ts';
import { attachmentFormats, endingOf, formatOfName } from './attachments.ts';
import { pixelsOf } from './image-pixels.ts';

/** What a file is, told by its bytes, and by its name where bytes don't tell. */
export interface DetectedFile extends Pick<AttachmentFormat, 'kind' | 'format'> {
	/** Of an image, as its header says; null where it does not, and for all else. */
	readonly pixels: Pixels | null;
	/** True where the name says something else than what it is sent as: a `.png` that is a JPEG, a `.json` as text. */
	readonly renamed: boolean;
}

/**
 * Why a file can't be attached. `empty`: it has no bytes; `picture`: an image of a format that Bedrock has no name for;
 * `unlike-name`: its bytes are not what its name says; `unknown`: neither is one of the formats.
 */
export type UnknownFile = 'empty' | 'picture' | 'unlike-name' | 'unknown';

const OTHER_PICTURES = ['svg', 'bmp', 'tif', 'tiff', 'heic', 'heif', 'avif', 'ico', 'psd'];
const TEXTS = ['csv', 'html', 'txt', 'md'];
/** So much is looked at to tell a text from other bytes. */
const TEXT_LOOK = 65_536;

/** Tab, line feed, form feed, carriage return, and the escape of terminals' colours. */
const CONTROLS_OF_TEXTS: ReadonlySet<number> = new Set([9, 10, 12, 13, 27]);

/** Tells what a file is. */
export function detectAttachment(name: string, bytes: Uint8Array): DetectedFile | UnknownFile {
	if (bytes.byteLength === 0) return 'empty';
	const named = formatOfName(name);
	const seen = formatOfBytes(bytes, named?.format ?? null);
	if (seen !== null) return found(seen, named, bytes);
	if (OTHER_PICTURES.includes(endingOf(name))) return 'picture';
	if (named !== null && !TEXTS.includes(named.format)) return 'unlike-name';
	// Sources, settings, logs: to a model they are text.
	if (isText(bytes)) return found(named?.format ?? 'txt', named, bytes);
	return named === null ? 'unknown' : 'unlike-name';
}

function found(format: string, named: AttachmentFormat | null, bytes: Uint8Array): DetectedFile | UnknownFile {
	const known = attachmentFormats.find((one) => one.format === format);
	if (known === undefined) return 'unknown';
	const { kind } = known;
	const renamed = named?.format !== format;
	return { kind, format, renamed, pixels: kind === 'image' ? pixelsOf(format, bytes) : null };
}

/** The format whose first bytes these are. Where several begin alike, the name decides between them. */
function formatOfBytes(bytes: Uint8Array, named: string | null): string | null {
	const head = latin(bytes, 0, 64);
	const among = (...formats: readonly string[]) => (named !== null && formats.includes(named) ? named : null);
	if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
	if (head.startsWith('\xff\xd8\xff')) return 'jpeg';
	if (/^GIF8[79]a/.test(head)) return 'gif';
	if (head.startsWith('RIFF')) return { WEBP: 'webp', WAVE: 'wav' }[head.slice(8, 12)] ?? null;
	if (head.startsWith('fLaC')) return 'flac';
	if (head.startsWith('OggS')) return head.includes('OpusHead') ? (among('ogg') ?? 'opus') : 'ogg';
	// Frames of MPEG audio begin with eleven set bits; layer 3 is MP3, layer 0 AAC's ADTS.
	if (head.startsWith('ID3') || /^\xff[\xe2\xe3\xf2\xf3\xfa\xfb]/.test(head)) return 'mp3';
	if (/^\xff[\xf0\xf1\xf8\xf9]/.test(head)) return 'aac';
	// Readers find a PDF's head anywhere in its first kilobyte (ISO 32000-1, annex H, note 13).
	if (latin(bytes, 0, 1024).includes('%PDF-')) return 'pdf';
	if (head.startsWith('PK\x03\x04')) return among('docx', 'xlsx') ?? officeFormat(bytes);
	if (head.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return among('doc', 'xls');
	if (head.startsWith('\x1aE\xdf\xa3')) return head.includes('webm') ? 'webm' : (among('mka') ?? 'mkv');
	if (head.startsWith('FLV\x01')) return 'flv';
	if (head.startsWith('0&\xb2u\x8ef\xcf\x11')) return 'wmv';
	if (['\0\0\x01\xba', '\0\0\x01\xb3'].includes(head.slice(0, 4))) return among('mpg', 'mpeg') ?? 'mpeg';
	if (head.slice(4, 8) === 'ftyp') return formatOfBrand(head.slice(8, 12));
	return null;
}

/** ISO base media files say by their brand what they are. Pictures are among them. */
function formatOfBrand(brand: string): string | null {
	if (brand === 'qt  ') return 'mov';
	if (brand === 'M4A ') return 'm4a';
	if (brand.startsWith('3g')) return 'three_gp';
	return /^(avi[fs]|hei[cfmsx]|hev[cx]|mi[ac]f|mif1|msf1)/.test(brand) ? null : 'mp4';
}

/** A document whose name does not tell: the names of the parts stand in its archive as they are. */
function officeFormat(bytes: Uint8Array): string | null {
	const names = latin(bytes, 0, TEXT_LOOK) + latin(bytes, Math.max(0, bytes.length - TEXT_LOOK), bytes.length);
	if (names.includes('word/')) return 'docx';
	return names.includes('xl/') ? 'xlsx' : null;
}

/** Whether bytes are a text, of whatever encoding: UTF-16 by its mark, or nothing in it that no text has. */
function isText(bytes: Uint8Array): boolean {
	if (['\xff\xfe', '\xfe\xff'].includes(latin(bytes, 0, 2))) return true;
	return !bytes.subarray(0, TEXT_LOOK).some((byte) => byte < 0x20 && !CONTROLS_OF_TEXTS.has(byte));
}

function latin(bytes: Uint8Array, from: number, to: number): string {
	let text = '';
	for (const byte of bytes.subarray(from, to)) text += String.fromCharCode(byte);
	return text;
}
