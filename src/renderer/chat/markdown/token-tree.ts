import type { Token } from 'markdown-it';

/** A token with what stands between it and its closing token. */
export interface TokenNode {
	readonly token: Token;
	readonly children: readonly TokenNode[];
	/** Text to show instead of the token's own. */
	readonly text?: string;
}

/** Makes a tree of markdown-it's flat list: an opening token takes what follows until its closing token. */
export function tokenTree(tokens: readonly Token[]): readonly TokenNode[] {
	const root: TokenNode[] = [];
	const stack: TokenNode[][] = [root];
	for (const token of tokens) {
		const siblings = stack.at(-1) ?? root;
		if (token.nesting === -1) {
			if (stack.length > 1) stack.pop();
			continue;
		}
		const children: TokenNode[] = token.children === null ? [] : [...tokenTree(token.children)];
		siblings.push({ token, children });
		if (token.nesting === 1) stack.push(children);
	}
	return root;
}

/** All text of some nodes, without marks. */
export function plainText(nodes: readonly TokenNode[]): string {
	return nodes
		.map(({ token, children }) => {
			if (token.type === 'softbreak' || token.type === 'hardbreak') return ' ';
			return children.length > 0 ? plainText(children) : token.content;
		})
		.join('');
}

/** Where each line of a text begins; in one go, because a search for each would take the square of its length. */
export function lineStarts(text: string): readonly number[] {
	const starts = [0];
	for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', end + 1)) starts.push(end + 1);
	return starts;
}

/** The first line of a node and the line after its last, in the text that was parsed. */
export function linesOf(node: TokenNode): readonly [first: number, end: number] {
	return node.token.map ?? [0, 0];
}
