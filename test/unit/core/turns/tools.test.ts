import { expect, test } from 'vitest';
import type { CallEnd } from '../../../../src/main/core/bedrock/call.ts';
import { textMessage } from '../../../../src/main/core/bedrock/call.ts';
import { StoreError } from '../../../../src/main/core/storage/store-error.ts';
import type { GivenResult } from '../../../../src/main/core/turns/results-for.ts';
import type { AnswerPart } from '../../../../src/shared/model/content.ts';
import { textOf } from '../../../../src/shared/model/content.ts';
import type { RequestSettings } from '../../../../src/shared/model/settings.ts';
import type { ToolDefinition } from '../../../../src/shared/model/tools.ts';
import { builtInDefinitions } from '../../../../src/shared/model/tools.ts';
import { begin, hub, isStarted, toEnd } from './hub.ts';

type Hub = Awaited<ReturnType<typeof hub>>;

const weather: ToolDefinition = { name: 'weather', description: '', inputSchema: '{}', strict: null, builtIn: null };
const thought = { type: 'reasoning', text: 'Hm.', signature: 'c2ln', redacted: null } as const;

/** Ends a call after what it brings: texts, or other parts. */
async function answer(
	{ calls }: Hub,
	index: number,
	parts: readonly (string | AnswerPart)[],
	stopReason: string | null = 'tool_use',
	end: CallEnd = { state: 'complete', failure: null },
): Promise<void> {
	const call = calls[index];
	if (call === undefined) throw new Error(`There is no call ${index}`);
	for (const part of parts) {
		if (typeof part === 'string') call.sink.text(part);
		else if (part.type !== 'text') call.sink.part(part);
	}
	if (stopReason !== null) call.sink.stopReason(stopReason);
	call.end(end);
	// What follows a call follows in microtasks: a macrotask later the next one is made, or none will be.
	await new Promise(setImmediate);
}

function uses(name: string, id: string, input: string): AnswerPart[] {
	return [
		{ type: 'tool-use', id, name },
		{ type: 'tool-input', json: input.slice(0, 3) },
		{ type: 'tool-input', json: input.slice(3) },
	];
}

function use(name: string, id: string, input: string) {
	return { type: 'tool-use', id, name, input } as const;
}

function given(toolUseId: string, text: string, changes: Partial<GivenResult> = {}): GivenResult {
	return { toolUseId, status: 'success', format: 'text', text, ...changes };
}

function result(toolUseId: string, text: string, changes: object = {}) {
	return { type: 'tool-result', by: 'person', ...given(toolUseId, text), ...changes } as const;
}

async function waiting(settings: Partial<RequestSettings> = {}) {
	const app = await hub(undefined, { request: { tools: [weather], ...settings } });
	const turn = await begin(app.turns, app.id, 'Weather in Kyoto?');
	const parts: AnswerPart[] = [
		{ type: 'reasoning', text: 'Hm.' },
		{ type: 'signature', signature: 'c2ln' },
	];
	await answer(app, 0, [
		...parts,
		'Let me look. ',
		...uses('weather', '1', '{"city":"Kyoto"}'),
		...uses('weather', '2', ''),
	]);
	const { turn: ended } = await toEnd(app.turns, turn.id);
	return { ...app, turnId: turn.id, ended };
}

const used = [
	thought,
	{ type: 'text', text: 'Let me look. ' },
	use('weather', '1', '{"city":"Kyoto"}'),
	use('weather', '2', ''),
] as const;

test('a turn that asks for tools is complete, waits, and goes on with the results: one answer, two calls', async () => {
	const app = await waiting();
	expect([app.ended.state, app.ended.answer?.content]).toEqual(['complete', used]);
	const watched = async () => {
		const started = await app.turns.answerTools(app.turnId, [
			given('2', '{"sky":"clear"}', { format: 'json' }),
			given('1', 'No such city', { status: 'error' }),
		]);
		if (!isStarted(started)) throw new Error(`Not started: ${JSON.stringify(started)}`);
		return started.turn;
	};
	const begun = await watched();
	const results = [
		result('1', 'No such city', { status: 'error' }),
		result('2', '{"sky":"clear"}', { format: 'json' }),
	];
	expect([begun.state, begun.answer?.content]).toEqual(['running', [...used, ...results]]);
	expect(app.calls[1]?.call.messages).toEqual([
		textMessage('user', 'Weather in Kyoto?'),
		{ role: 'assistant', content: [...used.slice(0, 3), use('weather', '2', '{}')] },
		{ role: 'user', content: results },
	]);
	await answer(app, 1, ['It is', ' clear.'], 'end_turn');
	const { turn } = await toEnd(app.turns, app.turnId);
	expect(turn.answer?.content).toEqual([...used, ...results, { type: 'text', text: 'It is clear.' }]);
	expect(turn.exchanges.map(({ continues, answersTools }) => [continues, answersTools])).toEqual([
		[false, false],
		[true, true],
	]);
	expect(await app.memory.turn(app.turnId)).toEqual(turn);
	// A next question sends all of it.
	await begin(app.turns, app.id, 'Thanks');
	expect(app.calls[2]?.call.messages.map(({ role }) => role)).toEqual([
		'user',
		'assistant',
		'user',
		'assistant',
		'user',
	]);
});

