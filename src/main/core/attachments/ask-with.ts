import { createHash } from 'node:crypto';
import type { AttachedFile } from '../../../shared/model/attached-file.ts';
import type { AttachmentBlock, ContentBlock } from '../../../shared/model/content.ts';
import type { Change } from '../storage/store.ts';

/** What a person asks with: files, and words about them. */
export interface AskedWith {
	/** Files first: models answer better to what stands after what it is about (Anthropic's and Amazon's own advice). */
	readonly content: readonly ContentBlock[];
	/** What keeps the files' bytes. */
	readonly changes: readonly Change[];
	/** What a conversation that begins with it is named after. */
	readonly subject: string;
}

/** The question that a text and files make. A blank text is no block: services refuse it (bedrock-facts.md, 3.2). */
export function askWith(conversationId: string, text: string, files: readonly AttachedFile[]): AskedWith {
	const kept = files.map((file) => keep(conversationId, file));
	const isBlank = text.trim() === '' && files.length > 0;
	return {
		content: [...kept.map(({ block }) => block), ...(isBlank ? [] : [{ type: 'text', text } as const])],
		changes: kept.map(({ change }) => change),
		subject: isBlank ? (files[0]?.name ?? '') : text,
	};
}

function keep(conversationId: string, { name, kind, format, base64 }: AttachedFile) {
	const bytes = Buffer.from(base64, 'base64');
	const sha256 = createHash('sha256').update(bytes).digest('hex');
	const block: AttachmentBlock = { type: 'attachment', kind, format, name, size: bytes.byteLength, sha256 };
	const change: Change = { type: 'attachment', conversationId, sha256, bytes };
	return { block, change };
}
