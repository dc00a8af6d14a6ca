import type { CatalogueModel } from '../../../shared/model/model-entry.ts';
import { takesSearchResults } from '../../../shared/search-results.ts';
import { readFile } from '../files/file-rules.ts';
import type { JsonValue } from '../json.ts';
import { isClaude, readsFiles } from '../models.ts';
import type { PromptTurn } from '../prompt.ts';
import type { PromptPart } from '../prompt-parts.ts';
import { invalid, invalidForModel } from '../refusal.ts';
import type { ContentBlock } from './converse-body.ts';
import { contentBlock } from './converse-body.ts';

type Role = PromptTurn['role'];

/** Reads the blocks of a message, and refuses what the service refuses of a single block. */
export function readTurn(
	role: Role,
	content: readonly ContentBlock[],
	index: number,
	model: CatalogueModel,
): PromptTurn {
	if (content.length === 0) {
		throw invalid(
			`The content field in the Message object at messages.${index} is empty. Add a ContentBlock object to the content field and try again.`,
		);
	}
	content.forEach((block, at) => {
		checkBlock(block, { role, index, at, model });
	});
	if (content.some(({ document }) => document !== undefined) && !content.some(({ text }) => text !== undefined)) {
		throw invalid('A text block must be included when using documents.');
	}
	const results = content.filter(({ toolResult }) => toolResult !== undefined).length;
	if (model.provider === 'Mistral AI' && results > 0 && results < content.length) {
		throw invalidForModel(
			`messages.${index}.content: Conversation blocks and tool result blocks cannot be provided in the same turn.`,
		);
	}
	const parts = content.flatMap((block, at) => partsOfBlock(block, `messages.${index}.content.${at}`));
	const texts = parts.flatMap((part) => (part.type === 'text' ? [part.text] : []));
	const others = content.flatMap((block) => Object.keys(block)).filter((name) => name !== 'text');
	return { role, text: texts.join('\n'), attachments: others, parts };
}

interface Place {
	readonly role: Role;
	readonly index: number;
	readonly at: number;
	readonly model: CatalogueModel;
}

function checkBlock(block: ContentBlock, { role, index, at, model }: Place): void {
	const place = `messages.${index}.content.${at}`;
	if (Object.keys(block).length !== 1) {
		const keys = Object.keys(contentBlock.shape).join(', ');
		throw invalid(`The ContentBlock object at ${place} must set one of the following keys: ${keys}.`);
	}
	if (block.text?.trim() === '') {
		throw invalid(
			`The text field in the ContentBlock object at ${place} is blank. Add text to the text field, and try again.`,
		);
	}
	checkKinds(block, role, model);
	// Claude's own limit of what a tool may give back reaches as far as Nova's and Llama 4's (public measurements, 2026).
	if (block.toolResult?.content.some(({ image }) => image !== undefined) && !takesImagesOfTools(model)) {
		throw unsupported('image', role);
	}
	if (role === 'user' && block.reasoningContent !== undefined) {
		throw invalid('User messages cannot contain reasoning content. Please remove the reasoning content and try again.');
	}
	// Anthropic's words as far as known ([MEM]); the service's own are not known.
	if (role === 'user' && block.toolUse !== undefined) {
		throw invalidForModel(`messages.${index}: \`tool_use\` blocks can only be in \`assistant\` messages`);
	}
	if (role === 'assistant' && block.toolResult !== undefined) {
		throw invalidForModel(`messages.${index}: \`tool_result\` blocks can only be in \`user\` messages`);
	}
}

function checkKinds(block: ContentBlock, role: Role, model: CatalogueModel): void {
	const unread = (['image', 'document', 'video', 'audio'] as const).find(
		(kind) => block[kind] !== undefined && (role === 'assistant' || !readsFiles(model, kind)),
	);
	if (unread !== undefined) throw unsupported(unread, role);
	// That the pattern holds for search results, too, is not verified.
	if (block.searchResult !== undefined && (role === 'assistant' || !takesSearchResults(model))) {
		throw unsupported('searchResult', role);
	}
}

function unsupported(kind: string, role: Role) {
	return invalid(`This model doesn't support the ${kind} field for ${role} messages. Remove ${kind} and try again.`);
}

function takesImagesOfTools(model: CatalogueModel): boolean {
	return isClaude(model) || model.family === 'nova' || model.id.startsWith('meta.llama4');
}

function partsOfBlock(block: ContentBlock, where: string): readonly PromptPart[] {
	const { text, toolUse, toolResult, guardContent, cachePoint, reasoningContent, citationsContent } = block;
	if (text !== undefined) return [{ type: 'text', text }];
	if (guardContent?.text !== undefined) return [{ type: 'text', text: guardContent.text.text, guarded: true }];
	if (cachePoint !== undefined) return [{ type: 'cache', ttl: cachePoint.ttl ?? '5m' }];
	if (toolUse !== undefined) {
		return [{ type: 'tool-use', id: toolUse.toolUseId, name: toolUse.name, input: toolUse.input as JsonValue }];
	}
	if (toolResult !== undefined) {
		const { toolUseId: id, status = 'success', content } = toolResult;
		const texts = content.flatMap(({ text: said, json }) => [
			...(said === undefined ? [] : [said]),
			...(json === undefined ? [] : [JSON.stringify(json)]),
		]);
		return [
			{ type: 'tool-result', id, status, text: texts.join('\n') },
			...content.flatMap((one) => fileOf(one, where)),
			...content.flatMap(({ searchResult }) => (searchResult === undefined ? [] : [searchResultOf(searchResult)])),
		];
	}
	if (reasoningContent !== undefined) {
		const { reasoningText, redactedContent } = reasoningContent;
		if (redactedContent !== undefined) {
			return [{ type: 'thoughts', text: '', signature: null, encrypted: redactedContent }];
		}
		return [{ type: 'thoughts', text: reasoningText?.text ?? '', signature: reasoningText?.signature ?? null }];
	}
	if (citationsContent !== undefined) {
		return [{ type: 'text', text: (citationsContent.content ?? []).map((one) => one.text ?? '').join('') }];
	}
	if (block.searchResult !== undefined) return [searchResultOf(block.searchResult)];
	return fileOf(block, where);
}

function searchResultOf({ title, source, content, citations }: NonNullable<ContentBlock['searchResult']>): PromptPart {
	const text = content.map((one) => one.text).join('\n');
	return { type: 'search-result', title, source, text, cited: citations?.enabled ?? false };
}

function fileOf(
	{ image, document, video, audio }: Pick<ContentBlock, 'image' | 'document' | 'video' | 'audio'>,
	where: string,
): readonly PromptPart[] {
	if (image !== undefined) {
		const { format, source } = image;
		return [readFile({ kind: 'image', format, name: null, data: source.bytes ?? null, where })];
	}
	if (video !== undefined) {
		const { format, source } = video;
		return [readFile({ kind: 'video', format, name: null, data: source.bytes ?? null, where })];
	}
	if (audio !== undefined) {
		const { format, source } = audio;
		return [readFile({ kind: 'audio', format, name: null, data: source.bytes ?? null, where })];
	}
	if (document === undefined) return [];
	const { format = 'txt', name, source, citations } = document;
	const given = source.text ?? source.content?.map((one) => one.text ?? '').join('\n');
	const file = { kind: 'document', format, name, where, cited: citations?.enabled ?? false } as const;
	return [readFile({ ...file, data: source.bytes ?? null, ...(given === undefined ? {} : { text: given }) })];
}
