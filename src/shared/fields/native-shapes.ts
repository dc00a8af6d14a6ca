import type { Family } from '../model/family.ts';

/** The shape of each family's request body. */
export const nativeRequests = {
	'claude-messages': 'ClaudeRequest',
	'claude-text': 'ClaudeTextRequest',
	'titan-text': 'TitanRequest',
	nova: 'NovaRequest',
} as const satisfies Readonly<Record<Family, string>>;

/** The shape of each family's whole response. */
export const nativeResponses = {
	'claude-messages': 'ClaudeResponse',
	'claude-text': 'ClaudeTextResponse',
	'titan-text': 'TitanResponse',
	nova: 'NovaResponse',
} as const satisfies Readonly<Record<Family, string>>;

/** The shape of a piece of each family's stream. */
export const nativeChunks = {
	'claude-messages': 'ClaudeChunk',
	'claude-text': 'ClaudeTextChunk',
	'titan-text': 'TitanChunk',
	nova: 'NovaChunk',
} as const satisfies Readonly<Record<Family, string>>;