test.each([
	['one is missing', [given('1', 'a')], 'others'],
	['one is not of this turn', [given('1', 'a'), given('3', 'b')], 'others'],
	['one comes twice', [given('1', 'a'), given('1', 'b')], 'others'],
	['there is one more', [given('1', 'a'), given('2', 'b'), given('2', 'c')], 'others'],
	['one is to be JSON and is not', [given('1', 'a'), given('2', '{', { format: 'json' })], 'not-json'],
] as const)('results are refused where %s', async (_, results, reason) => {
	const app = await waiting();
	expect(await app.turns.answerTools(app.turnId, results)).toEqual({ refused: { code: 'results-not-taken', reason } });
	expect(app.calls).toHaveLength(1);
	expect(await app.memory.turn(app.turnId)).toEqual(app.ended);
});

test('results are refused where none are waited for: of a turn that is over, that runs, that is not the last one', async () => {
	const app = await waiting();
	const results = [given('1', 'a'), given('2', 'b')];
	await app.turns.answerTools(app.turnId, results);
	expect(await app.turns.answerTools(app.turnId, results)).toEqual({
		refused: { code: 'turn-running', turnId: app.turnId },
	});
	await answer(app, 1, ['Clear.'], 'end_turn');
	await toEnd(app.turns, app.turnId);
	const notWaiting = { refused: { code: 'results-not-taken', reason: 'not-waiting' } };
	expect(await app.turns.answerTools(app.turnId, results)).toEqual(notWaiting);
	const other = await waiting();
	await begin(other.turns, other.id, 'Never mind');
	other.calls[1]?.end();
	await new Promise(setImmediate);
	expect(await other.turns.answerTools(other.turnId, results)).toEqual(notWaiting);
	expect(await other.turns.answerTools('nowhere', results)).toEqual({ refused: { code: 'turn-not-found' } });
});

test('results that can’t be saved are not given, and can be given again', async () => {
	let refuse = false;
	const app = await hub((memory) => ({
		save: (changes) =>
			refuse ? Promise.reject(new StoreError('not-saved', 'database or disk is full')) : memory.save(changes),
	}));
	const turn = await begin(app.turns, app.id, 'Weather?');
	await answer(app, 0, uses('weather', '1', '{}'));
	const { turn: ended } = await toEnd(app.turns, turn.id);
	refuse = true;
	await expect(app.turns.answerTools(turn.id, [given('1', 'Clear')])).rejects.toMatchObject({ code: 'not-saved' });
	expect(app.calls).toHaveLength(1);
	expect(await app.memory.turn(turn.id)).toEqual(ended);
	refuse = false;
	expect(isStarted(await app.turns.answerTools(turn.id, [given('1', 'Clear')]))).toBe(true);
});

test('a call with results that fails keeps them, and is made again by going on', async () => {
	const app = await waiting();
	await app.turns.answerTools(app.turnId, [given('1', 'a'), given('2', 'b')]);
	await answer(app, 1, [], null, { state: 'failed', failure: null });
	const { turn: failed } = await toEnd(app.turns, app.turnId);
	const content = [...used, result('1', 'a'), result('2', 'b')];
	expect([failed.state, failed.answer?.content]).toEqual(['incomplete', content]);
	expect(isStarted(await app.turns.continue(app.turnId))).toBe(true);
	expect(app.calls[2]?.call.messages).toEqual(app.calls[1]?.call.messages);
	await answer(app, 2, ['Clear.'], 'end_turn');
	const { turn } = await toEnd(app.turns, app.turnId);
	expect([turn.state, turn.answer?.content]).toEqual(['complete', [...content, { type: 'text', text: 'Clear.' }]]);
	expect(turn.exchanges.map(({ answersTools }) => answersTools)).toEqual([false, true, true]);
});

