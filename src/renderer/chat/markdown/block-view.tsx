import { memo } from 'react';
import type { Block, Piece } from './blocks.ts';
import { longKind, rowsOf } from './blocks.ts';
import { CodeBlock } from './code-block.tsx';
import { Heading, isTaskList, List, ListItem, Table, TokenNodes } from './token-nodes.tsx';
import type { TokenNode } from './token-tree.ts';

/** One top-level block. A list, table or paragraph keeps its elements when it becomes a long one. */
export const BlockView = memo(function BlockView({ block }: { readonly block: Block }) {
	if (block.type === 'fence') return <CodeBlock {...block} />;
	if (block.type === 'long') return <LongView node={block.start.node} pieces={block.pieces} />;
	const { node } = block;
	switch (longKind(node)) {
		case 'list':
			return <LongView node={node} pieces={[{ text: '', nodes: node.children, loose: false }]} />;
		case 'table':
			return <LongView node={node} pieces={[{ text: '', nodes: rowsOf(node), loose: false }]} />;
		case 'paragraph':
			return <LongView node={node} pieces={[{ text: '', nodes: node.children[0]?.children ?? [], loose: false }]} />;
		case null:
			return <TokenNodes nodes={[node]} />;
	}
});

interface Props {
	readonly node: TokenNode;
	readonly pieces: readonly Piece[];
}

function LongView({ node, pieces }: Props) {
	switch (longKind(node)) {
		case 'list': {
			const loose = pieces.some((piece) => piece.loose);
			return (
				<List node={node} tasks={pieces.some(({ nodes }) => isTaskList(nodes))}>
					{pieces.map(({ nodes }, index) => (
						<Items key={String(index)} nodes={nodes} loose={loose} />
					))}
				</List>
			);
		}
		case 'table':
			return (
				<Table>
					<TokenNodes nodes={node.children.slice(0, 1)} />
					{pieces.some(({ nodes }) => nodes.length > 0) && <tbody>{inPieces(pieces)}</tbody>}
				</Table>
			);
		default:
			return node.token.type === 'heading_open' ? (
				<Heading tag={node.token.tag}>{inPieces(pieces)}</Heading>
			) : (
				<p>{inPieces(pieces)}</p>
			);
	}
}

function inPieces(pieces: readonly Piece[]) {
	return pieces.map(({ nodes }, index) => <Nodes key={String(index)} nodes={nodes} />);
}

const Nodes = memo(TokenNodes);

const Items = memo(function Items({ nodes, loose }: { readonly nodes: readonly TokenNode[]; readonly loose: boolean }) {
	return nodes.map((node, index) => (
		<ListItem key={String(index)} loose={loose}>
			{node.children}
		</ListItem>
	));
});
