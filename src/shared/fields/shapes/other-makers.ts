import type { ShapeTable } from '../field-shape.ts';
import { cohereCommandPage, deepseekPage, jambaPage, llamaPage, mistralTextPage } from './pages.ts';

/** The native bodies of Llama, of Mistral’s text completion, of Cohere Command R, of DeepSeek-R1 and of Jamba. */
export const otherMakersShapes = {
	LlamaRequest: {
		docs: llamaPage,
		fields: {
			prompt: { limits: 'required' },
			max_gen_len: { unit: 'tokens', limits: 'llamaTokens' },
			temperature: { limits: 'llamaTemperature' },
			top_p: { limits: 'llamaTopP' },
			images: { unit: 'base64' },
		},
	},
	LlamaResponse: {
		docs: llamaPage,
		fields: {
			generation: {},
			prompt_token_count: { unit: 'tokens' },
			generation_token_count: { unit: 'tokens' },
			stop_reason: { limits: 'stopOrLength' },
		},
	},
	LlamaChunk: {
		docs: llamaPage,
		fields: {
			generation: {},
			prompt_token_count: { unit: 'tokens' },
			generation_token_count: { unit: 'tokens' },
			stop_reason: { limits: 'stopOrLength' },
		},
	},
	MistralTextRequest: {
		docs: mistralTextPage,
		fields: {
			prompt: { limits: 'required' },
			max_tokens: { unit: 'tokens', limits: 'mistralTextTokens' },
			stop: {},
			temperature: { limits: 'zeroToOne' },
			top_p: { limits: 'zeroToOne' },
			top_k: { unit: 'tokens' },
		},
	},
	MistralTextResponse: {
		docs: mistralTextPage,
		fields: { outputs: { of: 'MistralTextOutput' } },
	},
	MistralTextOutput: {
		docs: mistralTextPage,
		fields: {
			text: {},
			stop_reason: { limits: 'stopOrLength' },
		},
	},
	MistralTextChunk: {
		docs: mistralTextPage,
		fields: { outputs: { of: 'MistralTextPiece' } },
	},
	MistralTextPiece: {
		docs: mistralTextPage,
		fields: {
			text: {},
			stop_reason: { limits: 'stopOrLength' },
		},
	},
	CohereCommandRequest: {
		docs: cohereCommandPage,
		fields: {
			message: { limits: 'required' },
			chat_history: { of: 'CohereCommandMessage' },
			preamble: {},
			max_tokens: { unit: 'tokens' },
			temperature: { limits: 'zeroToOne' },
			p: { limits: 'cohereP' },
			k: { unit: 'tokens', limits: 'zeroTo500' },
			stop_sequences: {},
			frequency_penalty: { limits: 'zeroToOne' },
			presence_penalty: { limits: 'zeroToOne' },
			seed: {},
			documents: { free: true },
			search_queries_only: {},
			prompt_truncation: { limits: 'cohereTruncations' },
			return_prompt: {},
			raw_prompting: {},
			tools: { free: true },
			tool_results: { free: true },
		},
	},
	CohereCommandMessage: {
		docs: cohereCommandPage,
		fields: {
			role: { limits: 'cohereRoles' },
			message: {},
		},
	},
	CohereCommandResponse: {
		docs: cohereCommandPage,
		fields: {
			response_id: {},
			generation_id: {},
			text: {},
			chat_history: { of: 'CohereCommandMessage' },
			finish_reason: { limits: 'cohereReasons' },
			// These are of Cohere's own API (Chat, v1), whose answers Bedrock hands on.
			citations: { free: true },
			documents: { free: true },
			search_queries: { free: true },
			search_results: { free: true },
			is_search_required: {},
			tool_calls: { free: true },
			meta: { free: true },
			prompt: {},
		},
	},
	CohereCommandChunk: {
		docs: cohereCommandPage,
		fields: {
			event_type: { limits: 'cohereEvents' },
			is_finished: {},
			generation_id: { text: 'CohereCommandResponse.generation_id' },
			text: {},
			finish_reason: { text: 'CohereCommandResponse.finish_reason', limits: 'cohereReasons' },
			response: { of: 'CohereCommandResponse' },
		},
	},
	DeepSeekR1Request: {
		docs: deepseekPage,
		fields: {
			prompt: { limits: 'required' },
			max_tokens: { unit: 'tokens', limits: 'deepseekTokens' },
			temperature: { limits: 'zeroToOne' },
			top_p: { limits: 'zeroToOne' },
			stop: { limits: 'upTo10Texts' },
		},
	},
	DeepSeekR1Response: {
		docs: deepseekPage,
		fields: { choices: { of: 'DeepSeekR1Choice' } },
	},
	DeepSeekR1Choice: {
		docs: deepseekPage,
		fields: {
			text: {},
			index: { unit: 'index' },
			stop_reason: { limits: 'stopOrLength' },
		},
	},
	DeepSeekR1Chunk: {
		docs: deepseekPage,
		fields: { choices: { of: 'DeepSeekR1Piece' } },
	},
	DeepSeekR1Piece: {
		docs: deepseekPage,
		fields: {
			text: {},
			index: { unit: 'index' },
			stop_reason: { limits: 'stopOrLength' },
		},
	},
	JambaRequest: {
		docs: jambaPage,
		fields: {
			messages: { of: 'JambaMessage', limits: 'required' },
			max_tokens: { unit: 'tokens', limits: 'jambaTokens' },
			temperature: { limits: 'jambaTemperature' },
			top_p: { limits: 'zeroToOne' },
			stop: {},
			n: { limits: 'jambaAnswers' },
			frequency_penalty: {},
			presence_penalty: {},
		},
	},
	JambaMessage: {
		docs: jambaPage,
		fields: {
			role: { limits: 'jambaRoles' },
			content: {},
		},
	},
	JambaResponse: {
		docs: jambaPage,
		fields: {
			id: {},
			choices: { of: 'JambaChoice' },
			usage: { of: 'JambaUsage' },
			model: {},
			meta: { free: true },
		},
	},
	JambaChoice: {
		docs: jambaPage,
		fields: {
			index: { unit: 'index' },
			message: { of: 'JambaMessage' },
			finish_reason: { limits: 'stopOrLength' },
		},
	},
	JambaUsage: {
		docs: jambaPage,
		fields: {
			prompt_tokens: { unit: 'tokens' },
			completion_tokens: { unit: 'tokens' },
			total_tokens: { unit: 'tokens' },
		},
	},
	JambaChunk: {
		docs: jambaPage,
		fields: {
			id: { text: 'JambaResponse.id' },
			choices: { of: 'JambaPiece' },
			usage: { text: 'JambaResponse.usage', of: 'JambaUsage' },
			model: { text: 'JambaResponse.model' },
			meta: { text: 'JambaResponse.meta', free: true },
		},
	},
	JambaPiece: {
		docs: jambaPage,
		fields: {
			index: { text: 'JambaChoice.index', unit: 'index' },
			delta: { of: 'JambaMessage' },
			finish_reason: { text: 'JambaChoice.finish_reason', limits: 'stopOrLength' },
		},
	},
} as const satisfies ShapeTable;
