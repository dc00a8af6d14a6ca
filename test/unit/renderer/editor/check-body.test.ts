import { describe, expect, test } from 'vitest';
import { checkBody } from '../../../../src/renderer/editor/check-body.ts';
import type { FieldContext } from '../../../../src/shared/fields/field-context.ts';

const converse: FieldContext = { kind: 'body', side: 'request', operation: 'Converse', family: 'claude-messages' };
const claude: FieldContext = { ...converse, operation: 'InvokeModel' };
const unknown: FieldContext = { ...claude, family: null };

/** Each problem as the text that it marks and its facts; an exclamation mark where AWS would refuse it. */
function found(text: string, context: FieldContext, byPrompt = false): unknown[] {
	return checkBody(text, context, byPrompt).map(({ from, to, refused, facts }) => [
		text.slice(from, to),
		refused ? '!' : '?',
		facts,
	]);
}

const whole = '{"anthropic_version":"bedrock-2023-05-31","max_tokens":9,"messages":[{"role":"user","content":"hi"}]';

describe('what is no JSON is said first, and alone', () => {
	test.each([
		['', '', 'ValueExpected'],
		['{"a":[1,2,}', '}', 'ValueExpected'],
		['{"a":1}x', 'x', 'InvalidSymbol'],
		['{"a" 1}', '1', 'ColonExpected'],
		['{"a":1 "b":2}', '"b"', 'CommaExpected'],
		['{"a":"\\q"}', '"\\q"', 'InvalidEscapeCharacter'],
		['{"a":1,}', '}', 'PropertyNameExpected'],
		['{/**/}', '/**/', 'InvalidCommentToken'],
		['{"messages":', ':', 'ValueExpected'],
	])('%s', (text, marked, code) => {
		expect(found(text, claude)).toEqual([[marked, '!', { kind: 'syntax', code }]]);
	});
});

describe('what the dictionary knows of the fields', () => {
	test('a whole body has no problem, in either form of its content', () => {
		expect(found(`${whole}}`, claude)).toEqual([]);
		expect(found('{"messages":[{"role":"user","content":[{"text":"hi"}]}]}', converse)).toEqual([]);
	});

	test('a field that is not there, with the one that was meant', () => {
		expect(found(`${whole},"stream":true}`, claude)).toEqual([
			['"stream"', '!', { kind: 'unknownKey', key: 'stream', near: null }],
		]);
		expect(found(`${whole},"stopSequences":[]}`, claude)).toEqual([
			['"stopSequences"', '!', { kind: 'unknownKey', key: 'stopSequences', near: 'stop_sequences' }],
		]);
		expect(found('{"messages":[],"inferenceConfig":{"temprature":1}}', converse)).toEqual([
			['"temprature"', '!', { kind: 'unknownKey', key: 'temprature', near: 'temperature' }],
		]);
		// Two letters that are two letters away from every name mean none of them.
		expect(found(`${whole},"tp":1}`, claude)).toMatchObject([['"tp"', '!', { near: null }]]);
		// The model id stands in the address.
		expect(found('{"messages":[],"modelId":"x"}', converse)).toMatchObject([['"modelId"', '!', { near: null }]]);
	});

	test('what is missing, where it is missing', () => {
		expect(found('{"messages":[{"role":"user"}]}', claude)).toEqual([
			['{', '!', { kind: 'missingKey', key: 'anthropic_version' }],
			['{', '!', { kind: 'missingKey', key: 'max_tokens' }],
			['{', '!', { kind: 'missingKey', key: 'content' }],
		]);
		expect(found('{}', converse)).toEqual([['{', '!', { kind: 'missingKey', key: 'messages' }]]);
		expect(found('{}', converse, true)).toEqual([]);
	});

	test('a value of another kind, down to the item of a list', () => {
		expect(found('{"messages":"hi"}', converse)).toEqual([
			['"hi"', '!', { kind: 'type', types: ['object[]'], found: 'string' }],
		]);
		expect(found('{"messages":[{"role":"user","content":[1]}]}', converse)).toEqual([
			['1', '!', { kind: 'type', types: ['object'], found: 'number' }],
		]);
		expect(found('{"messages":[],"inferenceConfig":{"maxTokens":1.5}}', converse)).toEqual([
			['1.5', '!', { kind: 'type', types: ['integer'], found: 'number' }],
		]);
		expect(found('[1]', converse)).toEqual([['[1]', '!', { kind: 'notObject' }]]);
	});

	test('one member of a union, no more and no less', () => {
		const content = (block: string): string => `{"messages":[{"role":"user","content":[${block}]}]}`;
		expect(found(content('{"text":"a","cachePoint":{"type":"default"}}'), converse)).toMatchObject([
			['{', '!', { kind: 'oneOnly', found: 2 }],
		]);
		expect(found(content('{}'), converse)).toMatchObject([['{', '!', { kind: 'oneOnly', found: 0 }]]);
	});

	test('what is unusual is no refusal', () => {
		expect(found(`${whole},"temperature":2}`, claude)).toEqual([['2', '?', { kind: 'outOfRange', from: 0, to: 1 }]]);
		expect(found('{"messages":[],"serviceTier":{"type":"fast"}}', converse)).toEqual([
			['"fast"', '?', { kind: 'notOneOf', values: ['default', 'priority', 'flex', 'reserved'] }],
		]);
		expect(found(`${whole},"top_k":1,"top_k":2}`, claude)).toEqual([
			['"top_k"', '?', { kind: 'repeatedKey', key: 'top_k' }],
		]);
	});

	test('what a field just takes is nothing to be said', () => {
		for (const temperature of [0, 1]) expect(found(`${whole},"temperature":${temperature}}`, claude)).toEqual([]);
		const stops = (count: number): string =>
			`{"messages":[],"inferenceConfig":{"stopSequences":${JSON.stringify(Array(count).fill('a'))}}}`;
		expect(found(stops(2500), converse)).toEqual([]);
		expect(found(stops(2501), converse)).toEqual([[expect.any(String), '?', { kind: 'tooLong', longest: 2500 }]]);
		// The known values are not all there are.
		const source = '{"type":"image","source":{"type":"url"}}';
		expect(found(`${whole.replace('"hi"', `[${source}]`)}}`, claude)).toEqual([]);
	});

	test('of a body of another format not everything is said; each problem has its place', () => {
		const messages = Array(120).fill('{"role":"user","content":[{"text":"a"},{"txt":1}]}').join(',');
		const problems = checkBody(`{"messages":[${messages}]}`, converse);
		expect(problems).toHaveLength(100);
		expect(problems[1]?.path).toEqual(['messages', 1, 'content', 1, 'txt']);
		expect(problems.map(({ from }) => from)).toEqual(problems.map(({ from }) => from).toSorted((a, b) => a - b));
	});

	test('of keys of its own making, and of a body that nobody knows, nothing is said', () => {
		const free = '{"messages":[],"additionalModelRequestFields":{"x":1},"requestMetadata":{"team":"rock"}}';
		expect(found(free, converse)).toEqual([]);
		expect(found('{"messages":[],"promptVariables":{"any":{"txt":"a"}}}', converse)).toMatchObject(
			[
				['"txt"', '!', { near: 'text' }],
				['{', '!', { kind: 'oneOnly' }],
			].slice(0, 1),
		);
		expect(found('{"anything":[1]}', unknown)).toEqual([]);
	});
});
