import type {
	AudioFormat,
	ContentBlock,
	DocumentFormat,
	ImageFormat,
	Message,
	VideoFormat,
} from '@aws-sdk/client-bedrock-runtime';
import { assertNever } from '../../../../shared/assert-never.ts';
import type { Call, SentBlock } from '../call.ts';
import { cachePoint, reasoningContent, toolResult, toolUse } from '../converse-blocks.ts';
import { documentName } from '../document-name.ts';

/** The messages of Converse, block by block in their order. */
export function converseMessages({ settings, messages }: Call): Message[] {
	const { cache, guardrail, citations } = settings;
	const names = new Set<string>();
	const asked = guardrail?.questionOnly === true ? newestQuestion(messages) : null;
	const newest = messages.findLastIndex(({ role }) => role === 'user');

	const cited = citations ? { citations: { enabled: true } } : {};

	function written(block: SentBlock, index: number): ContentBlock[] {
		switch (block.type) {
			case 'text':
				return index === asked ? [{ guardContent: { text: { text: block.text } } }] : [{ text: block.text }];
			case 'attachment':
				return [attachment(block)];
			case 'search-result': {
				const { title, source, text } = block;
				return [{ searchResult: { source, title, content: [{ text }], ...cited } }];
			}
			case 'reasoning': {
				const thoughts = reasoningContent(block, (base64) => Uint8Array.from(Buffer.from(base64, 'base64')));
				return thoughts === null ? [] : [thoughts];
			}
			case 'tool-use':
				return [toolUse(block)];
			case 'tool-result':
				return [toolResult(block)];
			default:
				return assertNever(block);
		}
	}

	function attachment({ kind, format, name, bytes }: Extract<SentBlock, { type: 'attachment' }>): ContentBlock {
		const source = { bytes };
		switch (kind) {
			case 'image':
				return { image: { format: format as ImageFormat, source } };
			case 'audio':
				return { audio: { format: format as AudioFormat, source } };
			case 'video':
				return { video: { format: format as VideoFormat, source } };
			case 'document': {
				const clean = documentName(name, names);
				names.add(clean);
				return { document: { format: format as DocumentFormat, name: clean, source, ...cited } };
			}
		}
	}

	return messages.map(({ role, content }, index) => ({
		role,
		content: [
			...content.flatMap((block) => written(block, index)),
			...(cache?.messages === true && index === newest ? [cachePoint(cache)] : []),
		],
	}));
}

/** The last message in which the user says something; results of tools say nothing of the user's. */
function newestQuestion(messages: Call['messages']): number {
	return messages.findLastIndex(
		({ role, content }) => role === 'user' && content.some((block) => block.type === 'text'),
	);
}
