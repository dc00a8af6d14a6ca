import type { Node } from 'jsonc-parser';
import { findNodeAtLocation, parseTree } from 'jsonc-parser';
import type { AnswerPart } from '../../../shared/model/content.ts';

/**
 * The parts of a whole answer with the inputs of tools as the model wrote them in its body: parsed and written again,
 * numbers lose what a double does not hold. Streams write inputs as text anyway, and so do bodies like OpenAI's.
 */
export function withRawInputs(parts: readonly AnswerPart[], body: string): readonly AnswerPart[] {
	const uses = parts.filter(({ type }) => type === 'tool-use').length;
	if (uses === 0) return parts;
	const raw = rawInputs(body);
	if (raw.length !== uses) return parts;
	let use = -1;
	return parts.map((part) => {
		if (part.type === 'tool-use') use += 1;
		const json = part.type === 'tool-input' ? raw[use] : undefined;
		return json == null ? part : { type: 'tool-input', json };
	});
}

/** Of the uses of tools in a body of Converse, Nova or Claude, in their order; null for one without an input. */
function rawInputs(body: string): readonly (string | null)[] {
	const root = parseTree(body);
	const content = root && (findNodeAtLocation(root, ['output', 'message', 'content']) ?? member(root, 'content'));
	return (content?.children ?? []).flatMap((block) => {
		const use = member(block, 'toolUse') ?? (textOf(block, 'type') === 'tool_use' ? block : undefined);
		// What the service itself does is no use of a person's tool.
		if (use === undefined || textOf(use, 'type') === 'server_tool_use') return [];
		const input = member(use, 'input');
		return [input === undefined ? null : body.slice(input.offset, input.offset + input.length)];
	});
}

function member(node: Node, name: string): Node | undefined {
	return node.type === 'object' ? findNodeAtLocation(node, [name]) : undefined;
}

function textOf(node: Node, name: string): unknown {
	return member(node, name)?.value;
}
