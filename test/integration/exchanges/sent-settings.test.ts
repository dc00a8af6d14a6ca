import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PracticeServer } from '../../../src/main/practice/practice-server.ts';
import { startPractice } from '../../../src/main/practice/practice-server.ts';
import { familyOf } from '../../../src/shared/catalogue.ts';
import type { Turn } from '../../../src/shared/model/conversation.ts';
import type { Operation } from '../../../src/shared/model/operation.ts';
import { isInvoke, operations } from '../../../src/shared/model/operation.ts';
import type { SentRow, SentTable } from '../../../src/shared/model/sent-table.ts';
import { sentSettingNames } from '../../../src/shared/model/sent-table.ts';
import type { RequestSettings } from '../../../src/shared/model/settings.ts';
import { settingPlaces } from '../../../src/shared/requests/sent-settings.ts';
import { modelOfEachFamily } from '../../helpers/model-of-each-family.ts';
import type { TestApp } from '../../helpers/test-app.ts';
import { ask, openTestApp, temporaryFolder, watchTurn } from '../../helpers/test-app.ts';
import { fullSettings } from '../../unit/core/bedrock/operations/full-settings.ts';

const CLAUDE = modelOfEachFamily['claude-messages'];
const NOVA = modelOfEachFamily.nova;

const guardrail = {
	identifier: 'practice-guardrail',
	version: '1',
	trace: null,
	streamProcessingMode: null,
	questionOnly: false,
};

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let practice: PracticeServer;
let app: TestApp;

beforeAll(async () => {
	folder = await temporaryFolder();
	practice = await startPractice();
	app = await openTestApp(folder.path, practice);
});
afterAll(async () => {
	await app.close();
	await practice.close();
	await folder[Symbol.asyncDispose]();
});

/** Asks with these settings alone; the answer may be a refusal. */
async function asked(settings: Partial<RequestSettings>, text = 'Hi'): Promise<Turn> {
	const { id } = await app.client.conversations.create({ settings });
	return ask(app, id, text);
}

async function tableOf(turn: Turn, at = -1): Promise<SentTable> {
	const exchangeId = turn.exchanges.at(at)?.id ?? '';
	const exchange = await app.client.exchanges.get({ exchangeId });
	const attemptId = exchange.attempts.at(-1)?.id ?? '';
	return app.client.exchanges.sentSettings({ exchangeId, attemptId });
}

function rowOf({ rows }: SentTable, what: SentRow['what'], path?: string): SentRow | undefined {
	return rows.find((row) => row.what === what && (path === undefined || placeOf(row) === path));
}

function placeOf({ sent }: SentRow): string | null {
	if (sent === null) return null;
	return sent.place.kind === 'header' ? sent.place.name : sent.place.path.join('.');
}

const models = [
	...Object.values(modelOfEachFamily),
	'some.model-of-tomorrow',
	'arn:aws:bedrock:us-east-1:123456789012:prompt/ABCDEFGHIJ:1',
];
const targets = models.flatMap((modelId) =>
	operations
		.filter((operation) => !isInvoke(operation) || familyOf(modelId) !== null)
		.map((operation) => ({ modelId, operation })),
);

describe.each(targets)('$operation with $modelId', ({ modelId, operation }) => {
	test.each([{ mode: 'disabled' } as const, { mode: 'budget', budgetTokens: 2048 } as const])(
		'everything that is set is told of ($mode), and everything that is sent',
		async (reasoning) => {
			const settings = fullSettings({ modelId, operation, reasoning });
			const table = await tableOf(await asked(settings));
			expect(table).toMatchObject({ state: 'ready', edited: false, unset: [] });
			const places = settingPlaces(settings);
			for (const name of sentSettingNames) {
				const row = rowOf(table, name);
				const place = places[name];
				if (place === undefined || name === 'citations') {
					expect(row, name).toMatchObject({ sent: null, status: 'unsent' });
				} else {
					expect([null, 'always', 'leads', 'asMessage', 'spelled', 'inText', 'nameLeft'], name).toContain(row?.reason);
					expect(row?.status, name).toBe(row?.reason === 'inText' || row?.reason === 'nameLeft' ? 'differs' : 'same');
				}
			}
			expect(table.rows.filter(({ reason }) => reason === 'unknown' || reason === 'notFound')).toEqual([]);
		},
	);
});

