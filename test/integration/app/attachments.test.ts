import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { AttachedFile } from '../../../src/shared/model/attached-file.ts';
import type { Operation } from '../../../src/shared/model/operation.ts';
import { watchTurn } from '../../helpers/test-app.ts';
import { appForTests } from './support/app-for-tests.ts';

const here = appForTests();

const HAIKU = 'us.anthropic.claude-haiku-4-5-20251001-v1:0';

/** The smallest picture there is: one transparent pixel. */
const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const image: AttachedFile = { name: '図 1.png', kind: 'image', format: 'png', base64: PIXEL };
const notes: AttachedFile = {
	name: '議事録.txt',
	kind: 'document',
	format: 'txt',
	base64: Buffer.from('Granite is an igneous rock.').toString('base64'),
};

const sha256 = (base64: string) => createHash('sha256').update(Buffer.from(base64, 'base64')).digest('hex');

async function conversation(operation: Operation): Promise<string> {
	return (await here.app.client.conversations.create({ settings: { operation, modelId: HAIKU } })).id;
}

async function askWith(conversationId: string, text: string, attachments: readonly AttachedFile[]) {
	const turn = await here.app.client.turns.start({ conversationId, text, attachments: [...attachments] });
	return (await (await watchTurn(here.app, turn.id)).until('ended')).turn;
}

function sentBody(index: number): string {
	return Buffer.from(here.received[index]?.requestBody ?? []).toString('utf8');
}

test.each<Operation>(['Converse', 'ConverseStream', 'InvokeModel', 'InvokeModelWithResponseStream'])(
	'the bytes of files go out with %s as they are, with every later turn too',
	async (operation) => {
		const conversationId = await conversation(operation);
		const turn = await askWith(conversationId, 'What is this?', [image, notes]);
		expect(turn).toMatchObject({ state: 'complete', failure: null });
		expect(turn.question.content).toEqual([
			{ type: 'attachment', kind: 'image', format: 'png', name: '図 1.png', size: 70, sha256: sha256(PIXEL) },
			{
				type: 'attachment',
				kind: 'document',
				format: 'txt',
				name: '議事録.txt',
				size: 27,
				sha256: sha256(notes.base64),
			},
			{ type: 'text', text: 'What is this?' },
		]);
		expect(sentBody(0)).toContain(PIXEL);
		const first = JSON.parse(sentBody(0)).messages[0].content;
		const isConverse = operation.startsWith('Converse');
		expect(isConverse ? first[0].image : first[0]).toMatchObject(
			isConverse
				? { format: 'png', source: { bytes: PIXEL } }
				: { type: 'image', source: { type: 'base64', media_type: 'image/png', data: PIXEL } },
		);
		await askWith(conversationId, 'Say that again.', []);
		expect(JSON.parse(sentBody(1)).messages[0]).toEqual(JSON.parse(sentBody(0)).messages[0]);
	},
);

test('files are kept with the conversation, read back to the byte, and are no other conversation’s', async () => {
	const conversationId = await conversation('Converse');
	await askWith(conversationId, 'Here', [image]);
	const kept = { conversationId, sha256: sha256(PIXEL) };
	expect(await here.app.client.attachments.read(kept)).toEqual({ base64: PIXEL, size: 70 });
	const other = { ...kept, conversationId: await conversation('Converse') };
	await expect(here.app.client.attachments.read(other)).rejects.toMatchObject({
		code: 'NOT_FOUND',
		data: { what: 'attachment' },
	});
	expect((await here.app.client.storage.use()).attachmentBytes).toBe(70);
	await here.app.client.storage.forget({ conversationId });
	expect(await here.app.client.attachments.read(kept)).toEqual({ base64: PIXEL, size: 70 });
});

test('files go without words, and name the conversation', async () => {
	const conversationId = await conversation('Converse');
	const turn = await askWith(conversationId, ' \n', [image]);
	expect(turn.question.content).toHaveLength(1);
	expect((await here.app.client.conversations.get({ id: conversationId })).title).toBe('図 1.png');
	await expect(
		here.app.client.turns.start({ conversationId, text: 'x', attachments: [{ ...image, format: 'pdf' }] }),
	).rejects.toMatchObject({ code: 'BAD_REQUEST' });
});

test('what would be sent is seen with its files, before anything is kept', async () => {
	const conversationId = await conversation('Converse');
	const preview = await here.app.client.turns.preview({
		conversationId,
		settings: null,
		text: 'What is this?',
		attachments: [image],
		exchangeId: null,
	});
	await askWith(conversationId, 'What is this?', [image]);
	expect(preview.text).toBe(sentBody(0));
});

