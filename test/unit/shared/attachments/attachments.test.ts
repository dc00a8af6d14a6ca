import { expect, test } from 'vitest';
import type { MeasuredFile } from '../../../../src/shared/attachments/attachments.ts';
import {
	attachmentFormats,
	attachmentLimits,
	endingOf,
	formatOfName,
	limitBroken,
	MAX_ATTACHED_BYTES,
	mediaTypeOf,
} from '../../../../src/shared/attachments/attachments.ts';

const file = (kind: MeasuredFile['kind'], size = 1, width = 1, height = 1): MeasuredFile => ({
	kind,
	size,
	pixels: { width, height },
});
const many = (count: number, one: MeasuredFile) => Array.from({ length: count }, () => one);

test('formats are those that Converse names, each with its kind', () => {
	const named = (kind: string) => attachmentFormats.filter((one) => one.kind === kind).map(({ format }) => format);
	expect(named('image')).toEqual(['png', 'jpeg', 'gif', 'webp']);
	expect(named('document')).toEqual(['pdf', 'csv', 'doc', 'docx', 'xls', 'xlsx', 'html', 'txt', 'md']);
	expect(named('video')).toEqual(['mkv', 'mov', 'mp4', 'webm', 'flv', 'mpeg', 'mpg', 'wmv', 'three_gp']);
	expect(mediaTypeOf('md')).toBe('text/markdown');
	expect(mediaTypeOf('none')).toBe('application/octet-stream');
});

test('a name tells its format by its last ending, in whatever case', () => {
	expect(formatOfName('写真.tar.JPG')?.format).toBe('jpeg');
	expect(formatOfName('clip.3gp')?.format).toBe('three_gp');
	expect(formatOfName('a.png.exe')).toBeNull();
	expect(endingOf('no ending')).toBe('');
	expect(endingOf('.png/x')).toBe('');
});

test('limits hold to the byte, the pixel and the number', () => {
	const { imageBytes, imagePixels, documentBytes } = attachmentLimits;
	expect(limitBroken(file('image', imageBytes, imagePixels, imagePixels), [])).toBeNull();
	expect(limitBroken(file('image', imageBytes + 1), [])).toBe('image-bytes');
	expect(limitBroken(file('image', 1, imagePixels + 1, 1), [])).toBe('image-pixels');
	expect(limitBroken(file('image', 1, 1, imagePixels + 1), [])).toBe('image-pixels');
	expect(limitBroken({ kind: 'image', size: 1, pixels: null }, many(19, file('image')))).toBeNull();
	expect(limitBroken(file('image'), many(20, file('image')))).toBe('image-count');
	expect(limitBroken(file('document', documentBytes), many(4, file('document')))).toBeNull();
	expect(limitBroken(file('document', documentBytes + 1), [])).toBe('document-bytes');
	expect(limitBroken(file('document'), many(5, file('document')))).toBe('document-count');
	expect(limitBroken(file('document'), many(20, file('image')))).toBeNull();
});

test('all files of a message together have a limit', () => {
	expect(limitBroken(file('video', MAX_ATTACHED_BYTES), [])).toBeNull();
	expect(limitBroken(file('video', MAX_ATTACHED_BYTES), [file('image')])).toBe('total-bytes');
	expect(limitBroken(file('video'), many(99, file('video')))).toBeNull();
	expect(limitBroken(file('video'), many(100, file('video')))).toBe('total-count');
});
