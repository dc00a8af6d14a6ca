import type { SentBlock } from '../../../../../src/main/core/bedrock/call.ts';
import type { RequestSettings } from '../../../../../src/shared/model/settings.ts';
import { defaultRequestSettings } from '../../../../../src/shared/model/settings.ts';

/** Settings in which everything is set, each to a value that is found again in what is sent. */
export function fullSettings(changes: Partial<RequestSettings> = {}): RequestSettings {
	return {
		...defaultRequestSettings,
		system: 'sys-1',
		maxTokens: 4321,
		temperature: 0.25,
		topP: 0.75,
		topK: 77,
		stopSequences: ['stop-1'],
		reasoning: { mode: 'budget', budgetTokens: 2048 },
		effort: 'medium',
		tools: [
			{
				name: 'weather',
				description: 'Tells the weather.',
				inputSchema: '{"type":"object","properties":{"city":{"type":"string"}}}',
				strict: true,
				builtIn: null,
			},
			{ name: 'now', description: '', inputSchema: '{"type":"object"}', strict: null, builtIn: 'current_time' },
		],
		systemTools: ['nova_grounding'],
		toolChoice: { type: 'tool', name: 'weather' },
		toolRounds: 3,
		cache: { system: true, tools: true, messages: true, ttl: '1h' },
		guardrail: {
			identifier: 'gr-1',
			version: 'DRAFT',
			trace: 'enabled_full',
			streamProcessingMode: 'async',
			questionOnly: true,
			system: true,
		},
		outputSchema: { schema: '{"type":"object"}', name: 'answer', description: 'An answer.' },
		citations: true,
		additionalFields: '{"anthropic_beta":["beta-1"]}',
		responsePaths: ['/stop_sequence'],
		promptVariables: { topic: 'rocks' },
		requestMetadata: { project: '岩' },
		performance: 'optimized',
		serviceTier: 'flex',
		...changes,
	};
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A file with its name for content. */
export function attached(kind: 'image' | 'document' | 'video' | 'audio', name: string, format: string): SentBlock {
	return { type: 'attachment', kind, format, name, bytes: bytes(name) };
}

export const found: SentBlock = {
	type: 'search-result',
	title: 'Granite',
	source: 'https://rocks.example/granite',
	text: 'Granite is an igneous rock.',
};
export const thought: SentBlock = { type: 'reasoning', text: 'hm', signature: 'sig-1', redacted: null };
export const unsigned: SentBlock = { type: 'reasoning', text: 'hm', signature: null, redacted: null };
export const redacted: SentBlock = { type: 'reasoning', text: '', signature: null, redacted: 'c2VjcmV0' };
export const used: SentBlock = { type: 'tool-use', id: 'tu-1', name: 'weather', input: '{"city":"Tokyo"}' };
export const usedPlainly: SentBlock = { type: 'tool-use', id: 'tu-2', name: 'now', input: '' };
export const told: SentBlock = {
	type: 'tool-result',
	toolUseId: 'tu-1',
	status: 'success',
	format: 'json',
	text: '{"degrees":21}',
	by: 'person',
};
export const failed: SentBlock = {
	type: 'tool-result',
	toolUseId: 'tu-2',
	status: 'error',
	format: 'text',
	text: 'no clock',
	by: 'built-in',
};