test('a file of 20 MB goes through', { timeout: 20_000 }, async () => {
	const conversationId = await conversation('Converse');
	const base64 = Buffer.alloc(20_000_000, 7).toString('base64');
	const turn = await askWith(conversationId, 'Watch this', [{ name: 'a.mp4', kind: 'video', format: 'mp4', base64 }]);
	expect(turn.question.content[0]).toMatchObject({ size: 20_000_000 });
	expect(await here.app.client.attachments.read({ conversationId, sha256: sha256(base64) })).toMatchObject({
		size: 20_000_000,
	});
});

test.each(['outcrop', 'har'] as const)(
	'a file (%s) holds what was attached, once, also where bodies are forgotten',
	async (format) => {
		const conversationId = await conversation('ConverseStream');
		await askWith(conversationId, 'What is this?', [image, notes]);
		await askWith(conversationId, 'And again?', []);
		const scope = { conversationId, turnId: null, exchangeId: null };
		const wish = { scope, format, language: 'en' as const, words: [] };
		const whole = await here.app.client.files.export({ ...wish, mask: false });
		const masked = await here.app.client.files.export({ ...wish, mask: true });
		// Once in each request that it went with.
		expect(whole.text.split(PIXEL)).toHaveLength(3);
		const lighter = await here.app.client.files.export({ ...wish, mask: true, files: false });
		await here.app.client.storage.forget({ conversationId });
		const forgotten = await here.app.client.files.export({ ...wish, mask: false });
		expect(forgotten.text.split(PIXEL)).toHaveLength(2);
		for (const { text } of [whole, masked, forgotten]) {
			const opened = await here.app.client.files.import({
				fileName: 'a.outcrop.json',
				base64: Buffer.from(text).toString('base64'),
			});
			if (!('conversationId' in opened)) throw new Error(opened.problem);
			const { turns } = await here.app.client.conversations.get({ id: opened.conversationId });
			expect(turns[0]?.question.content).toHaveLength(3);
			for (const { base64 } of [image, notes]) {
				const kept = { conversationId: opened.conversationId, sha256: sha256(base64) };
				expect((await here.app.client.attachments.read(kept)).base64).toBe(base64);
			}
		}
		const changed = forgotten.text.replace(PIXEL, PIXEL.replace('iVBORw0', 'iVBORw1'));
		const without = await here.app.client.files.export({ ...wish, mask: true, files: false });
		for (const { text } of [lighter, without]) {
			for (const word of [PIXEL, notes.base64]) expect(text).not.toContain(word);
			const opened = await here.app.client.files.import({
				fileName: 'a.outcrop.json',
				base64: Buffer.from(text).toString('base64'),
			});
			if (!('conversationId' in opened)) throw new Error(opened.problem);
			const { turns } = await here.app.client.conversations.get({ id: opened.conversationId });
			expect(turns[0]?.question.content).toMatchObject([{ name: image.name }, { name: notes.name }, { type: 'text' }]);
			await expect(
				here.app.client.attachments.read({ conversationId: opened.conversationId, sha256: sha256(PIXEL) }),
			).rejects.toMatchObject({ code: 'NOT_FOUND', data: { what: 'attachment' } });
		}
		expect(
			await here.app.client.files.import({
				fileName: 'a.outcrop.json',
				base64: Buffer.from(changed).toString('base64'),
			}),
		).toMatchObject({ problem: 'damaged', detail: expect.stringContaining('attachments[0]') });
	},
);

test('a recording goes to a model that hears, and is refused by one that does not', async () => {
	const bytes = Buffer.from('ID3\x03\0 a voice');
	const voice: AttachedFile = { name: 'voice.mp3', kind: 'audio', format: 'mp3', base64: bytes.toString('base64') };
	const modelId = 'mistral.voxtral-mini-3b-2507';
	const { id } = await here.app.client.conversations.create({ settings: { operation: 'Converse', modelId } });
	expect(await askWith(id, 'What is said?', [voice])).toMatchObject({ state: 'complete', failure: null });
	expect(JSON.parse(sentBody(0)).messages[0].content).toEqual([
		{ audio: { format: 'mp3', source: { bytes: voice.base64 } } },
		{ text: 'What is said?' },
	]);
	const refused = await askWith(await conversation('Converse'), 'What is said?', [voice]);
	expect(refused.failure?.message).toBe(
		"This model doesn't support the audio field for user messages. Remove audio and try again.",
	);
});
