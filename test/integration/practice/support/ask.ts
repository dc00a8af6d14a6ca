import type { SignedTarget } from './raw-call.ts';
import { rawPost } from './raw-call.ts';

/** A block of an answer, in Converse's form or a native one. */
export interface Block {
	readonly type?: string;
	readonly text?: string;
	readonly signature?: string;
	readonly id?: string;
	readonly toolUse?: { readonly toolUseId: string; readonly name: string; readonly input: object };
	readonly reasoningContent?: { readonly reasoningText?: { readonly text: string; readonly signature?: string } };
	readonly citationsContent?: object;
}

/** The members that answers of Converse, of native bodies and refusals have. */
export interface Answer {
	readonly message?: string;
	readonly output?: { readonly message: { readonly content: readonly Block[] } };
	readonly content?: readonly Block[];
	readonly stopReason?: string;
	readonly stop_reason?: string;
	readonly usage?: Readonly<Record<string, unknown>>;
	readonly trace?: Readonly<Record<'guardrail' | 'promptRouter', Readonly<Record<string, unknown>>>>;
	readonly inputTokens?: number;
	readonly additionalModelResponseFields?: object;
	readonly performanceConfig?: object;
	readonly serviceTier?: object;
}

/** The blocks of an answer of Converse or Nova. */
export function blocksIn({ output }: Answer): readonly Block[] {
	return output?.message.content ?? [];
}

export const CLAUDE = 'us.anthropic.claude-haiku-4-5-20251001-v1:0';
export const ADAPTIVE = 'us.anthropic.claude-opus-5';
export const NEWEST = 'us.anthropic.claude-opus-5-5';
export const HAIKU_3 = 'anthropic.claude-3-haiku-20240307-v1:0';
export const NOVA = 'amazon.nova-lite-v1:0';
export const NOVA_2 = 'us.amazon.nova-2-lite-v1:0';
export const LLAMA = 'us.meta.llama4-scout-17b-instruct-v1:0';
export const TITAN = 'amazon.titan-text-express-v1';
export const GPT_OSS = 'openai.gpt-oss-20b-1:0';

/** Calls one of the operations that do not stream, and gives its JSON. */
export async function ask(
	server: SignedTarget,
	modelId: string,
	action: 'converse' | 'invoke' | 'count-tokens',
	body: object,
): Promise<{ readonly status: number; readonly type: string | null; readonly json: Answer }> {
	const path = `/model/${encodeURIComponent(modelId)}/${action}`;
	const { status, headers, text } = await rawPost(server, path, JSON.stringify(body));
	return { status, type: headers.get('x-amzn-errortype')?.split(':')[0] ?? null, json: JSON.parse(text) as Answer };
}

/** A body of Claude's own. */
export function claudeBody(more: object): object {
	return {
		anthropic_version: 'bedrock-2023-05-31',
		max_tokens: 4000,
		messages: [{ role: 'user', content: 'Hello' }],
		...more,
	};
}

export const user = (...content: readonly object[]) => ({ role: 'user' as const, content });
export const assistant = (...content: readonly object[]) => ({ role: 'assistant' as const, content });
export const hi = user({ text: 'Hi' });

/** A body of Converse that asks something. */
export const asked = (more: object) => ({ messages: [hi], ...more });

/** A tool of Converse without parameters. */
export const toolSpec = (name: string) => ({ toolSpec: { name, inputSchema: { json: { type: 'object' } } } });
export const toolConfig = { tools: [toolSpec('clock')] };
