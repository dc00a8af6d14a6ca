import type { Recorded, TalkFamily } from './recorded.ts';
import { counted, hello, metrics } from './recorded.ts';

/** Bodies of messages that are texts, as OpenAI has them, or near to that. */
export const chats = {
	'cohere-command': {
		modelId: 'cohere.command-r-v1:0',
		talk: '{"message":"俳句","chat_history":[{"role":"USER","message":"Hi"},{"role":"CHATBOT","message":"Hello!"}],"max_tokens":9}',
		everything: {
			message: 'Hi',
			preamble: '短く。',
			max_tokens: 9,
			temperature: 0,
			p: 0.5,
			k: 40,
			stop_sequences: ['終'],
		},
		response: {
			response_id: 'ac6d5f86',
			text: 'Hello',
			generation_id: '586ac33f',
			chat_history: [
				{ role: 'USER', message: 'Hi' },
				{ role: 'CHATBOT', message: 'Hello' },
			],
			finish_reason: 'COMPLETE',
		},
		cut: { response_id: 'a', text: 'Hel', generation_id: 'b', chat_history: [], finish_reason: 'MAX_TOKENS' },
		chunks: [
			{ is_finished: false, event_type: 'stream-start', generation_id: '586ac33f' },
			{ is_finished: false, event_type: 'text-generation', text: 'Hel' },
			{ is_finished: false, event_type: 'text-generation', text: 'lo' },
			{
				is_finished: true,
				event_type: 'stream-end',
				response: { response_id: 'ac6d5f86', text: 'Hello', generation_id: '586ac33f', finish_reason: 'COMPLETE' },
				finish_reason: 'COMPLETE',
				...metrics,
			},
		],
		answer: hello,
		usage: null,
		reasons: { whole: 'COMPLETE', cut: 'MAX_TOKENS' },
	},
	'openai-chat': {
		modelId: 'openai.gpt-oss-20b-1:0',
		talk: '{"messages":[{"role":"user","content":"Hi"},{"role":"assistant","content":"Hello!"},{"role":"user","content":"俳句"}],"max_completion_tokens":9}',
		everything: {
			messages: [
				{ role: 'system', content: '短く。' },
				{ role: 'user', content: 'Hi' },
			],
			max_completion_tokens: 9,
			temperature: 0,
			top_p: 0.5,
			stop: ['終'],
		},
		response: {
			choices: [
				{
					finish_reason: 'stop',
					index: 0,
					message: { content: '<reasoning>Hm</reasoning>Hello', role: 'assistant' },
				},
			],
			created: 1763683200,
			id: 'chatcmpl-1',
			model: 'openai.gpt-oss-20b-1:0',
			object: 'chat.completion',
			usage: { completion_tokens: 2, prompt_tokens: 5, total_tokens: 7 },
		},
		cut: { choices: [{ finish_reason: 'length', index: 0, message: { content: '<reasoning>H', role: 'assistant' } }] },
		chunks: [
			{ choices: [{ index: 0, delta: { role: 'assistant', content: '' }, finish_reason: null }] },
			{ choices: [{ index: 0, delta: { content: '<reason' }, finish_reason: null }] },
			{ choices: [{ index: 0, delta: { content: 'ing>Hm</' }, finish_reason: null }] },
			{ choices: [{ index: 0, delta: { content: 'reasoning>Hel' }, finish_reason: null }] },
			{ choices: [{ index: 0, delta: { content: 'lo' }, finish_reason: null }] },
			{ choices: [{ index: 0, delta: {}, finish_reason: 'stop' }] },
			{ choices: [], usage: { completion_tokens: 2, prompt_tokens: 5, total_tokens: 7 }, ...metrics },
		],
		answer: [{ type: 'reasoning', text: 'Hm', signature: null, redacted: null }, ...hello],
		usage: counted,
		reasons: { whole: 'stop', cut: 'length' },
	},
	'mistral-chat': {
		modelId: 'mistral.mistral-large-3-675b-instruct',
		talk: '{"messages":[{"role":"user","content":"Hi"},{"role":"assistant","content":"Hello!"},{"role":"user","content":"俳句"}],"max_tokens":9}',
		everything: {
			messages: [
				{ role: 'system', content: '短く。' },
				{ role: 'user', content: 'Hi' },
			],
			max_tokens: 9,
			temperature: 0,
			top_p: 0.5,
			stop: ['終'],
		},
		response: { choices: [{ index: 0, message: { role: 'assistant', content: 'Hello' }, stop_reason: 'stop' }] },
		cut: { choices: [{ index: 0, message: { role: 'assistant', content: 'Hel' }, stop_reason: 'length' }] },
		chunks: [
			{ choices: [{ index: 0, message: { role: 'assistant', content: 'Hel' }, stop_reason: null }] },
			{ choices: [{ index: 0, message: { role: 'assistant', content: 'lo' }, stop_reason: null }] },
			{ choices: [{ index: 0, message: { role: 'assistant', content: '' }, stop_reason: 'stop' }], ...metrics },
		],
		answer: hello,
		usage: null,
		reasons: { whole: 'stop', cut: 'length' },
	},
	jamba: {
		modelId: 'ai21.jamba-1-5-mini-v1:0',
		talk: '{"messages":[{"role":"user","content":"Hi"},{"role":"assistant","content":"Hello!"},{"role":"user","content":"俳句"}],"max_tokens":9}',
		everything: {
			messages: [
				{ role: 'system', content: '短く。' },
				{ role: 'user', content: 'Hi' },
			],
			max_tokens: 9,
			temperature: 0,
			top_p: 0.5,
			stop: ['終'],
		},
		response: {
			id: 'chat-1',
			choices: [{ index: 0, message: { role: 'assistant', content: 'Hello' }, finish_reason: 'stop' }],
			usage: { prompt_tokens: 5, completion_tokens: 2, total_tokens: 7 },
		},
		cut: { id: 'chat-1', choices: [{ index: 0, message: { content: 'Hel' }, finish_reason: 'length' }] },
		chunks: [
			{ id: 'chat-1', choices: [{ index: 0, delta: { role: 'assistant' }, finish_reason: null }] },
			{ id: 'chat-1', choices: [{ index: 0, delta: { content: 'Hel' }, finish_reason: null }] },
			{ id: 'chat-1', choices: [{ index: 1, delta: { content: 'of another answer' }, finish_reason: null }] },
			{ id: 'chat-1', choices: [{ index: 0, delta: { content: 'lo' }, finish_reason: null }] },
			{
				id: 'chat-1',
				choices: [{ index: 0, delta: { content: '' }, finish_reason: 'stop' }],
				usage: { prompt_tokens: 5, completion_tokens: 2, total_tokens: 7 },
				...metrics,
			},
		],
		answer: hello,
		usage: counted,
		reasons: { whole: 'stop', cut: 'length' },
	},
	// As New Relic recorded it; of its tokens one.
} satisfies Partial<Record<TalkFamily, Recorded>>;
