import { formatJson } from '../../../../shared/json-format.ts';
import { bytesOfBase64, textOfBytes } from '../../body/body-text.ts';
import { hexDump, hexPages } from '../../body/hex-dump.ts';
import type { JsonDocument } from './diff-json.ts';
import { diffJson } from './diff-json.ts';
import { diffLines } from './diff-lines.ts';
import type { StreamPart } from './join-stream.ts';
import { joinStream } from './join-stream.ts';
import { jsonReader } from './json-tree.ts';
import type { NewRow } from './row.ts';
import type { Summary } from './summarise.ts';
import { summarise } from './summarise.ts';

/** One side as it is handed over: the bytes of a body, the frames of a stream, or a text that was made (headers). */
export type SideInput =
	| { readonly kind: 'body'; readonly base64: string }
	| { readonly kind: 'stream'; readonly parts: readonly StreamPart[] }
	| { readonly kind: 'json'; readonly text: string };

/** Both sides of a comparison. */
export interface CompareInput {
	readonly before: SideInput;
	readonly after: SideInput;
	/** What they are: requests send a talk again, headers speak for themselves. */
	readonly about: 'request' | 'response' | 'headers';
}

/** How two sides differ. */
export interface Comparison {
	readonly summary: Summary;
	readonly rows: readonly NewRow[];
}

/** Compares two sides: by their structure where both are JSON, else line by line, else byte by byte. */
export function compareSides({ before, after, about }: CompareInput): Comparison {
	const [one, other] = [read(before), read(after)];
	const sizes = [one.size, other.size] as const;
	if (!one.valid || !other.valid) {
		return {
			summary: plain('bytes', sizes, one.text === other.text),
			rows: diffLines(one.lines(), other.lines(), false),
		};
	}
	const reader = jsonReader();
	const [root, otherRoot] = [reader(one.text), reader(other.text)];
	if (root === null || otherRoot === null) {
		return {
			summary: plain('text', sizes, one.text === other.text),
			rows: diffLines(one.lines(), other.lines(), true),
		};
	}
	const documents: readonly [JsonDocument, JsonDocument] = [
		{ source: one.text, root },
		{ source: other.text, root: otherRoot },
	];
	const diff = diffJson(...documents);
	return {
		summary: summarise(...documents, {
			sizes,
			sameBytes: one.text === other.text,
			changes: diff.changes,
			reordered: diff.reordered,
			about,
		}),
		rows: diff.rows,
	};
}

interface ReadSide {
	readonly text: string;
	/** Whether it is text: UTF-8. */
	readonly valid: boolean;
	readonly size: number;
	readonly lines: () => string;
}

function read(side: SideInput): ReadSide {
	if (side.kind === 'body') {
		const bytes = bytesOfBase64(side.base64);
		const { text, valid } = textOfBytes(bytes);
		const lines = (): string => (valid ? formatJson(text).text : hexOf(bytes));
		return { text: valid ? text : hexOf(bytes), valid, size: bytes.length, lines };
	}
	const text = side.kind === 'stream' ? joinStream(side.parts) : side.text;
	return { text, valid: true, size: new TextEncoder().encode(text).length, lines: () => formatJson(text).text };
}

function hexOf(bytes: Uint8Array): string {
	return Array.from({ length: hexPages(bytes.length) }, (_, page) => hexDump(bytes, 8, page)).join('\n');
}

function plain(kind: 'text' | 'bytes', sizes: readonly [number, number], sameBytes: boolean): Summary {
	return {
		kind,
		equal: sameBytes ? 'bytes' : null,
		sizes,
		messages: null,
		prompt: null,
		changes: [],
		moreChanges: 0,
		reordered: 0,
		correspondences: null,
	};
}
