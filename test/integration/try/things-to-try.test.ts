import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { createInstance } from 'i18next';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemClock } from '../../../src/main/practice/practice-clock.ts';
import type { PracticeServer } from '../../../src/main/practice/practice-server.ts';
import { startPractice } from '../../../src/main/practice/practice-server.ts';
import { en } from '../../../src/renderer/i18n/en.ts';
import { ja } from '../../../src/renderer/i18n/ja.ts';
import { exampleResult } from '../../../src/renderer/try/example-file.ts';
import { needsOf, settingsFor, themes, thingsOf } from '../../../src/renderer/try/thing-facts.ts';
import type { Thing, ThingId } from '../../../src/renderer/try/things-to-try.ts';
import type { Attached } from '../../../src/shared/model/attached-file.ts';
import type { ContentBlock } from '../../../src/shared/model/content.ts';
import type { Turn } from '../../../src/shared/model/conversation.ts';
import { pngOf } from '../../helpers/png.ts';
import type { TestApp } from '../../helpers/test-app.ts';
import { openTestApp, temporaryFolder, watchTurn } from '../../helpers/test-app.ts';

/** What is promised of each. `stop`: the last call's stop reason; `refused`: how what ended it is called; `calls` and `attempts`: 1 if not said. */
interface Outcome {
	readonly stop?: string | null;
	readonly refused?: string;
	readonly state?: Turn['state'];
	readonly calls?: number;
	readonly attempts?: number;
	/** What the answer's text has in it, or is. */
	readonly says?: RegExp;
	readonly blocks?: readonly string[];
}

