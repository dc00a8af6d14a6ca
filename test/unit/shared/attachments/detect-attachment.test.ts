import { describe, expect, test } from 'vitest';
import { detectAttachment } from '../../../../src/shared/attachments/detect-attachment.ts';

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const big = (...values: readonly number[]) =>
	values.map((value) => String.fromCharCode(value >> 8, value & 255)).join('');

const png = `\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0${big(640)}\0\0${big(480)}\x08\x06`;
const jpegHead = `\xff\xd8\xff\xe0${big(16)}JFIF\0\x01\x01\0\0\x01\0\x01\0\0`;
const jpeg = `${jpegHead}\xff\xff\xc4${big(4)}\0\0\xff\xc2${big(17)}\x08${big(3000, 9000)}`;
const gif = 'GIF89a\x20\x03\x58\x02';
const webp = (form: string) => `RIFF\0\0\0\0WEBP${form}`;
const ole = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';

describe('what a file is', () => {
	test.each([
		['a.png', png, 'image', 'png', { width: 640, height: 480 }],
		['a.jpg', jpeg, 'image', 'jpeg', { width: 9000, height: 3000 }],
		['a.jpeg', jpegHead, 'image', 'jpeg', null],
		['a.gif', gif, 'image', 'gif', { width: 800, height: 600 }],
		['a.webp', webp('VP8X\0\0\0\0\0\0\0\0\x1f\x03\0\x57\x02\0'), 'image', 'webp', { width: 800, height: 600 }],
		['a.webp', webp('VP8 \0\0\0\0\0\0\0\x9d\x01\x2a\x20\x03\x58\x02'), 'image', 'webp', { width: 800, height: 600 }],
		['a.webp', webp('VP8L\0\0\0\0\x2f\x1f\xc3\x95\0'), 'image', 'webp', { width: 800, height: 600 }],
		['a.webp', webp('VP'), 'image', 'webp', null],
		['報告書.PDF', '%PDF-1.7\n', 'document', 'pdf', null],
		['a.docx', 'PK\x03\x04', 'document', 'docx', null],
		['a.xlsx', 'PK\x03\x04', 'document', 'xlsx', null],
		['a.doc', ole, 'document', 'doc', null],
		['a.xls', ole, 'document', 'xls', null],
		['a.csv', 'a,b\r\n1,2', 'document', 'csv', null],
		['a.htm', '<p>', 'document', 'html', null],
		['a.markdown', '# A', 'document', 'md', null],
		['a.txt', '\x1b[31mred\x1b[0m\t\x8a\xbf', 'document', 'txt', null],
		['a.csv', '\xff\xfea\0,\0', 'document', 'csv', null],
		['a.mp4', '\0\0\0\x20ftypisom', 'video', 'mp4', null],
		['a.mov', '\0\0\0\x20ftypqt  ', 'video', 'mov', null],
		['a.3gp', '\0\0\0\x20ftyp3gp5', 'video', 'three_gp', null],
		['a.webm', '\x1aE\xdf\xa3\x9f\x42\x82\x84webm', 'video', 'webm', null],
		['a.mkv', '\x1aE\xdf\xa3\x9f\x42\x82\x88matroska', 'video', 'mkv', null],
		['a.flv', 'FLV\x01\x05', 'video', 'flv', null],
		['a.wmv', '0&\xb2u\x8ef\xcf\x11', 'video', 'wmv', null],
		['a.mpg', '\0\0\x01\xba', 'video', 'mpg', null],
		['a.mpeg', '\0\0\x01\xb3', 'video', 'mpeg', null],
		['a.mp3', 'ID3\x03\0', 'audio', 'mp3', null],
		['a.mpga', '\xff\xfb\x90\x64', 'audio', 'mp3', null],
		['a.mp3', '\xff\xf3\x40\xc4', 'audio', 'mp3', null],
		['a.wav', 'RIFF\0\0\0\0WAVEfmt ', 'audio', 'wav', null],
		['a.flac', 'fLaC\0\0\0\x22', 'audio', 'flac', null],
		['a.ogg', 'OggS\0\x02....vorbis', 'audio', 'ogg', null],
		['a.ogg', 'OggS\0\x02....OpusHead', 'audio', 'ogg', null],
		['a.opus', 'OggS\0\x02....OpusHead', 'audio', 'opus', null],
		['a.aac', '\xff\xf1\x50\x80', 'audio', 'aac', null],
		['a.m4a', '\0\0\0\x20ftypM4A ', 'audio', 'm4a', null],
		['a.mka', '\x1aE\xdf\xa3\x9f\x42\x82\x88matroska', 'audio', 'mka', null],
	])('%s is what it says', (name, content, kind, format, pixels) => {
		expect(detectAttachment(name, bytes(content))).toEqual({ kind, format, pixels, renamed: false });
	});

	test.each([
		['a.png', jpegHead, 'image', 'jpeg'],
		['picture', gif, 'image', 'gif'],
		['a.txt', '%PDF-1.4', 'document', 'pdf'],
		['a.zip', 'PK\x03\x04....xl/workbook.xml', 'document', 'xlsx'],
		['a', 'PK\x03\x04....word/document.xml', 'document', 'docx'],
		['a.json', '{}', 'document', 'txt'],
		['Makefile', 'all:\n', 'document', 'txt'],
		['a.mp4', '\0\0\0\x20ftypqt  ', 'video', 'mov'],
	])('%s is sent as what its bytes are, and that is said', (name, content, kind, format) => {
		expect(detectAttachment(name, bytes(content))).toMatchObject({ kind, format, renamed: true });
	});

	test.each([
		['a.txt', '', 'empty'],
		['a.svg', '<svg/>', 'picture'],
		['a.heic', '\0\0\0\x18ftypheic', 'picture'],
		['a.bmp', 'BM\0\0', 'picture'],
		['a.png', 'not a picture', 'unlike-name'],
		['a.docx', 'plain', 'unlike-name'],
		['a.csv', 'a\0b', 'unlike-name'],
		['a.avi', 'RIFF\0\0\0\0AVI ', 'unknown'],
		['a.wav', 'RIFF\0\0\0\0AVI ', 'unlike-name'],
		['a.zip', 'PK\x03\x04readme', 'unknown'],
		['a.msi', ole, 'unknown'],
	])('%s can’t be attached, and why', (name, content, why) => {
		expect(detectAttachment(name, bytes(content))).toBe(why);
	});
});
