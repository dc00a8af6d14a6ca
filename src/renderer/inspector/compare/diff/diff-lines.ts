import { alignLists } from './align.ts';
import { linesOf } from './diff-text.ts';
import type { NewRow } from './row.ts';

/** Lines around a difference that are shown. */
const AROUND = 3;
const LONGEST = 2000;

/** How two texts differ, line by line. `wrap`: a very long line is cut into several rows. */
export function diffLines(before: string, after: string, wrap: boolean): readonly NewRow[] {
	const [from, to] = [linesOf(before), linesOf(after)];
	const rows: NewRow[] = [];
	const add = (lines: readonly string[], mark: NewRow['mark'], target: NewRow[] = rows): void => {
		for (const line of lines) {
			const text = line.replace(/\r?\n$/, '');
			const parts = wrap ? (text.match(new RegExp(`[^]{1,${LONGEST}}`, 'gu')) ?? ['']) : [text];
			for (const [at, part] of parts.entries()) {
				target.push({ mark, depth: 0, inside: at > 0, pieces: [{ ink: 'plain', text: part }] });
			}
		}
	};
	const stretches = alignLists(from, to);
	for (const [at, { same, before: start, removed, after: otherStart, added }] of stretches.entries()) {
		if (!same) {
			add(from.slice(start, start + removed), 'removed');
			add(to.slice(otherStart, otherStart + added), 'added');
			continue;
		}
		const lines = to.slice(otherStart, otherStart + added);
		const head = at === 0 ? 0 : AROUND;
		const tail = at === stretches.length - 1 ? 0 : AROUND;
		const hidden = lines.slice(head, lines.length - tail);
		if (hidden.length < 3) {
			add(lines, 'same');
			continue;
		}
		add(lines.slice(0, head), 'same');
		const unfold = (): readonly NewRow[] => {
			const opened: NewRow[] = [];
			add(hidden, 'same', opened);
			return opened;
		};
		rows.push({
			mark: 'same',
			depth: 0,
			pieces: [],
			fold: { what: 'lines', count: hidden.length, bytes: null, names: [], rows: unfold },
		});
		add(lines.slice(lines.length - tail), 'same');
	}
	return rows;
}
