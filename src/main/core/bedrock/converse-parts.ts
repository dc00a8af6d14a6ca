import { z } from 'zod';
import type { AnswerPart } from '../../../shared/model/content.ts';

/**
 * What Converse answers with, in its own words: as the SDK reads it (bytes), and as it was on the wire (base64). Nova's
 * native body has the same blocks. A block of a kind that is not known says nothing.
 */
const redactedContent = z.union([
	z.string(),
	z.instanceof(Uint8Array).transform((bytes) => Buffer.from(bytes).toString('base64')),
]);

const citation = z.object({
	title: z.string().nullish(),
	source: z.string().nullish(),
	sourceContent: z.array(z.object({ text: z.string().nullish() })).nullish(),
	location: z.json().nullish().catch(null),
});

/** `server_tool_use` is what the service itself does: nobody is asked for a result, and it comes in the same answer. */
const toolName = z.object({ toolUseId: z.string(), name: z.string(), type: z.string().nullish() });

const resultHead = z.object({ toolUseId: z.string(), status: z.enum(['success', 'error']).nullish().catch(null) });
const resultContent = z.array(z.object({ text: z.string().nullish(), json: z.unknown().optional() })).catch([]);

const block = z.object({
	text: z.string().nullish(),
	reasoningContent: z
		.object({
			reasoningText: z.object({ text: z.string().nullish(), signature: z.string().nullish() }).nullish(),
			redactedContent: redactedContent.nullish(),
		})
		.nullish(),
	toolUse: toolName.extend({ input: z.unknown().optional() }).nullish(),
	toolResult: resultHead.extend({ content: resultContent }).nullish(),
	citationsContent: z
		.object({
			content: z.array(z.object({ text: z.string().nullish() })).nullish(),
			citations: z.array(citation).nullish().catch(null),
		})
		.nullish(),
});

const start = z.object({ toolUse: toolName.nullish(), toolResult: resultHead.nullish() });

const delta = z.object({
	text: z.string().nullish(),
	reasoningContent: z
		.object({
			text: z.string().nullish(),
			signature: z.string().nullish(),
			redactedContent: redactedContent.nullish(),
		})
		.nullish(),
	toolUse: z.object({ input: z.string().nullish() }).nullish(),
	toolResult: resultContent.nullish(),
	citation: citation.nullish().catch(null),
});

/** The parts of a whole block (`ContentBlock`). */
export function partsOfBlock(json: unknown): readonly AnswerPart[] {
	const { text, reasoningContent, toolUse, toolResult, citationsContent } = block.safeParse(json).data ?? {};
	if (text != null) return [{ type: 'text', text }];
	if (reasoningContent != null) {
		const { reasoningText, redactedContent: redacted } = reasoningContent;
		return thoughtParts(reasoningText?.text, reasoningText?.signature, redacted);
	}
	if (toolUse != null) {
		const input = JSON.stringify(toolUse.input ?? {});
		const use = toolPart(toolUse);
		return use.type === 'service-tool' ? [{ ...use, input }] : [use, { type: 'tool-input', json: input }];
	}
	if (toolResult != null) return [resultPart(toolResult, resultText(toolResult.content))];
	if (citationsContent != null) {
		const said = (citationsContent.content ?? []).map((one) => one.text ?? '').join('');
		return [
			{ type: 'text', text: said },
			...(citationsContent.citations ?? []).map((one) => citationPart(one, said.length)),
		];
	}
	return [];
}

/** The parts of a block's beginning (`ContentBlockStart`); what the service itself does is still without its words. */
export function partsOfStart(json: unknown): readonly AnswerPart[] {
	const { toolUse, toolResult } = start.safeParse(json).data ?? {};
	if (toolUse != null) return [toolPart(toolUse)];
	return toolResult == null ? [] : [resultPart(toolResult, '')];
}

/** The parts of a piece of a block (`ContentBlockDelta`). Whose input or result it is more of, its block's beginning says. */
export function partsOfDelta(json: unknown): readonly AnswerPart[] {
	const { text, reasoningContent, toolUse, toolResult, citation: cited } = delta.safeParse(json).data ?? {};
	if (text) return [{ type: 'text', text }];
	if (reasoningContent != null) {
		return thoughtParts(reasoningContent.text, reasoningContent.signature, reasoningContent.redactedContent);
	}
	if (toolUse?.input) return [{ type: 'tool-input', json: toolUse.input }];
	if (toolResult != null) return [{ type: 'tool-input', json: resultText(toolResult) }];
	return cited == null ? [] : [citationPart(cited)];
}

function thoughtParts(
	text: string | null | undefined,
	signature: string | null | undefined,
	redacted: string | null | undefined,
): readonly AnswerPart[] {
	return [
		...(text ? [{ type: 'reasoning', text } as const] : []),
		...(signature ? [{ type: 'signature', signature } as const] : []),
		...(redacted ? [{ type: 'redacted-reasoning', data: redacted } as const] : []),
	];
}

function toolPart({ toolUseId: id, name, type }: z.infer<typeof toolName>) {
	return type === 'server_tool_use'
		? ({ type: 'service-tool', id, name, input: '', result: null } as const)
		: ({ type: 'tool-use', id, name } as const);
}

function resultPart({ toolUseId: id, status }: z.infer<typeof resultHead>, text: string): AnswerPart {
	return { type: 'service-result', id, status: status ?? 'success', text };
}

function resultText(content: z.infer<typeof resultContent>): string {
	return content.map(({ text, json }) => text ?? (json === undefined ? '' : JSON.stringify(json))).join('\n');
}

function citationPart(
	{ title, source, sourceContent, location }: z.infer<typeof citation>,
	length?: number,
): AnswerPart {
	const quote = (sourceContent ?? []).map((one) => one.text ?? '').join('');
	return {
		type: 'citation',
		citation: {
			title: title ?? null,
			source: source ?? null,
			quote: quote === '' ? null : quote,
			location: location ?? null,
		},
		...(length !== undefined && { length }),
	};
}