test('what is not set is not there, and what the app adds is named', async () => {
	const table = await tableOf(await asked({ modelId: CLAUDE, operation: 'InvokeModel', temperature: 0.5 }));
	expect(table.talk).toEqual({
		kind: 'claude-messages',
		place: { kind: 'body', path: ['messages'] },
		count: 1,
		state: null,
		text: null,
		toolTexts: 0,
	});
	expect(
		table.rows.map((row) => [row.what, row.asSet?.text ?? null, placeOf(row), row.sent?.text, row.status, row.reason]),
	).toEqual([
		['maxTokens', '1024', 'max_tokens', '1024', 'same', 'always'],
		['temperature', '0.5', 'temperature', '0.5', 'same', null],
		[null, null, 'anthropic_version', '"bedrock-2023-05-31"', 'added', 'version'],
		[null, null, 'content-type', '"application/json"', 'added', 'contentType'],
		[null, null, 'accept', '"application/json"', 'added', 'accept'],
	]);
	expect(table.unset).toEqual(sentSettingNames.filter((name) => name !== 'maxTokens' && name !== 'temperature'));
});

describe('what is not sent as it is set', () => {
	test('additional fields win, also over a long setting, and are told of by their own places', async () => {
		const additionalFields = '{"top_k":5,"thinking":{"display":"omitted"},"mine":{"a":1}}';
		const settings = { modelId: CLAUDE, operation: 'Converse', topK: 40, additionalFields } as const;
		const table = await tableOf(await asked(settings));
		expect(rowOf(table, 'topK')).toMatchObject({ status: 'differs', reason: 'overridden', sent: { text: '5' } });
		expect(rowOf(table, 'additionalFields')).toMatchObject({
			status: 'same',
			sent: { place: { kind: 'body', path: ['additionalModelRequestFields'] }, text: additionalFields },
		});
		expect(rowOf(table, 'reasoning')).toBeUndefined();
		expect(rowOf(table, null)).toBeUndefined();
	});

	test('text that is no object has no place in a native body, and one in Converse', async () => {
		const settings = { modelId: CLAUDE, additionalFields: '[1]' };
		const native = await tableOf(await asked({ ...settings, operation: 'InvokeModel' }));
		expect(rowOf(native, 'additionalFields')).toMatchObject({ status: 'unsent', reason: 'notObject', sent: null });
		const converse = await tableOf(await asked({ ...settings, operation: 'Converse' }));
		expect(rowOf(converse, 'additionalFields')).toMatchObject({ status: 'same', sent: { text: '[1]' } });
	});

	test('what belongs to tools and a system prompt that are not there', async () => {
		const settings = {
			modelId: CLAUDE,
			toolChoice: { type: 'any' },
			cache: { system: true, tools: true, messages: true, ttl: null },
			citations: true,
			guardrail: { ...guardrail, system: true },
		} as const;
		const table = await tableOf(await asked(settings));
		expect(table.rows.map(({ what, status, reason }) => [what, status, reason])).toEqual([
			['maxTokens', 'same', 'always'],
			['toolChoice', 'unsent', 'noTools'],
			['cache.system', 'unsent', 'noSystem'],
			['cache.tools', 'unsent', 'noTools'],
			['cache.messages', 'same', null],
			['citations', 'unsent', 'noDocument'],
			['guardrail', 'same', null],
			['guardrail.version', 'same', null],
			['guardrail.system', 'unsent', 'noSystem'],
		]);
		expect(rowOf(table, 'cache.messages')?.asSet).toEqual({ text: 'true', length: 12 });
		expect(placeOf(rowOf(table, 'cache.messages') as SentRow)).toBe('messages.0.content.1.cachePoint');
	});

	test('a choice beside the tools of the model’s maker alone, which are none of the person’s', async () => {
		const settings = { modelId: NOVA, systemTools: ['nova_grounding'], toolChoice: { type: 'any' } } as const;
		const rowsIn = async (operation: Operation) =>
			(await tableOf(await asked({ ...settings, systemTools: [...settings.systemTools], operation }))).rows.flatMap(
				({ what, status, reason }) => (what === null ? [] : [[what, status, reason]]),
			);
		const limit = ['maxTokens', 'same', 'always'];
		expect(await rowsIn('Converse')).toEqual([limit, ['systemTools', 'same', null], ['toolChoice', 'same', null]]);
		// Nova's own body has no place for them, and so no tools to choose from.
		expect(await rowsIn('InvokeModel')).toEqual([
			limit,
			['systemTools', 'unsent', 'noPlace'],
			['toolChoice', 'unsent', 'noTools'],
		]);
	});

	test('a search result with its sources', async () => {
		const { id } = await app.client.conversations.create({ settings: { modelId: CLAUDE, citations: true } });
		const found = {
			kind: 'search-result',
			title: 'Granite',
			source: 'https://rocks.example',
			text: 'It is hard.',
		} as const;
		const turn = await app.client.turns.start({ conversationId: id, text: 'What?', attachments: [found] });
		const table = await tableOf((await (await watchTurn(app, turn.id)).until('ended')).turn);
		expect(rowOf(table, 'citations')).toMatchObject({ status: 'same', sent: { text: '{"enabled":true}' } });
	});

	test('words that only look like a use of a tool are the person’s own', async () => {
		const { talk } = await tableOf(await asked({ modelId: CLAUDE }, '[Tool use: weather] {}'));
		expect(talk?.toolTexts).toBe(0);
	});

	test('a document with its sources', async () => {
		const { id } = await app.client.conversations.create({ settings: { modelId: CLAUDE, citations: true } });
		const base64 = Buffer.from('Rock.').toString('base64');
		const document = { name: 'a.txt', kind: 'document', format: 'txt', base64 } as const;
		const turn = await app.client.turns.start({ conversationId: id, text: 'What?', attachments: [document] });
		const table = await tableOf((await (await watchTurn(app, turn.id)).until('ended')).turn);
		expect(rowOf(table, 'citations')).toMatchObject({ status: 'same', sent: { text: '{"enabled":true}' } });
	});

	test('a schema’s name', async () => {
		const outputSchema = { schema: '{"type":"object"}', name: '', description: '' };
		const named = { ...outputSchema, name: 'verdict' };
		const gpt = { modelId: 'openai.gpt-oss-20b-1:0', operation: 'InvokeModel' } as const;
		const reason = async (settings: Partial<RequestSettings>) =>
			rowOf(await tableOf(await asked(settings)), 'outputSchema')?.reason;
		expect(await reason({ ...gpt, outputSchema })).toBe('nameAdded');
		expect(await reason({ ...gpt, outputSchema: named })).toBeNull();
		expect(await reason({ modelId: CLAUDE, operation: 'InvokeModel', outputSchema: named })).toBe('nameLeft');
		expect(await reason({ modelId: CLAUDE, outputSchema: named })).toBeNull();
	});

	test('Nova thinks as soon as an effort is set', async () => {
		const table = await tableOf(await asked({ modelId: 'us.amazon.nova-2-lite-v1:0', effort: 'low' }));
		const path = 'additionalModelRequestFields.reasoningConfig';
		expect(rowOf(table, 'effort')).toMatchObject({ status: 'same' });
		expect(rowOf(table, 'reasoning', `${path}.type`)).toMatchObject({
			status: 'added',
			reason: 'thinkingOn',
			asSet: null,
		});
	});
});

