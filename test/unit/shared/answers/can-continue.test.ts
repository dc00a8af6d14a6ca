import { expect, test } from 'vitest';
import {
	canContinue,
	canRetry,
	cutWithin,
	soundPart,
	toolsWaiting,
} from '../../../../src/shared/answers/can-continue.ts';
import type { ContentBlock } from '../../../../src/shared/model/content.ts';
import type { Turn } from '../../../../src/shared/model/conversation.ts';
import { emptyAnswer, exchange, question } from '../../core/storage/samples.ts';

const thought = { type: 'reasoning', text: 'Hm.', signature: 'c2ln', redacted: null } as const;
const look = { type: 'tool-use', id: '1', name: 'look', input: '{"a":1}' } as const;
const cutLook = { ...look, input: '{"a' };
const unbegun = { ...look, input: '' };
const said = {
	type: 'tool-result',
	toolUseId: '1',
	status: 'success',
	format: 'text',
	text: '4',
	by: 'person',
} as const;
const text = { type: 'text', text: 'Four' } as const;
const blank = { type: 'text', text: ' \n' } as const;

function turn(state: Turn['state'], content: readonly ContentBlock[], stopReason: string | null = null) {
	const answer = { ...emptyAnswer(question('c', 'q', 'Hello'), 'a'), content: [...content] };
	return { state, answer: content.length === 0 ? null : answer, exchanges: [exchange('t', 'e', { stopReason })] };
}

test.each([
	['a text', [thought, text], 'text'],
	['a text of nothing but white space', [blank], 'text'],
	['thoughts', [text, thought], 'thoughts'],
	['thoughts that are not told', [], 'thoughts'],
	['thoughts about results', [look, said], 'thoughts'],
	['the input of a tool', [text, cutLook], 'tool-use'],
	['an input that has not begun', [text, unbegun], 'tool-use'],
	['nothing: the use of the tool is whole', [text, look], null],
] as const)('an answer that reached its limit was cut within %s', (_, content, cut) => {
	expect(cutWithin(turn('complete', content, 'max_tokens'))).toBe(cut);
	expect(cutWithin(turn('complete', content, 'end_turn'))).toBeNull();
	expect(cutWithin(turn('incomplete', content, 'max_tokens'))).toBeNull();
});

test('at the limit the input in a whole answer is trusted only where it came as text', () => {
	const cut = turn('complete', [text, look], 'max_tokens');
	const by = (way: Pick<Turn['exchanges'][number], 'operation' | 'family'>) =>
		cutWithin({ ...cut, exchanges: [exchange('t', 'e', { stopReason: 'max_tokens', ...way })] });
	expect(by({ operation: 'Converse', family: null })).toBe('tool-use');
	expect(by({ operation: 'InvokeModel', family: 'claude-messages' })).toBe('tool-use');
	expect(by({ operation: 'InvokeModel', family: 'openai-chat' })).toBeNull();
	expect(by({ operation: 'InvokeModelWithResponseStream', family: 'claude-messages' })).toBeNull();
});

test.each([
	['a whole answer', turn('complete', [text], 'end_turn'), false, false],
	['one cut within its text', turn('complete', [text], 'max_tokens'), true, false],
	['one cut within its thoughts', turn('complete', [thought], 'max_tokens'), false, true],
	['one cut before anything was told', turn('complete', [], 'LENGTH'), false, true],
	['one cut within the input of a tool', turn('complete', [text, cutLook], 'max_tokens'), false, true],
	['one cut within its thoughts about results', turn('complete', [look, said, thought], 'max_tokens'), true, true],
	['one that waits for results', turn('complete', [text, look], 'tool_use'), false, true],
	['one that ended with the results', turn('complete', [look, said], 'end_turn'), true, false],
	['one that wrote no JSON', turn('complete', [cutLook], 'malformed_tool_use'), false, true],
	['one in which the service failed', turn('complete', [text, thought], 'ERROR'), true, true],
	['one that paused before any word', turn('complete', [thought], 'pause_turn'), false, true],
	['one that was held back', turn('complete', [text], 'guardrail_intervened'), false, false],
	['one stopped within its text', turn('stopped', [text]), true, true],
	['one stopped within its thoughts', turn('stopped', [thought]), false, true],
	['one stopped in white space', turn('stopped', [blank]), false, true],
	['one stopped before it answered results', turn('stopped', [look, said]), true, true],
	['one that broke off in thoughts about results', turn('incomplete', [look, said, thought]), true, true],
	['one that broke off in a tool’s input after words', turn('incomplete', [text, cutLook]), true, true],
	['one that broke off in a tool’s input', turn('interrupted', [thought, cutLook]), false, true],
	['one that broke off in a vector', turn('incomplete', [{ type: 'embedding', text: 'a', values: [1] }]), false, true],
	['one that failed', turn('failed', []), false, true],
	['one that runs', turn('running', [text]), false, false],
] as const)('what can be done with %s', (_, one, goesOn, anew) => {
	expect([canContinue(one), canRetry(one)]).toEqual([goesOn, anew]);
});

test('a turn waits for the results of all its open uses, where they can be given', () => {
	const other = { ...look, id: '2' };
	expect(toolsWaiting(turn('complete', [look, said, text, other, unbegun], 'tool_use'))).toEqual([other, unbegun]);
	expect(toolsWaiting(turn('complete', [look], 'max_tokens'))).toEqual([look]);
	expect(toolsWaiting(turn('complete', [look], null))).toEqual([look]);
	const spaces = { ...look, input: ' \n' };
	expect(toolsWaiting(turn('complete', [spaces], 'tool_use'))).toEqual([spaces]);
	for (const [state, content, reason] of [
		['running', [look], 'tool_use'],
		['stopped', [look], null],
		['complete', [look, said], 'tool_use'],
		['complete', [other, cutLook], 'tool_use'],
		['complete', [other, cutLook], 'max_tokens'],
		['complete', [other, unbegun], 'max_tokens'],
		['complete', [look], 'guardrail_intervened'],
		['complete', [look], 'malformed_tool_use'],
		['complete', [], 'tool_use'],
	] as const) {
		expect(toolsWaiting(turn(state, content, reason))).toEqual([]);
	}
});

test('an id that a model gives again has its own result', () => {
	expect(toolsWaiting(turn('complete', [look, said, look], 'tool_use'))).toEqual([look]);
	expect(toolsWaiting(turn('complete', [look, said, look, said], 'tool_use'))).toEqual([]);
});

test('what can be gone on from has no open uses and no thoughts at its end; its words stay', () => {
	expect(soundPart([thought, text, look, said, cutLook, blank, thought, thought])).toEqual([
		thought,
		text,
		look,
		said,
		blank,
	]);
	expect(soundPart([thought, look])).toEqual([]);
});
