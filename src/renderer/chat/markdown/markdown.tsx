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
	const shown = usePaced(text, growing ? unfinished(last.current) : 0);
	const split = useMemo(() => splitBlocks(shown, last.current), [shown]);
	last.current = split;
	return (
		<div className={css['markdown']}>
			{groupsOf(split).map((blocks, index) => (
				<Group key={String(index)} blocks={blocks} />
			))}
		</div>
	);
}

/** The unfinished blocks stand in the last group, so that their elements stay when they are finished. */
function groupsOf({ groups, open }: Split): Split['groups'] {
	const last = groups.at(-1);
	if (last === undefined || last.length >= GROUP) return [...groups, open];
	return [...groups.slice(0, -1), [...last, ...open]];
}

function unfinished(split: Split | null): number {
	if (split === null || split.at.fence !== null) return 0;
	return split.at.text.length - split.at.start;
}

const Group = memo(function Group({ blocks }: { readonly blocks: readonly Block[] }) {
	return blocks.map((block, index) => <BlockView key={String(index)} block={block} />);
});