describe('long settings', () => {
	const system = 'Answer like a geologist. 岩のように答えてください。'.repeat(30);

	test.each([
		['Converse', CLAUDE, 'system.0.text', 'same'],
		['InvokeModel', CLAUDE, 'system', 'same'],
		['InvokeModel', 'amazon.titan-text-express-v1', 'inputText', 'differs'],
		['InvokeModel', 'us.meta.llama3-3-70b-instruct-v1:0', 'prompt', 'same'],
		['InvokeModel', 'openai.gpt-oss-20b-1:0', 'messages.0.content', 'same'],
	] as const)('%s with %s: found again by their hash', async (operation, modelId, path, status) => {
		const row = rowOf(await tableOf(await asked({ modelId, operation, system })), 'system');
		expect(row).toMatchObject({ status, asSet: { text: `${system.slice(0, 160)}…`, length: system.length } });
		expect(row && placeOf(row)).toBe(path);
	});

	test('are kept as length and hash alone', async () => {
		const turn = await asked({ modelId: CLAUDE, system });
		const kept = turn.exchanges[0]?.asSet;
		expect(kept).toEqual({
			system: { length: system.length, sha256: createHash('sha256').update(JSON.stringify(system)).digest('hex') },
			maxTokens: { value: 1024 },
		});
		expect(JSON.stringify(kept).length).toBeLessThan(200);
	});
});

