import type { JsonValue } from './json.ts';

/** How long a cache point is to be kept. */
export type CacheTtl = '5m' | '1h';

/** A file as a model got it. */
export interface PromptFile {
	readonly type: 'file';
	readonly kind: 'image' | 'document' | 'video' | 'audio';
	/** As Converse names it: `png`, `pdf`, … */
	readonly format: string;
	readonly name: string | null;
	/** null: it lies in S3, where practice does not look. */
	readonly bytes: number | null;
	/** Of an image whose header says so. */
	readonly pixels: { readonly width: number; readonly height: number } | null;
	/** Of a document of text. */
	readonly text: string | null;
	/** Whether the answer is to cite it. */
	readonly cited: boolean;
}

/** What a tool gave back. */
export interface PromptToolResult {
	readonly type: 'tool-result';
	readonly id: string;
	readonly status: 'success' | 'error';
	/** JSON results as their text. */
	readonly text: string;
}

/** A passage that a search found, given so that the answer can cite it. */
export interface PromptSearchResult {
	readonly type: 'search-result';
	readonly title: string;
	readonly source: string;
	readonly text: string;
	readonly cited: boolean;
}

/** A part of a message, whichever body it came in. */
export type PromptPart =
	| { readonly type: 'text'; readonly text: string /** For a guardrail's eyes. */; readonly guarded?: boolean }
	| PromptFile
	| { readonly type: 'tool-use'; readonly id: string; readonly name: string; readonly input: JsonValue }
	| PromptSearchResult
	| PromptToolResult
	/** `signature` null: encrypted, or of a model that does not sign. `encrypted`: in base64, in place of text. */
	| {
			readonly type: 'thoughts';
			readonly text: string;
			readonly signature: string | null;
			readonly encrypted?: string;
	  }
	/** Everything before it is to be kept for later calls. */
	| { readonly type: 'cache'; readonly ttl: CacheTtl };

/** A tool that the model may ask for. */
export interface ToolOffer {
	readonly name: string;
	readonly description: string;
	/** The JSON schema of its input. */
	readonly schema: JsonValue;
}

/** The tools of a request, and whether one of them must be used. */
export interface ToolChoice {
	readonly tools: readonly ToolOffer[];
	/** Names of those that the service itself runs (Converse). */
	readonly system?: readonly string[];
	/** At most one use in an answer (Claude's `disable_parallel_tool_use`). */
	readonly single?: boolean;
	readonly choice: { readonly type: 'auto' | 'any' | 'none' } | { readonly type: 'tool'; readonly name: string };
}

/** Thoughts before the answer. */
export interface ThinkingWish {
	/** `shown`; `omitted`: a signature alone (Claude 4.7 and later); `redacted`: the word `[REDACTED]` (Nova 2). */
	readonly display: 'shown' | 'omitted' | 'redacted';
	/** Whether the thoughts carry a signature, as Claude's do. */
	readonly signed: boolean;
	/** Longer thoughts: for a high effort, or a large budget. */
	readonly thorough?: boolean;
	/** Where the request itself begins them: what of them is there. */
	readonly begun?: string;
}
