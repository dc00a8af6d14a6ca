import { memo, useMemo, useRef } from 'react';
import { CodeBlock } from './code-block.tsx';
import css from './markdown.module.css';
import { parseMarkdown } from './markdown-it.ts';
import type { Block, Split } from './split-blocks.ts';
import { splitBlocks } from './split-blocks.ts';
import { TokenNodes } from './token-nodes.tsx';
import { tokenTree } from './token-tree.ts';

/**
 * Markdown that may still grow. Each render looks at the new lines only, and of the blocks only the last one is made
 * anew (design.md 7): the cost of an answer is linear in its length.
 */
export function Markdown({ text }: { readonly text: string }) {
	const split = useSplit(text);
	return (
		<div className={css['markdown']}>
			{split.sealed.map((block, index) => (
				<BlockView key={String(index)} block={block} />
			))}
			{split.open !== null && <BlockView key={String(split.sealed.length)} block={split.open} />}
		</div>
	);
}

function useSplit(text: string): Split {
	const last = useRef<Split | null>(null);
	const split = useMemo(() => splitBlocks(text, last.current), [text]);
	last.current = split;
	return split;
}

const BlockView = memo(function BlockView({ block }: { readonly block: Block }) {
	if (block.type === 'fence') return <CodeBlock {...block} />;
	return <TextBlock text={block.text} />;
});

const TextBlock = memo(function TextBlock({ text }: { readonly text: string }) {
	const nodes = useMemo(() => tokenTree(parseMarkdown(text)), [text]);
	return <TokenNodes nodes={nodes} />;
});
