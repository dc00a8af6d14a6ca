import { createHash } from 'node:crypto';
import type { Attached, AttachedFile } from '../../../shared/model/attached-file.ts';
import type { AttachmentBlock, ContentBlock } from '../../../shared/model/content.ts';
import type { Change } from '../storage/store.ts';

/** What a person asks with: files and search results, and words about them. */
export interface AskedWith {
	/** Files first: models answer better to what stands after what it is about (Anthropic's and Amazon's own advice). */
	readonly content: readonly ContentBlock[];
	/** What keeps the files' bytes. */
	readonly changes: readonly Change[];
	/** What a conversation that begins with it is named after. */
	readonly subject: string;
}

/** The question that a text and files make. A blank text is no block: services refuse it (bedrock-facts.md, 3.2). */
export function askWith(conversationId: string, text: string, along: readonly Attached[]): AskedWith {
	const kept = along.map((one) => (one.kind === 'search-result' ? given(one) : keep(conversationId, one)));
	const isBlank = text.trim() === '' && along.length > 0;
	const [first] = along;
	return {
		content: [...kept.map(({ block }) => block), ...(isBlank ? [] : [{ type: 'text', text } as const])],
		changes: kept.flatMap(({ change }) => change ?? []),
		subject: !isBlank ? text : first === undefined ? '' : 'name' in first ? first.name : first.title,
	};
}

function given({ title, source, text }: Extract<Attached, { kind: 'search-result' }>): Kept {
	return { block: { type: 'search-result', title, source, text }, change: null };
}

interface Kept {
	readonly block: ContentBlock;
	/** What keeps a file's bytes; null: the block has all of it. */
	readonly change: Change | null;
}

function keep(conversationId: string, { name, kind, format, base64 }: AttachedFile): Kept {
	const bytes = Buffer.from(base64, 'base64');
	const sha256 = createHash('sha256').update(bytes).digest('hex');
	const block: AttachmentBlock = { type: 'attachment', kind, format, name, size: bytes.byteLength, sha256 };
	const change: Change = { type: 'attachment', conversationId, sha256, bytes };
	return { block, change };
}
