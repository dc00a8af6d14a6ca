import { expect, test } from 'vitest';
import { samplingConflict } from '../../../../src/renderer/chat/sampling.ts';

const one = 'us.anthropic.claude-haiku-4-5-20251001-v1:0';
const none = 'us.anthropic.claude-sonnet-5';

test('a model that takes either refuses both together', () => {
	expect(samplingConflict({ modelId: one, temperature: 0.5, topP: 0.9 })).toBe('both');
	expect(samplingConflict({ modelId: one, temperature: 0.5, topP: null })).toBe(null);
	expect(samplingConflict({ modelId: one, temperature: null, topP: 0 })).toBe(null);
});

test('a model that takes neither refuses each', () => {
	expect(samplingConflict({ modelId: none, temperature: null, topP: 0.9 })).toBe('any');
	expect(samplingConflict({ modelId: none, temperature: 0, topP: null })).toBe('any');
	expect(samplingConflict({ modelId: none, temperature: null, topP: null })).toBe(null);
});

test('of an unknown model, and of one that takes both, nothing is said', () => {
	expect(samplingConflict({ modelId: 'someone.new-v1:0', temperature: 1, topP: 1 })).toBe(null);
	expect(samplingConflict({ modelId: 'amazon.titan-text-express-v1', temperature: 1, topP: 1 })).toBe(null);
});
