import type { TokenNode } from './token-tree.ts';

const TASK = /^\[([ xX])\]\s+/;

/** The text in which an item's box stands: the first of its first paragraph. null: the item is no task. */
export function taskText(item: readonly TokenNode[]): TokenNode | null {
	const first = item[0]?.children[0]?.children[0];
	return first?.token.type === 'text' && TASK.test(first.token.content) ? first : null;
}

/** Whether a list's items are tasks: one begins with a box. */
export function isTaskList(items: readonly TokenNode[]): boolean {
	return items.some((item) => taskText(item.children) !== null);
}

/** An item without the characters of its box. */
export function withoutBox(nodes: readonly TokenNode[], task: TokenNode): readonly TokenNode[] {
	return nodes.map((node) => {
		if (node !== task) return { ...node, children: withoutBox(node.children, task) };
		return { ...node, text: node.token.content.replace(TASK, '') };
	});
}