const end = { stop: 'end_turn' };
const outcomes: Readonly<Record<ThingId, Outcome>> = {
	request: { ...end, says: /ConverseStream/ },
	parts: { ...end, says: /```/ },
	language: end,
	long: { ...end, says: /./ },
	cut: { stop: 'max_tokens' },
	stopSequence: { stop: 'stop_sequence' },
	filtered: { stop: 'content_filtered' },
	malformedOutput: { stop: 'malformed_model_output' },
	malformedTool: { stop: 'malformed_tool_use' },
	contextFull: { stop: 'model_context_window_exceeded' },
	paused: { stop: 'pause_turn' },
	unknownModel: { refused: 'ValidationException' },
	profileNeeded: { refused: 'ValidationException' },
	bothSampling: { refused: 'ValidationException' },
	tooManyTokens: { refused: 'ValidationException' },
	accessDenied: { refused: 'AccessDeniedException' },
	useCase: { refused: 'ResourceNotFoundException' },
	expiredToken: { refused: 'ExpiredTokenException' },
	throttledTwice: { ...end, attempts: 3 },
	throttled: { refused: 'ThrottlingException', attempts: 3 },
	unavailable: { ...end, attempts: 2 },
	timeout: { refused: 'ModelTimeoutException' },
	slowStart: end,
	streamError: { refused: 'ModelStreamErrorException', state: 'incomplete', blocks: ['text'] },
	brokenStream: { stop: null, refused: 'Error', state: 'incomplete', blocks: ['text'] },
	reset: { ...end, attempts: 2 },
	calculator: { ...end, calls: 2, blocks: ['text', 'tool-use', 'tool-result', 'text'], says: /84/ },
	weather: { stop: 'tool_use', blocks: ['text', 'tool-use'] },
	both: { stop: 'tool_use', blocks: ['text', 'tool-use', 'tool-use'] },
	interpreter: { ...end, blocks: ['service-tool', 'text'], says: /84/ },
	forced: { stop: 'tool_use', blocks: ['tool-use'] },
	budget: { ...end, blocks: ['reasoning', 'text'] },
	summarized: { ...end, blocks: ['reasoning', 'text'] },
	withheld: { ...end, blocks: ['untold', 'text'] },
	redacted: { ...end, blocks: ['encrypted', 'text'] },
	unasked: { ...end, blocks: ['reasoning', 'text'] },
	picture: { ...end, says: /png.*320 × 240/i },
	citations: { ...end, blocks: ['text', 'text'] },
	searchResult: { ...end, blocks: ['text', 'text'] },
	schema: { ...end, says: /^\{"name":.*"legs":\d+,"sings":(true|false)\}$/s },
	guardrail: { stop: 'guardrail_intervened' },
	masked: { stop: 'guardrail_intervened', says: /\{EMAIL\}/ },
	cache: end,
	prompt: { ...end, says: /Explain tokens to a frog\./ },
	router: { ...end, says: /Nova Lite/ },
	messages: { ...end, says: /InvokeModelWithResponseStream/ },
	humanAssistant: { stop: 'stop_sequence' },
	titan: { stop: 'FINISH' },
	nova: end,
	llama: { stop: 'stop' },
	near: { stop: null, calls: 3, blocks: ['embedding', 'embedding', 'embedding'] },
	cohere: { stop: null, blocks: ['embedding', 'embedding'] },
};

const things = themes.flatMap(thingsOf);
const languages = ['en', 'ja'] as const;

/** The app's words in a language. */
async function wordsIn(language: 'en' | 'ja') {
	const instance = createInstance({ resources: { en, ja }, lng: language, interpolation: { escapeValue: false } });
	await instance.init();
	return instance.getFixedT<['tries', 'request']>(language, ['tries', 'request']);
}
const words = { en: await wordsIn('en'), ja: await wordsIn('ja') };

function alongOf(thing: Thing, language: 'en' | 'ja'): Attached[] {
	const t = words[language];
	const result = exampleResult(thing, t);
	if (result !== null) return [{ kind: 'search-result', ...result }];
	switch (thing.file) {
		case 'picture':
			return [{ name: t('pictureName'), kind: 'image', format: 'png', base64: pngOf(320, 240).toString('base64') }];
		case 'document': {
			const base64 = Buffer.from(t('documentText')).toString('base64');
			return [{ name: t('documentName'), kind: 'document', format: 'txt', base64 }];
		}
		default:
			return [];
	}
}

/** Tries something as the window does. */
async function tried(app: TestApp, id: ThingId, thing: Thing, language: 'en' | 'ja'): Promise<Turn> {
	const settings = settingsFor(id, thing, words[language]);
	const { id: conversationId } = await app.client.conversations.create({ settings });
	const text = words[language](`things.${id}.text`);
	const turn = await app.client.turns.start({ conversationId, text, attachments: alongOf(thing, language) });
	return (await (await watchTurn(app, turn.id)).until('ended')).turn;
}

/** What a block is; thoughts also by what is told of them. */
function kindOf(block: ContentBlock): string {
	if (block.type !== 'reasoning') return block.type;
	return block.redacted !== null ? 'encrypted' : block.text === '' ? 'untold' : 'reasoning';
}

let practice: PracticeServer;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let app: TestApp;
const ended = new Map<string, Turn>();

beforeAll(async () => {
	// Nobody waits for the slow ones.
	practice = await startPractice({ clock: { ...systemClock, wait: async () => {} } });
	folder = await temporaryFolder();
	app = await openTestApp(folder.path, practice);
	// Together: what the SDK waits between attempts, it waits at the same time.
	await Promise.all(
		languages.flatMap((language) =>
			things.map(async ([id, thing]) => {
				ended.set(`${language} ${id}`, await tried(app, id, thing, language));
			}),
		),
	);
});
afterAll(async () => {
	await app.close();
	await practice.close();
	await folder[Symbol.asyncDispose]();
});

describe.each(languages)('what is promised comes (%s)', (language) => {
	test.each(things)('%s', (id) => {
		const turn = ended.get(`${language} ${id}`);
		const { stop, refused = null, calls = 1, attempts = 1, says, blocks, state } = outcomes[id];
		const last = turn?.exchanges.at(-1);
		expect(turn?.state).toBe(state ?? (refused === null ? 'complete' : 'failed'));
		expect(turn?.failure?.type ?? null).toBe(refused);
		if (stop !== undefined) expect(last?.stopReason).toBe(stop);
		expect(turn?.exchanges.length).toBe(calls);
		expect(last?.attemptCount).toBe(attempts);
		const content = turn?.answer?.content ?? [];
		if (blocks !== undefined) expect(content.map(kindOf)).toEqual(blocks);
		const text = content.flatMap((block) => (block.type === 'text' ? block.text : [])).join('');
		if (says !== undefined) expect(text).toMatch(says);
	});
});

test('every thing has its place, once', () => {
	expect(things.map(([id]) => id).sort()).toEqual(Object.keys(en.tries.things).sort());
	expect(themes).toEqual(Object.keys(en.tries.themes));
});

test('what is cached for one is read when it is asked again', async () => {
	const [thing] = things.filter(([id]) => id === 'cache').map(([, one]) => one);
	const again = await tried(app, 'cache', thing ?? {}, 'en');
	const first = ended.get('en cache')?.exchanges[0]?.usage;
	expect(first?.cacheWriteInputTokens).toBeGreaterThan(1024);
	expect(again.exchanges[0]?.usage?.cacheReadInputTokens).toBe(first?.cacheWriteInputTokens);
});

/** The table of a subject, as the page has it. */
function tableOf(theme: (typeof themes)[number], language: 'en' | 'ja'): string {
	const t = words[language];
	const cell = (text: string) => text.replaceAll('\n', ' ⏎ ').replaceAll('|', '\\|');
	const head = (['see', 'say', 'set', 'get'] as const).map((column) => t(`table.${column}`));
	const rows = thingsOf(theme).map(([id, thing]) => [
		t(`things.${id}.title`),
		`\`${t(`things.${id}.text`)}\``,
		needsOf(id, thing, t).join('<br>'),
		t(`things.${id}.see`),
	]);
	const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`.replaceAll('|  |', '| |');
	return [`## ${t(`themes.${theme}`)}`, '', line(head), '|---|---|---|---|', ...rows.map(line)].join('\n');
}

describe.each([
	['docs/practice.md', 'en'],
	['docs/practice.ja.md', 'ja'],
] as const)('%s', (document, language) => {
	test.each(themes)('tells of “%s” what the app offers', async (theme) => {
		const page = await readFile(fileURLToPath(new URL(`../../../${document}`, import.meta.url)), 'utf8');
		expect(page).toContain(`${tableOf(theme, language)}\n`);
	});
});
