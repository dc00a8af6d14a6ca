import { afterEach, beforeEach, expect, test } from 'vitest';
import { toolsWaiting } from '../../../src/shared/answers/can-continue.ts';
import { profileConnection } from '../../../src/shared/model/connection.ts';
import type { TestApp } from '../../helpers/test-app.ts';
import { ask, openTestApp, temporaryFolder, watchTurn } from '../../helpers/test-app.ts';
import type { ObservedPractice } from '../bedrock/support/practice.ts';
import { startObservedPractice } from '../bedrock/support/practice.ts';

const ACCOUNT = '111122223333';
const ROLE = 'Quarry-Deployer';
const QUESTION = `As arn:aws:iam::${ACCOUNT}:role/${ROLE} of mariko.sato at ${ACCOUNT}?`;

let practice: ObservedPractice;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let app: TestApp;

beforeEach(async () => {
	practice = await startObservedPractice();
	folder = await temporaryFolder();
	app = await openTestApp(folder.path, practice.server, {
		environment: { USER: 'mariko.sato', HTTPS_PROXY: 'http://proxy.quarry.test:3128' },
	});
});
afterEach(async () => {
	await app.close();
	await practice.server.close();
	await folder[Symbol.asyncDispose]();
});

function expectNothingIn(value: unknown): void {
	const text = JSON.stringify(value);
	for (const word of [ACCOUNT, ROLE, 'mariko.sato', 'quarry.test']) expect(text).not.toContain(word);
}

test('every answer about a conversation is masked while presenter mode is on, and none afterwards', async () => {
	const { client } = app;
	const { id } = await client.conversations.create({});
	await ask(app, id, QUESTION);
	const before = await client.conversations.get({ id });
	await client.settings.update({ presenter: true, network: { proxyUrl: 'http://gateway.quarry.test:3128' } });

	const shown = await client.conversations.get({ id });
	expect(shown.turns[0]?.question.content).toEqual([
		{ type: 'text', text: expect.stringMatching(/^As arn:aws:iam::(•{11}\d):role\/••••\d of ••••\d at \1\?$/) },
	]);
	const summary = shown.turns[0]?.exchanges[0];
	if (summary === undefined) throw new Error('No exchange.');
	const exchange = await client.exchanges.get({ exchangeId: summary.id });
	const [attempt] = exchange.attempts;
	if (attempt === undefined) throw new Error('No attempt.');
	expect(attempt.request.body).toMatchObject({ sha256: null, masked: true });
	expect(attempt.signature?.stringToSign).toMatch(/\n•{64}$/);
	const scope = { conversationId: id, turnId: null, exchangeId: null };
	const answers = [
		shown,
		exchange,
		await client.conversations.list(),
		await client.settings.get(),
		await client.settings.network(),
		await client.exchanges.code({ exchangeId: summary.id, target: 'curl' }),
		await client.exchanges.frames({ attemptId: attempt.id, after: 0, limit: 5000 }),
		await client.files.export({ scope, format: 'har', mask: false, language: 'en', words: [] }),
		await client.files.export({ scope, format: 'markdown', mask: false, language: 'ja', words: [] }),
	];
	answers.forEach(expectNothingIn);
	for (const side of ['request', 'response'] as const) {
		const body = Buffer.from((await client.exchanges.body({ attemptId: attempt.id, side })).base64, 'base64');
		const info = side === 'request' ? attempt.request.body : attempt.response?.body;
		expect(body.byteLength).toBe(info?.size);
		expectNothingIn(body.toString('latin1'));
	}

	await client.settings.update({ presenter: false });
	expect(await client.conversations.get({ id })).toEqual(before);
	expect(JSON.stringify(await client.exchanges.get({ exchangeId: summary.id }))).not.toContain('•');
});

test('a streaming answer is masked as it comes, from whichever word it is watched', async () => {
	await app.client.settings.update({ presenter: true });
	const { id } = await app.client.conversations.create({});
	const turn = await app.client.turns.start({ conversationId: id, text: QUESTION });
	const watched = await watchTurn(app, turn.id);
	await watched.until('ended');
	expectNothingIn(watched.seen);
	const again = await watchTurn(app, turn.id, 3);
	const { turn: whole } = await again.until('ended');
	expectNothingIn(whole);
	expect(JSON.stringify(whole.answer)).toContain('arn:aws:iam::•••••••••••1:role/••••');
});

