import { hasMarks, splitMarks } from '../blocks/citation-marks.ts';
import type { TokenNode } from './token-tree.ts';

/** A place where a line of a paragraph begins: before a node of one of its parts, or in the text of one. */
export interface Seam {
	readonly nodes: readonly TokenNode[];
	/** Which of the nodes, and where in its text. */
	readonly node: number;
	readonly offset: number;
}

/**
 * The last place in each part of a paragraph where a line begins: behind a break, or where the browser began one. null:
 * there is none.
 * @param seam the last one before these parts; the paragraph shows it
 */
export function findSeams(
	paragraph: HTMLElement,
	seam: Seam | null,
	parts: readonly (readonly TokenNode[])[],
): readonly (Seam | null)[] {
	const before = seam === null ? [] : textsIn(seam.nodes, seam);
	const wanted = [...before, ...parts.flatMap((nodes) => textsIn(nodes, null))];
	const elements = ownTexts(paragraph, seam !== null);
	const found = wanted.every(({ text }, index) => elements[index]?.data === text) ? elements : [];
	const elementOf = new Map(wanted.map(({ node }, index) => [node, found[index]]));
	return parts.map((nodes) => {
		for (let index = nodes.length - 1; index >= 0; index--) {
			const [last, node] = [nodes[index - 1], nodes[index]];
			if (last?.token.type === 'softbreak' || last?.token.type === 'hardbreak')
				return { nodes, node: index, offset: 0 };
			const element = node === undefined || hasMarks(node.token.content) ? undefined : elementOf.get(node);
			const offset = element === undefined ? null : lastLine(element);
			if (offset !== null) return { nodes, node: index, offset };
		}
		return null;
	});
}

/** The texts that some nodes make in their paragraph itself, from a seam on. */
function textsIn(
	nodes: readonly TokenNode[],
	from: Seam | null,
): readonly { readonly node: TokenNode; readonly text: string }[] {
	return nodes.flatMap((node, index) => {
		const { token } = node;
		if (token.type !== 'text' || (from !== null && index < from.node)) return [];
		const text = from?.node === index ? token.content.slice(from.offset) : token.content;
		return splitMarks(text).flatMap((part) => (typeof part === 'string' ? [{ node, text: part }] : []));
	});
}

/** The texts that stand in a paragraph itself, behind its last seam if it has one. */
function ownTexts(paragraph: HTMLElement, seamed: boolean): readonly Text[] {
	const texts: Text[] = [];
	for (let child = paragraph.lastChild; child !== null; child = child.previousSibling) {
		if (child instanceof Text) texts.push(child);
		if (seamed && child instanceof HTMLElement && 'seam' in child.dataset) break;
	}
	return texts.reverse();
}

/** Where the last line of a text begins that has more than one; null for one. */
function lastLine(text: Text): number | null {
	const range = document.createRange();
	range.selectNodeContents(text);
	const tops = [...new Set([...range.getClientRects()].map(({ top }) => top))];
	const before = tops.at(-2);
	if (before === undefined) return null;
	let [low, high] = [0, text.length - 1];
	while (low < high) {
		const middle = Math.floor((low + high) / 2);
		range.setStart(text, middle);
		range.setEnd(text, middle + 1);
		// A space at a line's end may take no place at all.
		const top = range.getClientRects()[0]?.top ?? before;
		if (top > before) high = middle;
		else low = middle + 1;
	}
	return low;
}
