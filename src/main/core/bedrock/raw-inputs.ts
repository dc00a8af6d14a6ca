import type { Node } from 'jsonc-parser';
import { findNodeAtLocation, parseTree } from 'jsonc-parser';
import type { AnswerPart } from '../../../shared/model/content.ts';

/**
 * The parts of a whole answer with the inputs of tools as the model wrote them in its body: parsed and written again,
 * numbers lose what a double does not hold. Streams write inputs as text anyway, and so do bodies like OpenAI's.
 */
export function withRawInputs(parts: readonly AnswerPart[], body: string): readonly AnswerPart[] {
	const uses = parts.filter(isUse).length;
	if (uses === 0) return parts;
	const raw = rawInputs(body);
	if (raw.length !== uses) return parts;
	let use = -1;
	return parts.map((part): AnswerPart => {
		if (isUse(part)) use += 1;
		const input = raw[use] ?? null;
		if (input === null) return part;
		if (part.type === 'service-tool') return { ...part, input };
		return part.type === 'tool-input' ? { ...part, json: input } : part;
	});
}

function isUse({ type }: AnswerPart): boolean {
	return type === 'tool-use' || type === 'service-tool';
}

/** Of the uses of tools in a body of Converse, Nova or Claude, in their order; null for one without an input. */
function rawInputs(body: string): readonly (string | null)[] {
	const root = parseTree(body);
	const content = root && (findNodeAtLocation(root, ['output', 'message', 'content']) ?? member(root, 'content'));
	return (content?.children ?? []).flatMap((block) => {
		const use = member(block, 'toolUse') ?? (member(block, 'type')?.value === 'tool_use' ? block : undefined);
		if (use === undefined) return [];
		const input = member(use, 'input');
		return [input === undefined ? null : body.slice(input.offset, input.offset + input.length)];
	});
}

function member(node: Node, name: string): Node | undefined {
	return node.type === 'object' ? findNodeAtLocation(node, [name]) : undefined;
}
