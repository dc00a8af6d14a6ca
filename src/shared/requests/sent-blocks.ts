import type { AttachmentKind } from '../model/content.ts';
import type { Family } from '../model/family.ts';
import type { Operation } from '../model/operation.ts';
import { isInvoke } from '../model/operation.ts';

/** A kind of block that a message may have a place for. */
export type SentBlockKind = 'text' | AttachmentKind | 'search-result' | 'reasoning' | 'tool-use' | 'tool-result';

/**
 * Whether the messages of a body have a place for a kind of block; what has none is left out. `family` is that of the
 * invoke operations; `format` that of a document, where it is asked about this very one.
 */
export function hasPlaceFor(
	kind: SentBlockKind,
	operation: Operation,
	family: Family | null,
	format: string | null = null,
): boolean {
	if (kind === 'text' || !isInvoke(operation)) return true;
	if (family === 'claude-messages' && kind === 'document' && format !== null) return isClaudeDocument(format);
	return family !== null && (nativeBlocks[family] ?? []).includes(kind);
}

/** Claude's own format takes PDF, and texts as such (Claude docs, "PDF support", "Citations"). */
export function isClaudeDocument(format: string): boolean {
	return ['pdf', 'txt', 'md', 'csv', 'html'].includes(format);
}

/**
 * What the messages of a family's body have a place for beside text. Nova takes documents in Converse alone (Nova 2 user
 * guide, "Using the Invoke API").
 */
const nativeBlocks: Readonly<Partial<Record<Family, readonly SentBlockKind[]>>> = {
	'claude-messages': ['image', 'document', 'search-result', 'reasoning', 'tool-use', 'tool-result'],
	nova: ['image', 'video', 'reasoning', 'tool-use', 'tool-result'],
	'openai-chat': ['image', 'tool-use', 'tool-result'],
	'mistral-chat': ['image', 'tool-use', 'tool-result'],
	// In an answer that is gone on with.
	'deepseek-r1': ['reasoning'],
};
