import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PracticeServer } from '../../../src/main/practice/practice-server.ts';
import { startPractice } from '../../../src/main/practice/practice-server.ts';
import { familyOf } from '../../../src/shared/catalogue.ts';
import type { Turn } from '../../../src/shared/model/conversation.ts';
import { isInvoke, operations } from '../../../src/shared/model/operation.ts';
import type { SentRow, SentTable } from '../../../src/shared/model/sent-table.ts';
import { sentSettingNames } from '../../../src/shared/model/sent-table.ts';
import type { RequestSettings } from '../../../src/shared/model/settings.ts';
import { settingPlaces } from '../../../src/shared/sent-settings.ts';
import type { TestApp } from '../../helpers/test-app.ts';
import { ask, openTestApp, temporaryFolder } from '../../helpers/test-app.ts';
import { fullSettings } from '../../unit/core/bedrock/operations/full-settings.ts';

const CLAUDE = 'us.anthropic.claude-haiku-4-5-20251001-v1:0';

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
	CLAUDE,
	'anthropic.claude-v2:1',
	'amazon.titan-text-express-v1',
	'amazon.nova-2-lite-v1:0',
	'meta.llama3-3-70b-instruct-v1:0',
	'mistral.mistral-7b-instruct-v0:2',
	'mistral.mistral-large-2407-v1:0',
	'cohere.command-r-v1:0',
	'us.deepseek.r1-v1:0',
	'ai21.jamba-1-5-mini-v1:0',
	'openai.gpt-oss-20b-1:0',
	'amazon.titan-embed-text-v2:0',
	'cohere.embed-english-v3',
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
