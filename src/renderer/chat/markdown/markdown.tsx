import { memo, useMemo, useRef } from 'react';
import { BlockView } from './block-view.tsx';
import type { Block } from './blocks.ts';
import css from './markdown.module.css';
import type { Split } from './split-blocks.ts';
import { GROUP, splitBlocks } from './split-blocks.ts';
import { usePaced } from './use-paced.ts';

/** Laying out so many characters takes as long as reading one. */
const LAYOUT = 8;

interface Props {
	readonly text: string;
	/** More may come. */
	readonly growing: boolean;
}

/**
 * Markdown that may still grow. Each render reads only what is not finished yet, and makes only that anew (design.md 7):
 * the cost of an answer is linear in its length.
 */
export function Markdown({ text, growing }: Props) {
	const last = useRef<Split | null>(null);
	const shown = usePaced(text, growing && last.current !== null ? costOf(last.current) : 0);
	const split = useMemo(() => splitBlocks(shown, last.current), [shown]);
	last.current = split;
	return (
		<div className={css['markdown']} data-markdown>
			{groupsOf(split).map((blocks, index) => (
				<Group key={String(index)} blocks={blocks} />
			))}
		</div>
	);
}

/** What the next render costs, as characters to read: those that are not finished; one block is laid out as a whole. */
function costOf({ at, open }: Split): number {
	if (at.fence !== null) return 0;
	const block = open[0];
	const laidOut = block?.type === 'long' ? block.pieces.reduce((sum, { text }) => sum + text.length, 0) : 0;
	return at.text.length - at.start + laidOut / LAYOUT;
}

/** The unfinished blocks stand in the last group, so that their elements stay when they are finished. */
function groupsOf({ groups, open }: Split): Split['groups'] {
	const last = groups.at(-1);
	if (open.length === 0) return groups;
	if (last === undefined || last.length >= GROUP) return [...groups, open];
	return [...groups.slice(0, -1), [...last, ...open]];
}

/** An element around some blocks, so that the browser's layout passes over the finished ones as one. */
const Group = memo(function Group({ blocks }: { readonly blocks: readonly Block[] }) {
	return (
		<div>
			{blocks.map((block, index) => (
				<BlockView key={String(index)} block={block} />
			))}
		</div>
	);
});
