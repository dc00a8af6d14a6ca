import { z } from 'zod';
import type { AnswerPart } from '../../../../shared/model/content.ts';
import { textParts } from './family-codec.ts';

const citation = z.looseObject({
	title: z.string().nullish(),
	document_title: z.string().nullish(),
	source: z.string().nullish(),
	url: z.string().nullish(),
	cited_text: z.string().nullish(),
});

const block = z.discriminatedUnion('type', [
	z.object({ type: z.literal('text'), text: z.string(), citations: z.array(citation).nullish().catch(null) }),
	z.object({ type: z.literal('thinking'), thinking: z.string(), signature: z.string().nullish() }),
	z.object({ type: z.literal('redacted_thinking'), data: z.string() }),
	z.object({ type: z.literal('tool_use'), id: z.string(), name: z.string(), input: z.unknown().optional() }),
]);

const delta = z.object({
	text: z.string().optional(),
	thinking: z.string().optional(),
	signature: z.string().optional(),
	partial_json: z.string().optional(),
	citation: citation.optional().catch(undefined),
});

/** The parts of a whole block of Claude's Messages format. One of another kind (a server's own tool) says nothing. */
export function claudeBlockParts(json: unknown): readonly AnswerPart[] {
	const { data } = block.safeParse(json);
	if (data?.type === 'text') {
		return [
			...textParts(data.text),
			...(data.citations ?? []).map((one) => ({ ...citationPart(one), length: data.text.length })),
		];
	}
	return data?.type === 'tool_use'
		? [...beginning(data), { type: 'tool-input', json: JSON.stringify(data.input ?? {}) }]
		: beginning(data);
}

/** The parts of a block as it begins in a stream: its text, thoughts and input are still empty then. */
export function claudeStartParts(json: unknown): readonly AnswerPart[] {
	return beginning(block.safeParse(json).data);
}

/** The parts of a piece of a block. */
export function claudeDeltaParts(json: unknown): readonly AnswerPart[] {
	const { text, thinking, signature, partial_json: input, citation: cited } = delta.safeParse(json).data ?? {};
	if (thinking) return [{ type: 'reasoning', text: thinking }];
	if (signature) return [{ type: 'signature', signature }];
	if (input) return [{ type: 'tool-input', json: input }];
	return cited === undefined ? textParts(text) : [citationPart(cited)];
}

function beginning(data: z.infer<typeof block> | undefined): readonly AnswerPart[] {
	switch (data?.type) {
		case 'text':
			return textParts(data.text);
		case 'thinking':
			return [
				...(data.thinking === '' ? [] : [{ type: 'reasoning', text: data.thinking } as const]),
				...(data.signature ? [{ type: 'signature', signature: data.signature } as const] : []),
			];
		case 'redacted_thinking':
			return [{ type: 'redacted-reasoning', data: data.data }];
		case 'tool_use':
			return [{ type: 'tool-use', id: data.id, name: data.name }];
		case undefined:
			return [];
	}
}

/** What tells the place (pages, characters, blocks, a web address) stays as it came, with its `type`. */
function citationPart(cited: z.infer<typeof citation>): Extract<AnswerPart, { type: 'citation' }> {
	const { title, document_title: documentTitle, source, cited_text: quote, ...location } = cited;
	return {
		type: 'citation',
		citation: {
			title: documentTitle ?? title ?? null,
			source: source ?? cited.url ?? null,
			quote: quote ?? null,
			location: z.json().safeParse(location).data ?? null,
		},
	};
}