describe('the talk', () => {
	const haiku = 'Write a haiku about frogs.';

	test.each([
		[CLAUDE, 'Converse', 'begun', 2],
		['us.anthropic.claude-sonnet-4-6', 'Converse', 'asked', 3],
		['anthropic.claude-v2:1', 'InvokeModel', 'begun', null],
		['amazon.titan-text-express-v1', 'InvokeModel', 'asked', null],
		['us.meta.llama3-3-70b-instruct-v1:0', 'InvokeModel', 'begun', null],
		['mistral.mistral-7b-instruct-v0:2', 'InvokeModel', 'begun', null],
		['cohere.command-r-v1:0', 'InvokeModel', 'asked', 3],
		['us.deepseek.r1-v1:0', 'InvokeModel', 'begun', null],
		['ai21.jamba-1-5-mini-v1:0', 'InvokeModel', 'asked', 3],
		['ai21.j2-mid-v1', 'InvokeModel', 'begun', null],
	] as const)('%s by %s, cut and gone on with: %s', async (modelId, operation, state, count) => {
		const { id, question } = await asked({ modelId, operation, maxTokens: 10 }, haiku);
		await app.client.turns.continue({ turnId: id });
		const turn = (await (await watchTurn(app, id)).until('ended')).turn;
		const begun = await tableOf(turn, 0);
		expect(begun.talk).toMatchObject({ state: null, text: null, count: count === null ? null : 1 });
		const { talk } = await tableOf(turn, 1);
		expect(talk).toMatchObject({ state, count });
		expect(talk?.text ?? '').toMatch(state === 'asked' ? /^Continue exactly where you stopped/ : /^$/);
		expect(question.content).toHaveLength(1);
	});
});

describe('a body by hand', () => {
	const body = (text: string) => ({ text, operation: 'InvokeModel', modelId: CLAUDE }) as const;

	async function sentByHand(text: string, settings: Partial<RequestSettings>): Promise<SentTable> {
		const { id } = await app.client.conversations.create({ settings });
		const { id: turnId } = await app.client.turns.start({ conversationId: id, text: '', body: body(text) });
		return tableOf((await (await watchTurn(app, turnId)).until('ended')).turn);
	}

	test('all of it is by hand; what goes in headers is still the settings’', async () => {
		const table = await sentByHand('{"max_tokens":7,"messages":[],"odd":1}', { topP: 0.5, serviceTier: 'flex' });
		expect(table).toMatchObject({ state: 'ready', edited: true, talk: null });
		expect(table.rows.map((row) => [row.what, row.sent?.text ?? null, row.status])).toEqual([
			['maxTokens', '7', 'byHand'],
			['topP', null, 'unsent'],
			['serviceTier', '"flex"', 'same'],
			[null, '[]', 'byHand'],
			[null, '1', 'byHand'],
			[null, '"application/json"', 'added'],
			[null, '"application/json"', 'added'],
		]);
	});

	test.each(['{"max_tokens":7', '[]', ''])('one that is no JSON object: %j', async (text) => {
		const table = await sentByHand(text || ' ', { serviceTier: 'flex' });
		expect(table).toMatchObject({ state: 'unreadable', edited: true });
		expect(rowOf(table, 'serviceTier')).toMatchObject({ status: 'same' });
	});
});
