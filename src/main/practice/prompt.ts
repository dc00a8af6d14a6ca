import type { Family } from '../../shared/model/family.ts';
import type { CatalogueModel } from '../../shared/model/model-entry.ts';
import type { Operation } from '../../shared/model/operation.ts';
import type { JsonObject } from './json.ts';
import { ATTACHMENT_TOKENS, countTokens } from './tokens.ts';

/** One message of a prompt: its text, and the names of what else was in it (`image`, `toolResult`). */
export interface PromptTurn {
	readonly role: 'user' | 'assistant';
	readonly text: string;
	readonly attachments: readonly string[];
}

/** What a request asks, whichever body it came in. */
export interface Prompt {
	/** Roles alternate as far as the body's rules want it; ends with `user`. */
	readonly turns: readonly PromptTurn[];
	/** The beginning of the answer, where the request ends with an assistant message. */
	readonly prefill: string | null;
	readonly system: string | null;
	readonly parameters: Parameters;
	/** The same parameters by the names that the body has for them, without stop sequences. */
	readonly sent: JsonObject;
	/** Names of other things in the request that practice reads and does not act on (`tools`). */
	readonly extras: readonly string[];
	/** Tokens, by the rule of tokens.ts. */
	readonly inputTokens: number;
}

/** Parameters as they were sent; null: not sent. */
export interface Parameters {
	readonly maxTokens: number | null;
	readonly temperature: number | null;
	readonly topP: number | null;
	readonly topK: number | null;
	readonly stopSequences: readonly string[] | null;
}

/** Those of the keys that a body has, with its values. */
export function sentOf<Body extends object>(
	body: Body | undefined,
	keys: readonly (keyof Body & string)[],
): JsonObject {
	const sent: Record<string, Body[keyof Body]> = {};
	for (const key of keys) if (body?.[key] !== undefined) sent[key] = body[key];
	return sent as JsonObject;
}

/** Which call a prompt belongs to. */
export interface CallContext {
	readonly operation: Operation;
	/** The id as it was called with, decoded. */
	readonly modelId: string;
	readonly model: CatalogueModel;
	/** The native body's family, or `converse`. */
	readonly format: Family | 'converse';
}

/** A prompt from a list of messages: what comes last from the assistant is the prefill. */
export function promptOf(parts: {
	readonly turns: readonly PromptTurn[];
	readonly system: string | null;
	readonly parameters: Parameters;
	readonly sent: JsonObject;
	readonly extras: readonly string[];
}): Prompt {
	const last = parts.turns.at(-1);
	const prefill = last?.role === 'assistant' ? last.text : null;
	const attachments = parts.turns.flatMap((turn) => turn.attachments).length;
	const text = parts.turns.reduce((sum, turn) => sum + countTokens(turn.text), countTokens(parts.system ?? ''));
	return {
		...parts,
		turns: prefill === null ? parts.turns : parts.turns.slice(0, -1),
		prefill,
		inputTokens: text + attachments * ATTACHMENT_TOKENS,
	};
}
