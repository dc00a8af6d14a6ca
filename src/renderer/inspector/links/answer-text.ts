import { pixelScale } from '../../presenter/presenter-look.ts';
import type { TextRange } from './align-text.ts';
import { alignText, renderedRange } from './align-text.ts';

/** The elements in which an answer's text is rendered; the Markdown of thoughts is none of it. */
export const RENDERED = '[data-text-start] [data-markdown]';
const HIGHLIGHT = 'outcrop-frame';

/**
 * The words of an element as one text, and the nodes that they are in. The names of code blocks and the numbers of sources
 * are the app's own words.
 */
interface RenderedText {
	readonly text: string;
	readonly nodes: readonly Text[];
	/** Where each node begins in the text. */
	readonly starts: readonly number[];
}

function readRendered(root: Element): RenderedText {
	const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT, (node) =>
		node.parentElement?.closest('figcaption, [data-mark]') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
	);
	const nodes: Text[] = [];
	const starts: number[] = [];
	let text = '';
	for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
		if (!(node instanceof Text)) continue;
		nodes.push(node);
		starts.push(text.length);
		text += node.data;
	}
	return { text, nodes, starts };
}

/** The place in an answer's Markdown source at which a selection in its rendered text begins; null: it holds none of it. */
export function sourcePlace(root: Element, source: string, selected: Range): number | null {
	const { text, nodes, starts } = readRendered(root);
	const index = nodes.findIndex((node) => selected.intersectsNode(node) && !endsBefore(selected, node));
	const node = nodes[index];
	if (node === undefined) return null;
	const place = (starts[index] ?? 0) + (selected.startContainer === node ? selected.startOffset : 0);
	return alignText(text, source)[place] ?? null;
}

/** Whether a selection only touches the end of a node: its first character is in a later one. */
function endsBefore({ startContainer, startOffset }: Range, node: Text): boolean {
	return startContainer === node && startOffset === node.length;
}

/**
 * Marks what of a rendered answer comes from a part of its Markdown source, and brings it into view. The mark goes with
 * the next press of a button or a key. False: nothing comes from it.
 */
export function markInAnswer(root: Element, source: string, part: TextRange): boolean {
	const rendered = readRendered(root);
	const found = renderedRange(alignText(rendered.text, source), part);
	if (found === null) return false;
	const range = document.createRange();
	const [startNode, startOffset] = spotOf(rendered, found.start);
	const [lastNode, lastOffset] = spotOf(rendered, found.end - 1);
	range.setStart(startNode, startOffset);
	range.setEnd(lastNode, lastOffset + 1);
	CSS.highlights.set(HIGHLIGHT, new Highlight(range));
	bringIntoView(root, range);
	const over = new AbortController();
	const unmark = (): void => {
		CSS.highlights.delete(HIGHLIGHT);
		over.abort();
	};
	for (const event of ['pointerdown', 'keydown']) {
		document.addEventListener(event, unmark, { capture: true, signal: over.signal });
	}
	return true;
}

function spotOf({ nodes, starts }: RenderedText, at: number): readonly [Text, number] {
	const index = starts.findLastIndex((start) => start <= at);
	const node = nodes[index];
	if (node === undefined) throw new Error(`No text at ${at}.`);
	return [node, at - (starts[index] ?? 0)];
}

function bringIntoView(root: Element, range: Range): void {
	const scroller = root.closest('[data-long]');
	if (scroller === null) return;
	const [mark, view] = [range.getBoundingClientRect(), scroller.getBoundingClientRect()];
	if (mark.top >= view.top && mark.bottom <= view.bottom) return;
	const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
	const top = (mark.top - view.top - view.height / 3) / pixelScale();
	scroller.scrollBy({ top, behavior: still ? 'instant' : 'smooth' });
}
