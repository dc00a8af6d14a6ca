import type { RequestSettingsPatch } from '../../shared/model/settings.ts';
import type { ToolDefinition } from '../../shared/model/tools.ts';
import { builtInDefinitions } from '../../shared/model/tools.ts';
import type { tries } from '../i18n/en/tries.ts';

/** A subject of things to try. */
export type Theme = keyof typeof tries.themes;

/** Something to try. Its words are in the texts `tries.things`. */
export type ThingId = keyof typeof tries.things;

/** What is told of a thing beside its words. */
export interface Thing {
	/** What is set for it, on top of what the app itself begins with. A system prompt is among the texts. */
	readonly set?: Omit<RequestSettingsPatch, 'connection' | 'system'>;
	/** A file or a search result that goes along. */
	readonly file?: 'picture' | 'document' | 'result';
}

const GUARDRAIL = {
	identifier: 'practice-guardrail',
	version: '1',
	trace: 'enabled',
	streamProcessingMode: null,
	questionOnly: false,
	system: false,
} as const;

const { calculator } = builtInDefinitions;

const weather: ToolDefinition = {
	name: 'get_weather',
	description: 'Tells the weather of today in a city.',
	inputSchema: JSON.stringify(
		{ type: 'object', properties: { city: { type: 'string' } }, required: ['city'] },
		null,
		2,
	),
	strict: null,
	builtIn: null,
};

const frog = JSON.stringify(
	{
		type: 'object',
		properties: { name: { type: 'string' }, legs: { type: 'integer' }, sings: { type: 'boolean' } },
		required: ['name', 'legs', 'sings'],
		additionalProperties: false,
	},
	null,
	2,
);

const SONNET = 'us.anthropic.claude-sonnet-5';
const NOVA = 'us.amazon.nova-lite-v1:0';

/** What the practice endpoint shows, by subject, in the order in which it is told. What comes of each is tested. */
export const thingsToTry = {
	wire: { request: {}, parts: {}, language: {}, long: { set: { maxTokens: 4096 } } },
	ends: {
		cut: { set: { maxTokens: 20 } },
		stopSequence: { set: { stopSequences: ['###'] } },
		filtered: {},
		malformedOutput: {},
		malformedTool: {},
		contextFull: {},
		paused: { set: { operation: 'InvokeModel' } },
	},
	errors: {
		unknownModel: { set: { modelId: 'anthropic.claude-haiku-9-v1:0' } },
		profileNeeded: { set: { modelId: 'anthropic.claude-haiku-4-5-20251001-v1:0' } },
		bothSampling: { set: { temperature: 0.5, topP: 0.9 } },
		tooManyTokens: { set: { maxTokens: 500_000 } },
		accessDenied: {},
		useCase: {},
		expiredToken: {},
	},
	retries: {
		throttledTwice: {},
		throttled: {},
		unavailable: {},
		timeout: {},
		slowStart: {},
		streamError: {},
		brokenStream: {},
		reset: {},
	},
	tools: {
		calculator: { set: { tools: [calculator], toolRounds: 5 } },
		weather: { set: { tools: [weather] } },
		both: { set: { tools: [calculator, weather], toolRounds: 5 } },
		interpreter: {
			set: { modelId: 'us.amazon.nova-2-lite-v1:0', systemTools: ['nova_code_interpreter'] },
		},
		forced: { set: { tools: [weather], toolChoice: { type: 'any' } } },
	},
	thoughts: {
		budget: { set: { reasoning: { mode: 'budget', budgetTokens: 2048 }, maxTokens: 4096 } },
		summarized: { set: { modelId: SONNET, reasoning: { mode: 'adaptive', display: 'summarized' } } },
		withheld: { set: { modelId: SONNET, reasoning: { mode: 'adaptive', display: null } } },
		redacted: { set: { reasoning: { mode: 'budget', budgetTokens: 2048 }, maxTokens: 4096 } },
		unasked: { set: { modelId: 'us.deepseek.r1-v1:0' } },
	},
	files: {
		picture: { file: 'picture' },
		citations: { file: 'document', set: { citations: true } },
		searchResult: { file: 'result', set: { citations: true } },
		schema: { set: { outputSchema: { schema: frog, name: 'frog', description: '' } } },
	},
	services: {
		guardrail: { set: { guardrail: GUARDRAIL } },
		masked: { set: { guardrail: GUARDRAIL } },
		cache: { set: { cache: { system: true, tools: false, messages: false, ttl: null } } },
		prompt: {
			set: {
				modelId: 'arn:aws:bedrock:us-east-1:123456789012:prompt/PRACTICE01',
				promptVariables: { topic: 'tokens', audience: 'a frog' },
			},
		},
		router: { set: { modelId: 'arn:aws:bedrock:us-east-1:123456789012:default-prompt-router/amazon.nova:1' } },
	},
	bodies: {
		messages: { set: { operation: 'InvokeModelWithResponseStream' } },
		humanAssistant: { set: { modelId: 'anthropic.claude-v2:1', operation: 'InvokeModel' } },
		titan: { set: { modelId: 'amazon.titan-text-express-v1', operation: 'InvokeModel' } },
		nova: { set: { modelId: NOVA, operation: 'InvokeModelWithResponseStream' } },
		llama: { set: { modelId: 'us.meta.llama3-3-70b-instruct-v1:0', operation: 'InvokeModel' } },
	},
	embeddings: {
		near: { set: { modelId: 'amazon.titan-embed-text-v2:0', operation: 'InvokeModel' } },
		cohere: { set: { modelId: 'cohere.embed-v4:0', operation: 'InvokeModel' } },
	},
} as const satisfies Readonly<Record<Theme, Readonly<Partial<Record<ThingId, Thing>>>>>;