test('what broke off within thoughts or the input of a tool is left behind by going on; the words stay', async () => {
	const app = await waiting();
	await app.turns.answerTools(app.turnId, [given('1', 'a'), given('2', 'b')]);
	await answer(app, 1, [{ type: 'reasoning', text: 'Well, ' }], null, { state: 'incomplete', failure: null });
	await toEnd(app.turns, app.turnId);
	await app.turns.continue(app.turnId);
	expect(app.calls[2]?.call.messages).toEqual(app.calls[1]?.call.messages);
	await answer(app, 2, ['So: ', ...uses('weather', '3', '{"ci')], null, { state: 'incomplete', failure: null });
	const { turn: broken } = await toEnd(app.turns, app.turnId);
	expect(broken.answer?.content.slice(6)).toEqual([{ type: 'text', text: 'So: ' }, use('weather', '3', '{"ci')]);
	await app.turns.continue(app.turnId);
	expect(app.calls[3]?.call.messages.slice(3)).toEqual([textMessage('assistant', 'So:')]);
	await answer(app, 3, [' clear.'], 'end_turn');
	const { turn } = await toEnd(app.turns, app.turnId);
	expect(turn.answer?.content.slice(6)).toEqual([{ type: 'text', text: 'So: clear.' }]);
	expect(await app.memory.turn(app.turnId)).toEqual(turn);
});

test('asking again begins anew from the question, and the earlier calls stay to be seen', async () => {
	const app = await waiting();
	await app.turns.retry(app.turnId);
	expect(app.calls[1]?.call.messages).toEqual([textMessage('user', 'Weather in Kyoto?')]);
	await answer(app, 1, ['No idea.'], 'end_turn');
	const { turn } = await toEnd(app.turns, app.turnId);
	expect(textOf(turn.answer?.content ?? [])).toBe('No idea.');
	expect(turn.exchanges.map(({ index, continues }) => [index, continues])).toEqual([
		[1, false],
		[2, false],
	]);
});

const { calculator, current_time } = builtInDefinitions;

test('the app’s own tools answer by themselves, each round a call of its own that can be watched', async () => {
	const app = await hub(undefined, {
		request: { tools: [calculator, { ...current_time, name: 'now' }], toolRounds: 5 },
	});
	const turn = await begin(app.turns, app.id, 'What is 6 × 7?');
	const watched = toEnd(app.turns, turn.id);
	await answer(app, 0, ['Let me see.', ...uses('calculator', '1', '{"expression":"6*7"}'), ...uses('now', '2', '')]);
	const results = [
		result('1', '42', { by: 'built-in' }),
		result('2', '{"timezone":"UTC","time":"1970-01-01T00:00:01+00:00","weekday":"Thursday"}', {
			format: 'json',
			by: 'built-in',
		}),
	];
	expect(app.calls[1]?.call.messages.at(-1)).toEqual({ role: 'user', content: results });
	await answer(app, 1, uses('calculator', '3', '{"expression":"42/0"}'));
	expect(app.calls[2]?.call.messages.at(-1)?.content).toEqual([
		result('3', 'Division by zero.', { status: 'error', by: 'built-in' }),
	]);
	await answer(app, 2, ['42.'], 'end_turn');
	const { all, turn: ended } = await watched;
	expect(ended.exchanges.map(({ continues, answersTools, state }) => [continues, answersTools, state])).toEqual([
		[false, false, 'complete'],
		[true, true, 'complete'],
		[true, true, 'complete'],
	]);
	expect(textOf(ended.answer?.content ?? [])).toBe('Let me see.42.');
	const told = all.flatMap((event) => {
		if (event.type === 'part') return [event.part.type];
		return event.type === 'exchange' && event.exchange.stopReason === null && event.exchange.firstTokenMs === null
			? [`call ${event.exchange.index}`]
			: [];
	});
	expect(told.slice(told.indexOf('tool-result'))).toEqual([
		'tool-result',
		'tool-result',
		'call 2',
		'tool-use',
		'tool-input',
		'tool-result',
		'call 3',
	]);
	expect(await app.memory.turn(turn.id)).toEqual(ended);
});

test.each([
	['they may not', { toolRounds: null }, uses('calculator', '1', '{}')],
	['one of the uses is a person’s to answer', {}, [...uses('calculator', '1', '{}'), ...uses('weather', '2', '{}')]],
	['nobody offered such a tool', {}, uses('clock', '1', '{}')],
	['an input is no JSON', {}, uses('calculator', '1', '{"expr')],
] as const)('the person is waited for where %s', async (_, changes, parts) => {
	const app = await hub(undefined, { request: { tools: [calculator, weather], toolRounds: 5, ...changes } });
	const turn = await begin(app.turns, app.id, 'Hello');
	await answer(app, 0, parts);
	const { turn: ended } = await toEnd(app.turns, turn.id);
	expect([ended.state, app.calls.length]).toEqual(['complete', 1]);
});

