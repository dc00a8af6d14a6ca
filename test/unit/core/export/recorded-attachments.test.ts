import { expect, test } from 'vitest';
import { attachmentsOf, foundAttachments, notInBodies } from '../../../../src/main/core/export/recorded-attachments.ts';
import type { AttachmentBlock } from '../../../../src/shared/model/content.ts';
import { sampleQuestion, sampleTurn } from '../../../helpers/samples.ts';
import { sha256 } from '../storage/samples.ts';

const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0xff]);
const pdf = new TextEncoder().encode('%PDF-1.7');

function block(bytes: Uint8Array, name: string): AttachmentBlock {
	return { type: 'attachment', kind: 'image', format: 'png', name, size: bytes.byteLength, sha256: sha256(bytes) };
}

/** A turn that asked with files, and what was sent for it; null: it was forgotten. */
function asked(files: readonly AttachmentBlock[], ...requests: readonly (object | null)[]) {
	const turn = sampleTurn({ question: sampleQuestion({ content: [...files] }), state: 'failed' });
	const attempts = requests.map((request) => ({
		request: request === null ? null : new TextEncoder().encode(JSON.stringify(request)),
	}));
	return { turn, exchanges: [{ attempts }] };
}

const inBase64 = (bytes: Uint8Array) => ({ 画像: Buffer.from(bytes).toString('base64') });
const kept = new Map([
	[sha256(png), png],
	[sha256(pdf), pdf],
]);

test('the files of questions are named once, however often they were asked with', () => {
	const again = block(png, 'again.png');
	const turns = [asked([block(png, 'a.png'), block(pdf, 'b.pdf')]).turn, asked([again]).turn];
	expect(attachmentsOf(turns)).toEqual([again, block(pdf, 'b.pdf')]);
});

test('a file is written by itself where no request has it: of a request that was forgotten, too', () => {
	const files = [block(png, 'a.png'), block(pdf, 'b.pdf')];
	const names = (...requests: (object | null)[]) => [...notInBodies([asked(files, ...requests)], kept).keys()];
	expect(names(null)).toEqual([sha256(png), sha256(pdf)]);
	expect(names({}, inBase64(pdf))).toEqual([sha256(png)]);
	expect(names(inBase64(png), inBase64(pdf))).toEqual([]);
});

test('files are found again by themselves or in the requests, by their hash', () => {
	const files = [block(png, 'a.png'), block(pdf, 'b.pdf')];
	const found = (requests: readonly object[], own: ReadonlyMap<string, Uint8Array>) =>
		new Map(
			[...foundAttachments([asked(files, ...requests)], own)].map(([hash, bytes]) => [hash, new Uint8Array(bytes)]),
		);
	expect(found([inBase64(png)], new Map([[sha256(pdf), pdf]]))).toEqual(kept);
	expect(found([inBase64(png), inBase64(pdf)], new Map())).toEqual(kept);
	// As long, and another file.
	expect(found([inBase64(new Uint8Array(png.length))], new Map())).toEqual(new Map());
});
