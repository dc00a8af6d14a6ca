import type { FenceBlock } from './blocks.ts';
import { CHUNK_LINES } from './blocks.ts';

/** A fence that still grows. Places are those of the whole text. */
export interface OpenFence {
	readonly marker: string;
	readonly info: string;
	readonly chunks: readonly string[];
	/** Where the lines after the last chunk begin, and how many were looked at. */
	readonly tailStart: number;
	readonly tailLines: number;
	/** Everything before is in whole lines that were looked at. */
	readonly next: number;
}

/** Looks at the lines that are new. `closed` with the place behind it when one of them closes the fence. */
export function growFence(
	text: string,
	fence: OpenFence,
): { readonly fence: OpenFence; readonly closed: { readonly block: FenceBlock; readonly end: number } | null } {
	let { tailStart, tailLines, next } = fence;
	const chunks: string[] = [];
	const all = () => (chunks.length === 0 ? fence.chunks : [...fence.chunks, ...chunks]);
	for (let end = text.indexOf('\n', next) + 1; end > 0; end = text.indexOf('\n', next) + 1) {
		if (closes(text.slice(next, end - 1), fence.marker)) {
			const tail = text.slice(tailStart, next);
			return { fence, closed: { block: { type: 'fence', info: fence.info, chunks: all(), tail, closed: true }, end } };
		}
		next = end;
		tailLines++;
		if (tailLines < CHUNK_LINES) continue;
		chunks.push(text.slice(tailStart, next));
		tailStart = next;
		tailLines = 0;
	}
	return { fence: { ...fence, chunks: all(), tailStart, tailLines, next }, closed: null };
}

/** The fence with the line that has not ended yet. */
export function fenceSoFar(text: string, { marker, info, chunks, tailStart, next }: OpenFence): FenceBlock {
	const last = text.slice(next);
	const end = mayClose(last, marker) ? next : text.length;
	return { type: 'fence', info, chunks, tail: text.slice(tailStart, end), closed: closes(last, marker) };
}

/** Whether a line that has not ended may become the closing fence. It is not shown as code for a moment. */
export function mayClose(line: string, marker: string): boolean {
	const bare = line.trim();
	return bare === (marker[0] ?? '').repeat(bare.length);
}

/** A closing fence: the opening one's character, at least as often, and nothing else. */
function closes(line: string, marker: string): boolean {
	const bare = /^ {0,3}(`+|~+)[ \t]*$/.exec(line)?.[1];
	return bare?.startsWith(marker) === true;
}
