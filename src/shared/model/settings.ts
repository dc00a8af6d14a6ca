import { z } from 'zod';
import { connectionId, PRACTICE } from './connection.ts';
import { operation } from './operation.ts';
import { systemToolName, toolChoice, toolDefinition } from './tools.ts';

/** An AWS region's shape (`ap-northeast-1`). Whether Bedrock is there is for the call to find out. */
export const region = z
	.string()
	.max(64)
	.regex(/^[a-z0-9-]+$/, 'lower-case letters, digits and hyphens');

/** An http or https URL without credentials in it. */
export const endpointUrl = z
	.url({ protocol: /^https?$/ })
	.max(2048)
	.refine((text) => !/^[a-z]+:\/\/[^/?#]*@/i.test(text), { message: 'no user name or password in the URL' });

/** A model id, the id of an inference profile, or the ARN of anything that can be called. */
export const modelId = z.string().trim().min(1).max(2048);

/** How a model is to think (bedrock-facts.md, 3.2). */
export const reasoningSettings = z.discriminatedUnion('mode', [
	/** Up to so many tokens: Claude up to 4.6. */
	z.object({ mode: z.literal('budget'), budgetTokens: z.number().int().min(1).max(1_000_000) }),
	/** As much as the model finds right. `display`: whether it tells its thoughts; null: not sent. */
	z.object({ mode: z.literal('adaptive'), display: z.enum(['summarized', 'omitted']).nullable() }),
	/** Said to be off. */
	z.object({ mode: z.literal('disabled') }),
]);
export type ReasoningSettings = z.infer<typeof reasoningSettings>;

/** Whose beginnings the service is to keep: a cache point stands after each of them. */
export const cacheSettings = z.object({
	system: z.boolean(),
	tools: z.boolean(),
	/** After the newest question. */
	messages: z.boolean(),
	/** null: not sent, which means five minutes. */
	ttl: z.enum(['5m', '1h']).nullable(),
});
export type CacheSettings = z.infer<typeof cacheSettings>;

export const guardrailSettings = z.object({
	/** An id or an ARN. */
	identifier: z.string().trim().min(1).max(2048),
	version: z.string().trim().min(1).max(64),
	/** null: not sent. */
	trace: z.enum(['enabled', 'disabled', 'enabled_full']).nullable(),
	/** Of streams; null: not sent. */
	streamProcessingMode: z.enum(['sync', 'async']).nullable(),
	/** Only the question is examined (`guardContent`), not the whole talk. */
	questionOnly: z.boolean(),
	/** The system prompt is examined, too (`guardContent`); without it a guardrail passes over it. */
	system: z.boolean().default(false),
});
export type GuardrailSettings = z.infer<typeof guardrailSettings>;

/** A form that the answer must have: a JSON schema as its text. */
export const outputSchema = z.object({ schema: z.string(), name: z.string(), description: z.string() });
export type OutputSchema = z.infer<typeof outputSchema>;

export const efforts = ['low', 'medium', 'high', 'xhigh', 'max'] as const;

/**
 * How the next turn of a conversation is called. `null` means "not set": the parameter is then left out of the request.
 * `maxTokens` has no null, because it is always sent (the quota is reserved by it: bedrock-facts.md, 3.2).
 */
export const requestSettings = z.object({
	connection: connectionId,
	/** null: the connection's own region. */
	region: region.nullable(),
	/** null: AWS's endpoint for the region. Not used with the practice connection. */
	endpointUrl: endpointUrl.nullable(),
	/** AWS's FIPS endpoints; null: as the connection is configured. Not used with the practice connection. */
	fips: z.boolean().nullable(),
	/** AWS's IPv4 and IPv6 endpoints; null: as the connection is configured. Not used with the practice connection. */
	dualStack: z.boolean().nullable(),
	modelId,
	operation,
	/** Empty: no system prompt is sent. */
	system: z.string(),
	maxTokens: z.number().int().min(1).max(1_000_000),
	temperature: z.number().min(0).max(1).nullable(),
	topP: z.number().min(0).max(1).nullable(),
	stopSequences: z.array(z.string().min(1)).max(2500),
	topK: z.number().int().min(0).max(1_000_000).nullable(),
	reasoning: reasoningSettings.nullable(),
	/** How hard the model is to try. */
	effort: z.enum(efforts).nullable(),
	/** Empty: no `toolConfig` is sent. */
	tools: z.array(toolDefinition).max(200),
	/** Names of tools that the model's maker runs (Converse `SystemTool`); they are offered beside `tools`. */
	systemTools: z.array(systemToolName).max(20),
	toolChoice: toolChoice.nullable(),
	/** The app's own tools answer by themselves, in at most so many calls in a row; null: the person answers them too. */
	toolRounds: z.number().int().min(1).max(50).nullable(),
	/** Uses of tools in earlier answers go as text: a request without tools has no other place for them. */
	toolsAsText: z.boolean(),
	cache: cacheSettings.nullable(),
	guardrail: guardrailSettings.nullable(),
	outputSchema: outputSchema.nullable(),
	/** Documents are sent with the wish that the model names what it takes from them (`citations.enabled`). */
	citations: z.boolean(),
	/** JSON text of an object: what the model takes and Converse has no field for. Empty: not sent. */
	additionalFields: z.string(),
	/** JSON pointers into the model's own response. */
	responsePaths: z.array(z.string().min(1).max(256)).max(100),
	/** Values for the variables of a prompt that is called by its ARN. */
	promptVariables: z.record(z.string(), z.string()),
	/** For AWS's logs of calls. */
	requestMetadata: z.record(z.string(), z.string()),
	performance: z.enum(['standard', 'optimized']).nullable(),
	serviceTier: z.enum(['default', 'priority', 'flex', 'reserved']).nullable(),
});
export type RequestSettings = z.infer<typeof requestSettings>;

/** Which of AWS's endpoints is asked beside the calls themselves; null or left out: as the connection is configured. */
export const endpointChoice = z.object({
	fips: requestSettings.shape.fips.default(null),
	dualStack: requestSettings.shape.dualStack.default(null),
});
export type EndpointChoice = z.infer<typeof endpointChoice>;

/** Settings with a change; a key that is there but undefined changes nothing. */
export function withPatch<T extends object>(settings: T, patch: { readonly [K in keyof T]?: T[K] | undefined }): T {
	const given = Object.entries(patch).filter(([, value]) => value !== undefined);
	return Object.assign({ ...settings }, Object.fromEntries(given));
}

/** A change to some request settings. */
export const requestSettingsPatch = requestSettings.partial();
export type RequestSettingsPatch = z.infer<typeof requestSettingsPatch>;

/** What was not there in the first version, not set. */
const addedSettings = {
	topK: null,
	reasoning: null,
	effort: null,
	tools: [],
	systemTools: [],
	toolChoice: null,
	toolRounds: null,
	toolsAsText: false,
	cache: null,
	guardrail: null,
	outputSchema: null,
	citations: false,
	additionalFields: '',
	responsePaths: [],
	promptVariables: {},
	requestMetadata: {},
	performance: null,
	serviceTier: null,
} satisfies Partial<RequestSettings>;

export const defaultRequestSettings: RequestSettings = {
	connection: PRACTICE,
	region: null,
	endpointUrl: null,
	fips: null,
	dualStack: null,
	modelId: 'us.anthropic.claude-haiku-4-5-20251001-v1:0',
	operation: 'ConverseStream',
	system: '',
	maxTokens: 1024,
	temperature: null,
	topP: null,
	stopSequences: [],
	...addedSettings,
};

/** Settings that were kept by an older version lack what was added since: that is not set. */
export function withNewSettings(found: Readonly<Record<string, unknown>>): Record<string, unknown> {
	return { fips: null, dualStack: null, ...addedSettings, ...found };
}
