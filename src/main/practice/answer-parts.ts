import type { JsonObject } from './json.ts';
import type { ThinkingWish } from './prompt-parts.ts';

/** A part of an answer before it is cut into tokens. */
export type AnswerDraft =
	| { readonly type: 'text'; readonly text: string; readonly citations: readonly PracticeCitation[] }
	| {
			readonly type: 'thoughts';
			readonly text: string;
			readonly display: ThinkingWish['display'];
			readonly signature: string | null;
			readonly encrypted: string | null;
	  }
	| { readonly type: 'tool-use'; readonly id: string; readonly name: string; readonly input: JsonObject };

/** A text of the request that an answer cites, and where it stands. */
export interface PracticeCitation {
	readonly title: string | null;
	readonly quote: string;
	readonly at: /** Characters of a document, `end` not included. */
		| { readonly in: 'document'; readonly index: number; readonly start: number; readonly end: number }
		/** The first of a search result's texts. */
		| { readonly in: 'search-result'; readonly index: number; readonly source: string };
}

/** A part of an answer, in tokens. Text that is cut at max tokens is the last one. */
export type CompletionPart =
	| {
			readonly type: 'text';
			readonly pieces: readonly string[];
			readonly citations: readonly PracticeCitation[];
	  }
	| {
			readonly type: 'thoughts';
			/** What is shown of them; none where they are omitted. */
			readonly pieces: readonly string[];
			/** Of finished thoughts, where the model signs. */
			readonly signature: string | null;
			/** Encrypted thoughts in base64, in place of all else. */
			readonly encrypted: string | null;
	  }
	| {
			readonly type: 'tool-use';
			readonly id: string;
			readonly name: string;
			/** The JSON text of the input; no JSON where it was cut. */
			readonly pieces: readonly string[];
			/** The input as far as it came: `{}` where it was cut. */
			readonly input: JsonObject;
	  };

/** Why an answer ended, as Converse says it, and two that only Claude's own body has. */
export type PracticeStop =
	| 'end_turn'
	| 'tool_use'
	| 'max_tokens'
	| 'stop_sequence'
	| 'guardrail_intervened'
	| 'content_filtered'
	| 'malformed_model_output'
	| 'malformed_tool_use'
	| 'model_context_window_exceeded'
	| 'pause_turn';
