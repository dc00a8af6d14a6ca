/** A top-level piece of a Markdown text. Blocks that are sealed never change again. */
export type Block =
	| { readonly type: 'text'; readonly text: string }
	| {
			readonly type: 'fence';
			/** What stands behind the opening fence (`ts`, `python title="…"`). */
			readonly info: string;
			/** Whole runs of `CHUNK_LINES` lines. */
			readonly chunks: readonly string[];
			/** The lines after the last chunk. */
			readonly tail: string;
			readonly closed: boolean;
	  };

/** A Markdown text so far: its sealed blocks, and the one that still grows. */
export interface Split {
	readonly sealed: readonly Block[];
	readonly open: Block | null;
	readonly at: Position;
}

/** Where the splitter stands, to go on when more text has come. */
interface Position {
	readonly text: string;
	/** Everything before is in whole lines that were looked at. */
	readonly next: number;
	/** Where the open block begins. */
	readonly start: number;
	readonly mode: 'none' | 'text' | 'list' | 'fence';
	readonly blank: boolean;
	/** The open block begins with four spaces: a blank line does not end it. */
	readonly indented: boolean;
	/** A fence inside the open text or list; its marker. */
	readonly inner: string | null;
	readonly fence: { readonly marker: string; readonly info: string; readonly chunks: readonly string[] } | null;
	/** Where the lines of the fence after its last chunk begin, and how many there are. */
	readonly tailStart: number;
	readonly tailLines: number;
}

/** A long fence is sealed in runs of this many lines, so that a frame never renders more of it. */
export const CHUNK_LINES = 64;

const BEGIN: Position = {
	text: '',
	next: 0,
	start: 0,
	mode: 'none',
	blank: false,
	indented: false,
	inner: null,
	fence: null,
	tailStart: 0,
	tailLines: 0,
};

const FENCE = /^(`{3,})([^`]*)$|^(~{3,})(.*)$/;
const INNER_FENCE = /^\s*(?:(?:[-*+]|\d{1,9}[.)])\s+)*(`{3,}|~{3,})/;
const LIST_ITEM = /^ {0,3}(?:[-*+]|\d{1,9}[.)])(?:\s|$)/;
const HEADING = /^ {0,3}#{1,6}(?:\s|$)/;

/**
 * Splits a Markdown text at places where a new top-level block certainly begins. Given the split of a beginning of the
 * text, it looks at the new lines only: a text that grows costs as much as its length, not its square.
 */
export function splitBlocks(text: string, before: Split | null = null): Split {
	const grown = before !== null && text.length >= before.at.text.length && text.startsWith(before.at.text);
	const sealed = grown ? [...before.sealed] : [];
	let at: Position = grown ? before.at : BEGIN;
	for (let end = text.indexOf('\n', at.next); end !== -1; end = text.indexOf('\n', at.next)) {
		at = takeLine(text, at, end + 1, sealed);
	}
	at = { ...at, text };
	return { sealed, open: openBlock(text, at), at };
}

function takeLine(text: string, at: Position, end: number, sealed: Block[]): Position {
	const line = text.slice(at.next, end).trimEnd();
	if (at.mode === 'fence' && at.fence !== null) return takeFenceLine(text, at, at.fence, line, end, sealed);
	if (line === '') {
		if (at.mode === 'none') return { ...at, next: end, start: end };
		return { ...at, next: end, blank: true };
	}
	const flush = !/^\s/.test(line);
	const inner = flush && at.mode === 'list' ? null : at.inner;
	if (inner !== null) return { ...at, next: end, blank: false, inner: closes(line, inner) ? null : inner };
	if (!beginsBlock(line, at)) {
		return {
			...at,
			next: end,
			blank: false,
			mode: LIST_ITEM.test(line) ? 'list' : at.mode,
			inner: INNER_FENCE.exec(line)?.[1] ?? null,
		};
	}
	if (at.mode !== 'none') sealed.push({ type: 'text', text: text.slice(at.start, at.next) });
	return beginBlock(text, at, line, end, sealed);
}

/** Whether a line that is not blank certainly begins a new top-level block. */
function beginsBlock(line: string, at: Position): boolean {
	if (at.mode === 'none' || FENCE.test(line) || HEADING.test(line)) return true;
	if (!at.blank) return false;
	if (at.mode === 'list') return !/^\s/.test(line) && !LIST_ITEM.test(line);
	return !(at.indented && line.startsWith('    '));
}

function beginBlock(text: string, at: Position, line: string, end: number, sealed: Block[]): Position {
	const fresh: Position = { ...BEGIN, next: end, start: at.next };
	const fence = FENCE.exec(line);
	if (fence !== null) {
		const [, ticks, tickInfo, tildes, tildeInfo] = fence;
		const open = { marker: ticks ?? tildes ?? '', info: (tickInfo ?? tildeInfo ?? '').trim(), chunks: [] };
		return { ...fresh, mode: 'fence', fence: open, tailStart: end };
	}
	if (HEADING.test(line)) {
		sealed.push({ type: 'text', text: text.slice(at.next, end) });
		return { ...fresh, start: end };
	}
	return {
		...fresh,
		mode: LIST_ITEM.test(line) ? 'list' : 'text',
		indented: line.startsWith('    '),
		inner: INNER_FENCE.exec(line)?.[1] ?? null,
	};
}

function takeFenceLine(
	text: string,
	at: Position,
	fence: NonNullable<Position['fence']>,
	line: string,
	end: number,
	sealed: Block[],
): Position {
	if (closes(line, fence.marker)) {
		const { info, chunks } = fence;
		sealed.push({ type: 'fence', info, chunks, tail: text.slice(at.tailStart, at.next), closed: true });
		return { ...BEGIN, next: end, start: end };
	}
	if (at.tailLines + 1 < CHUNK_LINES) return { ...at, next: end, tailLines: at.tailLines + 1 };
	const chunks = [...fence.chunks, text.slice(at.tailStart, end)];
	return { ...at, next: end, fence: { ...fence, chunks }, tailStart: end, tailLines: 0 };
}

/** A closing fence: the opening one's character, at least as often, and nothing else. */
function closes(line: string, marker: string): boolean {
	const bare = line.trim();
	return bare.length >= marker.length && bare === (marker[0] ?? '').repeat(bare.length) && !/^ {4}\S/.test(line);
}

/** The block that still grows, with the line that has not ended yet. */
function openBlock(text: string, at: Position): Block | null {
	if (at.mode !== 'fence' || at.fence === null) {
		const rest = text.slice(at.start);
		return rest.trim() === '' ? null : { type: 'text', text: rest };
	}
	const { info, chunks, marker } = at.fence;
	const last = text.slice(at.next);
	// A line that may become the closing fence is not shown as code for a moment.
	const closing = last.trim() !== '' && last.trim() === (marker[0] ?? '').repeat(last.trim().length);
	const tail = text.slice(at.tailStart, closing ? at.next : text.length);
	return { type: 'fence', info, chunks, tail, closed: closing && closes(last, marker) };
}
