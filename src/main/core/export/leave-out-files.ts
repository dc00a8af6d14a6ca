import type { Node } from 'jsonc-parser';
import { findNodeAtLocation, parseTree } from 'jsonc-parser';

/** Of text that can't be read as JSON, only what is too long to be anything else than a file. */
const LONG_BASE64 = /[A-Za-z0-9+/]{400,}={0,2}/g;

/**
 * The body of a request with words in place of the files in it: what they were, and how large. All else stays as it was
 * written. Known are the places of Converse and Nova (`bytes`, a document's source), Claude (`source.data`) and OpenAI
 * (`data:` addresses).
 */
export function withoutFiles(request: Uint8Array): Uint8Array {
	const text = new TextDecoder().decode(request);
	const root = parseTree(text);
	if (root?.type !== 'object') {
		const left = text.replace(LONG_BASE64, (base64) => words(null, sizeOfBase64(base64)));
		return left === text ? request : new TextEncoder().encode(left);
	}
	const pieces: string[] = [];
	let at = 0;
	for (const { node, said } of filesIn(root, null)) {
		pieces.push(text.slice(at, node.offset), JSON.stringify(said));
		at = node.offset + node.length;
	}
	return at === 0 ? request : new TextEncoder().encode(pieces.join('') + text.slice(at));
}

interface FoundFile {
	/** The string that holds it. */
	readonly node: Node;
	readonly said: string;
}

/** Files in their order in the text. `type`: that of the block which is looked into. */
function filesIn(node: Node, type: string | null): readonly FoundFile[] {
	if (node.type === 'array') return (node.children ?? []).flatMap((child) => filesIn(child, null));
	if (node.type !== 'object') return [];
	const own = textAt(node, 'format') ?? textAt(node, 'media_type') ?? type;
	return (node.children ?? []).flatMap((property) => {
		const [key, value] = property.children ?? [];
		if (key === undefined || value === undefined) return [];
		return value.type === 'string' ? fileIn(String(key.value), value, own) : filesIn(value, own);
	});
}

function fileIn(key: string, node: Node, type: string | null): readonly FoundFile[] {
	const value = String(node.value);
	const found = (of: string | null, size: number) => [{ node, said: words(of, size) }];
	const address = key === 'url' ? /^data:([^;,]*)[^,]*;base64,/.exec(value) : null;
	if (address !== null) return found(address[1] ?? null, sizeOfBase64(value.slice(address[0].length)));
	if (!isInSource(node)) return [];
	// A document may go as the text that it is.
	if (key === 'text' || (key === 'data' && type?.startsWith('text/'))) return found(type, Buffer.byteLength(value));
	return key === 'bytes' || key === 'data' ? found(type, sizeOfBase64(value)) : [];
}

/** Whether a string is a member of the `source` of something. */
function isInSource(node: Node): boolean {
	return node.parent?.parent?.parent?.children?.[0]?.value === 'source';
}

function textAt(node: Node, name: string): string | null {
	const found = findNodeAtLocation(node, [name]);
	return found?.type === 'string' ? String(found.value) : null;
}

function sizeOfBase64(base64: string): number {
	return Buffer.byteLength(base64, 'base64');
}

function words(type: string | null, bytes: number): string {
	return `[left out: ${type === null ? '' : `${type}, `}${bytes} bytes]`;
}
