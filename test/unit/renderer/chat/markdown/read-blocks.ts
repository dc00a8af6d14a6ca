import type { Block, LongBlock } from '../../../../../src/renderer/chat/markdown/blocks.ts';
import { parseMarkdown } from '../../../../../src/renderer/chat/markdown/markdown-it.ts';
import type { Split } from '../../../../../src/renderer/chat/markdown/split-blocks.ts';
import type { TokenNode } from '../../../../../src/renderer/chat/markdown/token-tree.ts';
import { tokenTree } from '../../../../../src/renderer/chat/markdown/token-tree.ts';

/** What a text is as a whole: elements, their attributes and texts, as one line. */
export function readWhole(text: string): string {
	return read(tokenTree(parseMarkdown(text)));
}

/** The same of a text that was split. */
export function readSplit({ groups, open }: Split): string {
	return [...groups.flat(), ...open].map(readBlock).join('');
}

function readBlock(block: Block): string {
	if (block.type === 'fence') return `<fence ${block.info}>${[...block.chunks, block.tail].join('')}</fence>`;
	return block.type === 'node' ? read([block.node]) : readLong(block);
}

function readLong({ start: { kind, node }, pieces }: LongBlock): string {
	const inside = pieces.map(({ nodes }) => read(nodes, kind === 'list' && pieces.some(({ loose }) => loose))).join('');
	if (kind !== 'table') return element(node, inside);
	return element(node, read(node.children.slice(0, 1)) + (inside === '' ? '' : `<tbody>${inside}</tbody>`));
}

function read(nodes: readonly TokenNode[], loose = false): string {
	return nodes.map((node) => readNode(node, loose)).join('');
}

function readNode(node: TokenNode, loose: boolean): string {
	const { token, children } = node;
	if (token.type === 'text') return token.content.replaceAll('<', '&lt;');
	if (token.type === 'inline') return read(children);
	if (token.type === 'softbreak' || token.type === 'hardbreak') return '<br>';
	if (token.type === 'fence') return `<fence ${token.info}>${token.content}</fence>`;
	if (token.type === 'code_block' || token.type === 'code_inline') return `<${token.type}>${token.content}</>`;
	if (token.type === 'image') return `<image ${token.attrGet('src')} ${token.content}>`;
	if (token.type === 'paragraph_open' && token.hidden && !loose) return read(children);
	if (token.type === 'list_item_open') return element(node, children.map((child) => readNode(child, loose)).join(''));
	return element(node, read(children));
}

function element({ token }: TokenNode, inside: string): string {
	const attributes = (token.attrs ?? []).map(([name, value]) => ` ${name}=${value}`).join('');
	return `<${token.tag}${attributes}>${inside}</${token.tag}>`;
}
