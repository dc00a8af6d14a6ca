import type { SignedTarget } from './raw-call.ts';
import { rawPost } from './raw-call.ts';

/** What a call is asked and answered with, as JSON of any shape. */
export type Json = { readonly [key: string]: Json } & readonly Json[] & string & number & boolean;

export const CLAUDE = 'us.anthropic.claude-haiku-4-5-20251001-v1:0';
export const ADAPTIVE = 'us.anthropic.claude-opus-5';
export const NOVA = 'amazon.nova-lite-v1:0';
export const NOVA_2 = 'us.amazon.nova-2-lite-v1:0';

/** Calls one of the operations that do not stream, and gives its JSON. */
export async function ask(
	server: SignedTarget,
	modelId: string,
	action: 'converse' | 'invoke' | 'count-tokens',
	body: object,
): Promise<{ readonly status: number; readonly type: string | null; readonly json: Json }> {
	const path = `/model/${encodeURIComponent(modelId)}/${action}`;
	const { status, headers, text } = await rawPost(server, path, JSON.stringify(body));
	return { status, type: headers.get('x-amzn-errortype')?.split(':')[0] ?? null, json: JSON.parse(text) as Json };
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
