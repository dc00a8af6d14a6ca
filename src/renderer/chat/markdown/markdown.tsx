import { memo, useMemo, useRef } from 'react';
import { BlockView } from './block-view.tsx';
import type { Block } from './blocks.ts';
import css from './markdown.module.css';
import type { Split } from './split-blocks.ts';
import { GROUP, splitBlocks } from './split-blocks.ts';
import { usePaced } from './use-paced.ts';

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
	const groups = groupsOf(split);
	return (
		<div className={css['markdown']} data-markdown>
			{groups.map((blocks, index) => (
				<Group key={String(index)} blocks={blocks} growing={growing && index === groups.length - 1} />
			))}
		</div>
	);
}

/** What the next render costs, as characters to read: those that are not finished. Of a fence only its end is read. */
function costOf({ at }: Split): number {
	return at.fence === null ? at.text.length - at.start : 0;
}

/** The unfinished blocks stand in the last group, so that their elements stay when they are finished. */
function groupsOf({ groups, open }: Split): Split['groups'] {
	const last = groups.at(-1);
	if (open.length === 0) return groups;
	if (last === undefined || last.length >= GROUP) return [...groups, open];
	return [...groups.slice(0, -1), [...last, ...open]];
}

interface GroupProps {
	readonly blocks: readonly Block[];
	/** More of the last one may come. */
	readonly growing: boolean;
}

/** An element around some blocks, so that the browser's layout passes over the finished ones as one. */
const Group = memo(function Group({ blocks, growing }: GroupProps) {
	return (
		<div>
			{blocks.map((block, index) => (
				<BlockView key={String(index)} block={block} growing={growing && index === blocks.length - 1} />
			))}
		</div>
	);
});
