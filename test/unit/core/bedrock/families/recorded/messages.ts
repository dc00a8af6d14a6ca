import type { Recorded, TalkFamily } from './recorded.ts';
import { cached, hello, metrics } from './recorded.ts';

/** Bodies of messages that are lists of blocks. */
export const messages = {
	'claude-messages': {
		modelId: 'anthropic.claude-3-haiku-20240307-v1:0',
		talk: '{"anthropic_version":"bedrock-2023-05-31","max_tokens":9,"messages":[{"role":"user","content":[{"type":"text","text":"Hi"}]},{"role":"assistant","content":[{"type":"text","text":"Hello!"}]},{"role":"user","content":[{"type":"text","text":"俳句"}]}]}',
		everything: {
			anthropic_version: 'bedrock-2023-05-31',
			max_tokens: 9,
			system: '短く。',
			messages: [{ role: 'user', content: [{ type: 'text', text: 'Hi' }] }],
			temperature: 0,
			top_p: 0.5,
			top_k: 40,
			stop_sequences: ['終'],
		},
		response: {
			id: 'msg_bdrk_01',
			type: 'message',
			role: 'assistant',
			model: 'claude-3-haiku-20240307',
			content: [{ type: 'text', text: 'Hello' }],
			stop_reason: 'end_turn',
			stop_sequence: null,
			usage: { input_tokens: 5, cache_creation_input_tokens: 0, cache_read_input_tokens: 0, output_tokens: 2 },
		},
		cut: { content: [], stop_reason: 'max_tokens', stop_sequence: null, usage: { input_tokens: 5, output_tokens: 2 } },
		chunks: [
			{
				type: 'message_start',
				message: {
					usage: { input_tokens: 5, cache_creation_input_tokens: 0, cache_read_input_tokens: 0, output_tokens: 1 },
				},
			},
			{ type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } },
			{ type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text: 'Hel' } },
			{ type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text: 'lo' } },
			{ type: 'content_block_stop', index: 0 },
			{ type: 'message_delta', delta: { stop_reason: 'end_turn', stop_sequence: null }, usage: { output_tokens: 2 } },
			{ type: 'message_stop', ...metrics },
		],
		answer: hello,
		usage: cached,
		reasons: { whole: 'end_turn', cut: 'max_tokens' },
	},
	nova: {
		modelId: 'amazon.nova-lite-v1:0',
		talk: '{"schemaVersion":"messages-v1","messages":[{"role":"user","content":[{"text":"Hi"}]},{"role":"assistant","content":[{"text":"Hello!"}]},{"role":"user","content":[{"text":"俳句"}]}],"inferenceConfig":{"maxTokens":9}}',
		everything: {
			schemaVersion: 'messages-v1',
			system: [{ text: '短く。' }],
			messages: [{ role: 'user', content: [{ text: 'Hi' }] }],
			inferenceConfig: { maxTokens: 9, temperature: 0, topP: 0.5, topK: 40, stopSequences: ['終'] },
		},
		response: {
			output: { message: { content: [{ text: 'Hello' }], role: 'assistant' } },
			stopReason: 'end_turn',
			usage: {
				inputTokens: 5,
				outputTokens: 2,
				totalTokens: 7,
				cacheReadInputTokenCount: 0,
				cacheWriteInputTokenCount: 0,
			},
		},
		cut: { output: { message: { content: [], role: 'assistant' } }, stopReason: 'max_tokens' },
		chunks: [
			{ messageStart: { role: 'assistant' } },
			{ contentBlockDelta: { delta: { text: 'Hel' }, contentBlockIndex: 0 } },
			{ contentBlockStop: { contentBlockIndex: 0 } },
			{ contentBlockDelta: { delta: { text: 'lo' }, contentBlockIndex: 1 } },
			{ contentBlockStop: { contentBlockIndex: 1 } },
			{ messageStop: { stopReason: 'end_turn' } },
			{
				metadata: {
					usage: {
						inputTokens: 5,
						outputTokens: 2,
						cacheReadInputTokenCount: 0,
						cacheWriteInputTokenCount: 0,
					},
					metrics: {},
					trace: {},
				},
				...metrics,
			},
		],
		answer: hello,
		usage: cached,
		reasons: { whole: 'end_turn', cut: 'max_tokens' },
	},
} satisfies Partial<Record<TalkFamily, Recorded>>;