test('thoughts, tools and what is given back are masked as they come, as they are kept, and in every file', async () => {
	const { client } = app;
	await client.settings.update({ presenter: true });
	const look = { name: 'lookup_role', description: '', strict: null, builtIn: null };
	const settings = {
		modelId: 'us.anthropic.claude-sonnet-4-6',
		maxTokens: 4096,
		reasoning: { mode: 'adaptive', display: null },
		tools: [{ ...look, inputSchema: '{"type":"object","properties":{"role":{"type":"string"}},"required":["role"]}' }],
	} as const;
	const { id } = await client.conversations.create({ settings: { ...settings, tools: [...settings.tools] } });
	const turn = await client.turns.start({ conversationId: id, text: `Use lookup_role. ${QUESTION}` });
	const watched = await watchTurn(app, turn.id);
	const { turn: asked } = await watched.until('ended');
	expectNothingIn(watched.seen);
	expect(watched.seen.some((event) => event.type === 'part' && event.part.type === 'reasoning')).toBe(true);
	const [use] = toolsWaiting(asked);
	if (use === undefined) throw new Error('It asks for the tool');
	// What a person pastes of what is shown is given as what is behind it.
	const text = `${(await client.app.shown({ draft: QUESTION }))['draft']} Yes.`;
	const result = { toolUseId: use.id, status: 'success', format: 'text', text } as const;
	expectNothingIn(await client.turns.answerTools({ turnId: turn.id, results: [result] }));
	const answered = await watchTurn(app, turn.id);
	expectNothingIn((await answered.until('ended')).turn);
	expectNothingIn(answered.seen);
	expectNothingIn(await client.conversations.get({ id }));
	const scope = { conversationId: id, turnId: null, exchangeId: null };
	for (const format of ['outcrop', 'har', 'markdown'] as const) {
		expectNothingIn(await client.files.export({ scope, format, mask: false, language: 'en', words: [] }));
	}
	await client.settings.update({ presenter: false });
	const kept = (await client.conversations.get({ id })).turns[0]?.answer?.content ?? [];
	expect(kept.map(({ type }) => type)).toEqual(
		expect.arrayContaining(['reasoning', 'tool-use', 'tool-result', 'text']),
	);
	expect(kept.find((block) => block.type === 'tool-result')).toMatchObject({ text: `${QUESTION} Yes.` });
	expect(JSON.stringify(kept.find(({ type }) => type === 'reasoning'))).toContain(ACCOUNT);
});

test('what a window tells of masked values is what is behind them', async () => {
	const { client } = app;
	await client.settings.update({ presenter: true });
	const mine = { connection: profileConnection('acme-data'), endpointUrl: 'https://gateway.quarry.test/v1' };
	const made = await client.conversations.create({ settings: mine });
	expect(made.settings.connection).toMatch(/^profile:••••\d$/);
	expect(made.settings.endpointUrl).toMatch(/^https:\/\/host-\d\.invalid\/v1$/);
	const { connection, endpointUrl } = made.settings;
	await client.conversations.updateSettings({ id: made.id, settings: { connection, endpointUrl } });
	const texts = await client.app.shown({ draft: `Of ${ACCOUNT}.` });
	expect(texts).toEqual({ draft: 'Of •••••••••••1.' });
	// The environment tells which hosts are somebody's.
	expect((await client.app.shown({ draft: 'By proxy.quarry.test.' }))['draft']).toMatch(/^By host-\d\.invalid\.$/);
	await client.settings.update({ presenter: false });
	expect((await client.conversations.get({ id: made.id })).settings).toMatchObject(mine);
	expect(await client.app.shown(texts)).toEqual({ draft: `Of ${ACCOUNT}.` });
	// Elsewhere, dots are dots.
	await client.conversations.rename({ id: made.id, title: '•••••••••••1' });
	expect((await client.conversations.get({ id: made.id })).title).toBe('•••••••••••1');
});

test('an error is masked, too', async () => {
	const { client } = app;
	const { id } = await client.conversations.create({
		settings: { connection: profileConnection('acme-data'), region: 'us-east-1' },
	});
	await client.settings.update({ presenter: true });
	const { failure } = await ask(app, id, 'Hello.');
	expect(failure?.code).toBe('profile-missing');
	expect(JSON.stringify(failure)).not.toContain('acme-data');
	expect(failure?.message).toContain('••••');
});

test('a body that is edited is masked in the window, and goes out with what was masked', async () => {
	const { client } = app;
	const { id } = await client.conversations.create({});
	await client.settings.update({ presenter: true });
	const asked = { conversationId: id, settings: null, text: QUESTION, exchangeId: null };
	const preview = await client.turns.preview(asked);
	expectNothingIn(preview);
	expect(preview.text).toContain('•');
	const { operation, modelId } = preview;
	const body = { text: preview.text.replace('?"', '? Edited."'), operation, modelId };
	const turn = await client.turns.start({ conversationId: id, text: '', body });
	await (await watchTurn(app, turn.id)).until('ended');
	const [sent] = await practice.exchanges(1);
	expect(Buffer.from(sent?.requestBody ?? []).toString()).toContain(`${QUESTION} Edited.`);
	const [exchange] = (await client.conversations.get({ id })).turns[0]?.exchanges ?? [];
	const earlier = await client.turns.preview({ ...asked, text: '', exchangeId: exchange?.id ?? '' });
	expectNothingIn(earlier);
	expect(earlier.text).toBe(body.text);
});
