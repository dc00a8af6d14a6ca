import { ensureSyntaxTree, syntaxTree } from '@codemirror/language';
import type { EditorState } from '@codemirror/state';

/** How long the text may still be parsed before a place is looked for in it; milliseconds. */
const PATIENCE = 500;

type SyntaxNode = ReturnType<typeof syntaxTree>['topNode'];

/** Where a field of a JSON text begins: its name, or an element of a list; null where it is not (yet) known. */
export function findPlace(state: EditorState, path: ReadonlyArray<string | number>): number | null {
	const tree = ensureSyntaxTree(state, state.doc.length, PATIENCE) ?? syntaxTree(state);
	let place: SyntaxNode | null = null;
	let value: SyntaxNode | null = tree.topNode.firstChild;
	for (const key of path) {
		const member: SyntaxNode | null = typeof key === 'number' ? element(value, key) : property(state, value, key);
		if (member === null) return null;
		place = member;
		value = typeof key === 'number' ? member : member.lastChild;
	}
	return place?.from ?? null;
}

function property(state: EditorState, object: SyntaxNode | null, key: string): SyntaxNode | null {
	const written = JSON.stringify(key);
	for (let member = object?.firstChild ?? null; member !== null; member = member.nextSibling) {
		const name = member.name === 'Property' ? member.firstChild : null;
		if (name !== null && state.sliceDoc(name.from, name.to) === written) return member;
	}
	return null;
}

function element(list: SyntaxNode | null, index: number): SyntaxNode | null {
	const elements = list?.name === 'Array' ? list.firstChild : null;
	let at = -1;
	for (let member = elements; member !== null; member = member.nextSibling) {
		if (/^[A-Z]/.test(member.name)) at += 1;
		if (at === index) return member;
	}
	return null;
}