test('after as many calls in a row as were set the person is waited for, and what they give starts anew', async () => {
	const app = await hub(undefined, { request: { tools: [calculator], toolRounds: 2 } });
	const turn = await begin(app.turns, app.id, 'Count');
	for (const index of [0, 1, 2]) await answer(app, index, uses('calculator', `${index}`, '{"expression":"1"}'));
	await toEnd(app.turns, turn.id);
	expect(app.calls).toHaveLength(3);
	await app.turns.answerTools(turn.id, [given('2', 'one')]);
	for (const index of [3, 4, 5]) await answer(app, index, uses('calculator', `${index}`, '{"expression":"1"}'));
	await toEnd(app.turns, turn.id);
	expect(app.calls).toHaveLength(6);
});

test('a Stop that comes just as a call has ended lets no tool answer', async () => {
	const app = await hub(undefined, { request: { tools: [calculator], toolRounds: 2 } });
	const turn = await begin(app.turns, app.id, 'Count');
	const asking = answer(app, 0, uses('calculator', '1', '{}'));
	app.turns.stop(turn.id);
	await asking;
	await toEnd(app.turns, turn.id);
	expect(app.calls).toHaveLength(1);
});

test('automatic continuation goes on with a cut text between rounds, but not with cut thoughts or a cut input', async () => {
	const continuation = { mode: 'automatic', calls: 5, outputTokens: 1_000_000 } as const;
	const app = await hub(undefined, { continuation, request: { tools: [calculator], toolRounds: 1 } });
	const turn = await begin(app.turns, app.id, 'Count');
	await answer(app, 0, ['One, \n'], 'max_tokens');
	expect(app.calls[1]?.call.messages.at(-1)).toEqual(textMessage('assistant', 'One,'));
	await answer(app, 1, ['\ntwo', ...uses('calculator', '1', '{"expression":"1+1"}')]);
	await answer(app, 2, ['Three'], 'max_tokens');
	await answer(app, 3, [', four', ...uses('calculator', '2', '{"expr')], 'max_tokens');
	const { turn: ended } = await toEnd(app.turns, turn.id);
	expect(app.calls).toHaveLength(4);
	expect(textOf(ended.answer?.content ?? [])).toBe('One, \ntwoThree, four');
	const other = await hub(undefined, { continuation });
	await begin(other.turns, other.id, 'Think');
	await answer(other, 0, ['So', { type: 'reasoning', text: 'Hm' }], 'max_tokens');
	expect(other.calls).toHaveLength(1);
});

test('what is held back of a text, as it may be a repetition, comes before the use of a tool', async () => {
	const continuation = { mode: 'automatic', calls: 5, outputTokens: 1_000_000 } as const;
	const request = { modelId: 'us.anthropic.claude-sonnet-4-6', tools: [weather] };
	const app = await hub(undefined, { continuation, request });
	const turn = await begin(app.turns, app.id, 'Weather in Kyoto?');
	await answer(app, 0, ['Let me look at the sky'], 'max_tokens');
	await answer(app, 1, [' at the', ...uses('weather', '1', '{"city":"Kyoto"}')]);
	const { turn: ended } = await toEnd(app.turns, turn.id);
	expect(ended.answer?.content).toEqual([
		{ type: 'text', text: 'Let me look at the sky at the' },
		use('weather', '1', '{"city":"Kyoto"}'),
	]);
});

test('thoughts before the further text take nothing from how it is joined', async () => {
	const continuation = { mode: 'automatic', calls: 1, outputTokens: 1_000_000 } as const;
	const app = await hub(undefined, { continuation, request: { modelId: 'us.anthropic.claude-sonnet-4-6' } });
	const turn = await begin(app.turns, app.id, 'Count');
	await answer(app, 0, ['One \n'], 'max_tokens');
	await answer(app, 1, [{ type: 'reasoning', text: 'Hm' }, '\ntwo'], 'end_turn');
	const { turn: ended } = await toEnd(app.turns, turn.id);
	expect(textOf(ended.answer?.content ?? [])).toBe('One \ntwo');
});

test('a call that breaks off within thoughts has brought something', async () => {
	const app = await hub();
	const turn = await begin(app.turns, app.id, 'Think');
	app.calls[0]?.sink.part({ type: 'reasoning', text: 'Hm' });
	app.calls[0]?.fail(new RangeError('Out of range'));
	const { turn: ended } = await toEnd(app.turns, turn.id);
	expect([ended.state, ended.exchanges[0]?.state]).toEqual(['incomplete', 'incomplete']);
});

test('an answer that waits when the app closes waits again when it is opened', async () => {
	const app = await waiting();
	await app.turns.answerTools(app.turnId, [given('1', 'a'), given('2', 'b')]);
	app.calls[1]?.sink.part({ type: 'reasoning', text: 'Hm' });
	await app.turns.close();
	const kept = await app.memory.turn(app.turnId);
	expect([kept?.state, kept?.answer?.content.at(-1)]).toEqual([
		'interrupted',
		{ type: 'reasoning', text: 'Hm', signature: null, redacted: null },
	]);
});
