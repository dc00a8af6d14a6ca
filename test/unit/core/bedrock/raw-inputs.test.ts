import { expect, test } from 'vitest';
import { withRawInputs } from '../../../../src/main/core/bedrock/raw-inputs.ts';
import type { AnswerPart } from '../../../../src/shared/model/content.ts';

const INPUT = '{"n": 1.0}';
const body = (...blocks: readonly string[]) => `{"output":{"message":{"content":[${blocks.join(',')}]}}}`;
const use = (id: string, input: string | null) =>
	`{"toolUse":{"toolUseId":"${id}","name":"look"${input === null ? '' : `,"input":${input}`}}}`;
const parts = (...inputs: readonly string[]): readonly AnswerPart[] =>
	inputs.flatMap((json, at) => [
		{ type: 'tool-use', id: String(at), name: 'look' } as const,
		{ type: 'tool-input', json } as const,
	]);

test('each use has the input that stands in its place, and what has none keeps what was read', () => {
	const text = body('{"text":"Now."}', use('0', INPUT), use('1', null), use('2', '{"n": 2.0}'));
	expect(withRawInputs(parts('{"n":1}', '{}', '{"n":2}'), text)).toEqual(parts(INPUT, '{}', '{"n": 2.0}'));
});

test.each([
	['has more of them than were read', body(use('0', INPUT), use('1', '{"n": 2.0}'))],
	['has none', body('{"text":"Now."}')],
	['is no JSON', 'Now.'],
])('a body that %s tells of none which is which', (_, text) => {
	expect(withRawInputs(parts('{"n":1}'), text)).toEqual(parts('{"n":1}'));
});
