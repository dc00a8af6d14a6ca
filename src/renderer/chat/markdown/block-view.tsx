import { memo } from 'react';
import type { Block, Piece } from './blocks.ts';
import { longKind, wholePiece } from './blocks.ts';
import { CodeBlock } from './code-block.tsx';
import { LongParagraph } from './long-paragraph.tsx';
import { LongTable } from './long-table.tsx';
import { Heading, List, ListItem, TokenNodes } from './token-nodes.tsx';
import type { TokenNode } from './token-tree.ts';

interface Props {
	readonly block: Block;
	/** More of it may come. While it may, a long one is laid out so that only its end is done anew. */
	readonly growing: boolean;
}

/** One top-level block. A list, table or paragraph keeps its elements when it becomes a long one. */
export const BlockView = memo(function BlockView({ block, growing }: Props) {
	if (block.type === 'fence') return <CodeBlock {...block} />;
	if (block.type === 'long') return <LongView node={block.start.node} pieces={block.pieces} growing={growing} />;
	const { node } = block;
	const kind = longKind(node);
	if (kind === null) return <TokenNodes nodes={[node]} />;
	return <LongView node={node} pieces={[wholePiece(kind, node)]} growing={growing} />;
});

interface LongProps {
	readonly node: TokenNode;
	readonly pieces: readonly Piece[];
	readonly growing: boolean;
}

function LongView({ node, pieces, growing }: LongProps) {
	switch (longKind(node)) {
		case 'list': {
			const loose = pieces.some((piece) => piece.loose);
			return (
				<List node={node} tasks={pieces.some(({ tasks }) => tasks)} parted={pieces.length > 1}>
					{pieces.map(({ nodes }, index) => (
						<Items key={String(index)} nodes={nodes} loose={loose} apart={index > 0} />
					))}
				</List>
			);
		}
		case 'table':
			return <LongTable node={node} pieces={pieces} growing={growing} />;
		default:
			return node.token.type === 'heading_open' ? (
				<Heading tag={node.token.tag}>{inPieces(pieces)}</Heading>
			) : (
				<LongParagraph pieces={pieces} growing={growing} />
			);
	}
}

function inPieces(pieces: readonly Piece[]) {
	return pieces.map(({ nodes }, index) => <Nodes key={String(index)} nodes={nodes} />);
}

const Nodes = memo(TokenNodes);

/** Items of a list. All but the first part stand in an element of their own, which the browser's layout passes over. */
const Items = memo(function Items({
	nodes,
	loose,
	apart,
}: {
	readonly nodes: readonly TokenNode[];
	readonly loose: boolean;
	readonly apart: boolean;
}) {
	const items = nodes.map((node, index) => (
		<ListItem key={String(index)} loose={loose}>
			{node.children}
		</ListItem>
	));
	return apart ? <div role="presentation">{items}</div> : items;
});
