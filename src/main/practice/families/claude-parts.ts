import { readFile } from '../files/file-rules.ts';
import type { JsonValue } from '../json.ts';
import type { PromptTurn } from '../prompt.ts';
import type { PromptPart, ToolChoice } from '../prompt-parts.ts';
import type { ClaudeBlock, ClaudeBody, ClaudeMessage } from './claude-body.ts';

/** A message of Claude's own body. `index` is its place, for what is told of it. */
export function turnOf({ role, content }: ClaudeMessage, index: number): PromptTurn {
	if (typeof content === 'string') return { role, text: content, attachments: [] };
	const parts = content.flatMap((block, at) => partsOfBlock(block, `messages.${index}.content.${at}`));
	const others = content.filter((block) => block.type !== 'text').map((block) => block.type);
	return { role, text: content.flatMap(textOf).join('\n'), attachments: others, parts };
}

function textOf(block: ClaudeBlock): readonly string[] {
	return block.type === 'text' ? [block.text] : [];
}

/** Tools and system prompt in the order in which a cache sees them. */
export function headOf({ tools = [], system }: ClaudeBody): readonly PromptPart[] {
	const offered = tools.flatMap(({ cache_control, ...tool }) => [
		{ type: 'text', text: JSON.stringify(tool) } as const,
		...cachePart(cache_control),
	]);
	if (typeof system === 'string') return [...offered, { type: 'text', text: system }];
	return [
		...offered,
		...(system ?? []).flatMap(({ text, cache_control }) => [
			{ type: 'text', text } as const,
			...cachePart(cache_control),
		]),
	];
}

/** The tools of a request; those that Anthropic or the model's maker defines are left out. null: none are offered. */
export function claudeTools({ tools, tool_choice: choice }: ClaudeBody): ToolChoice | null {
	if (tools === undefined || tools.length === 0) return null;
	return {
		tools: tools.flatMap(({ type = 'custom', name, description = '', input_schema: schema }) =>
			type === 'custom' ? [{ name, description, schema: (schema ?? {}) as JsonValue }] : [],
		),
		single: choice?.disable_parallel_tool_use === true,
		choice: choice?.type === 'tool' ? { type: 'tool', name: choice.name ?? '' } : { type: choice?.type ?? 'auto' },
	};
}

function partsOfBlock(block: ClaudeBlock, where: string): readonly PromptPart[] {
	switch (block.type) {
		case 'text':
			return [{ type: 'text', text: block.text }, ...cachePart(block.cache_control)];
		case 'image':
		case 'document':
			return [fileOf(block, where), ...cachePart(block.cache_control)];
		case 'tool_use': {
			const { id, name, input } = block;
			return [{ type: 'tool-use', id, name, input: input as JsonValue }, ...cachePart(block.cache_control)];
		}
		case 'tool_result': {
			const { content = [] } = block;
			const inner = typeof content === 'string' ? [{ type: 'text' as const, text: content }] : content;
			const files = inner.flatMap((one) => (one.type === 'text' ? [] : [fileOf(one, where)]));
			const status = block.is_error === true ? 'error' : 'success';
			const text = inner.flatMap((one) => (one.type === 'text' ? [one.text] : [])).join('\n');
			return [
				{ type: 'tool-result', id: block.tool_use_id, status, text },
				...files,
				...cachePart(block.cache_control),
			];
		}
		case 'thinking':
			return [{ type: 'thoughts', text: block.thinking, signature: block.signature }];
		case 'redacted_thinking':
			return [{ type: 'thoughts', text: '', signature: null, encrypted: block.data }];
		case 'search_result':
			return [searchResultOf(block), ...cachePart(block.cache_control)];
	}
}

function searchResultOf({
	title,
	source,
	content,
	citations,
}: Extract<ClaudeBlock, { type: 'search_result' }>): PromptPart {
	const text = content.map((one) => one.text).join('\n');
	return { type: 'search-result', title, source, text, cited: citations?.enabled === true };
}

function cachePart(control: { readonly ttl?: '5m' | '1h' | undefined } | null | undefined): readonly PromptPart[] {
	return control == null ? [] : [{ type: 'cache', ttl: control.ttl ?? '5m' }];
}

type FileBlock = Extract<ClaudeBlock, { type: 'image' | 'document' }>;

function fileOf(block: FileBlock, where: string): PromptPart {
	const { type: kind, source: media } = block;
	const format = media.media_type?.split('/')[1] ?? '';
	if (block.type === 'image') return readFile({ kind, format, name: null, data: media.data ?? null, where });
	const name = block.title ?? null;
	const cited = block.citations?.enabled === true;
	const given = media.type === 'text' ? (media.data ?? '') : typeof media.content === 'string' ? media.content : null;
	if (given !== null) return readFile({ kind, format: 'txt', name, data: null, text: given, cited, where });
	return readFile({ kind, format, name, data: media.data ?? null, cited, where });
}
