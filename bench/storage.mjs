// @ts-check
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '../src/main/core/storage/open-store.ts';
import { defaultRequestSettings } from '../src/shared/model/settings.ts';

const PIECES = 2000;
const PIECE = 'Bedrock の下には岩盤がある。 Under the soil lies the rock. ';

/** @type {import('./measure.mjs').Benchmark} */
export const storage = {
	name: `An answer of ${PIECES} pieces (${Math.round((PIECES * Buffer.byteLength(PIECE)) / 1000)} kB), each saved`,
	baseline: 'rewriting the message',
	runs: {
		'rewriting the message': () =>
			saveAnswer((message, text) => ({ type: 'answer-begun', turnId: 'turn', message: withText(message, text) })),
		'appending the piece': () =>
			saveAnswer((message) => ({ type: 'answer-part', messageId: message.id, part: { type: 'text', text: PIECE } })),
	},
};

/** @typedef {import('../src/shared/model/conversation.ts').Message} Message */

/**
 * Milliseconds for all pieces of one answer, in a real file.
 * @param {(message: Message, text: string) => import('../src/main/core/storage/store.ts').Change} step
 */
async function saveAnswer(step) {
	const folder = mkdtempSync(join(tmpdir(), 'outcrop-bench-'));
	const log = { info() {}, warn() {}, error() {} };
	const clock = { now: () => Date.now(), monotonic: () => performance.now() };
	const { store } = await openStore({ file: join(folder, 'bench.sqlite'), clock, log });
	try {
		const question = message('question', 'user', null);
		const answer = message('answer', 'assistant', 'question');
		await store.createConversation({ id: 'talk', title: '', settings: defaultRequestSettings, at: 0 });
		await store.save([
			{ type: 'turn-begun', turnId: 'turn', question, title: '', at: 0 },
			{ type: 'answer-begun', turnId: 'turn', message: answer },
		]);
		let text = '';
		const start = performance.now();
		for (let index = 0; index < PIECES; index++) {
			text += PIECE;
			await store.save([step(answer, text)]);
		}
		return performance.now() - start;
	} finally {
		await store.close();
		rmSync(folder, { recursive: true });
	}
}

/**
 * @param {string} id
 * @param {Message['role']} role
 * @param {string | null} parentId
 * @returns {Message}
 */
function message(id, role, parentId) {
	return { id, conversationId: 'talk', parentId, role, content: [], createdAt: 0 };
}

/**
 * @param {Message} of
 * @param {string} text
 * @returns {Message}
 */
function withText(of, text) {
	return { ...of, content: [{ type: 'text', text }] };
}
