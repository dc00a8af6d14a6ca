import type { ChangeSpec } from '@codemirror/state';
import { EditorState } from '@codemirror/state';
import type { DecorationSet } from '@codemirror/view';
import { EditorView } from '@codemirror/view';
import { expect, test } from 'vitest';
import { base64Folds } from '../../../../../src/renderer/inspector/body/base64-folds.ts';

const FILE = 'aGVsbG8g'.repeat(40);
const words = { label: () => '', show: () => '', hide: () => '' };

function stateOf(doc: string): EditorState {
	return EditorState.create({ doc, extensions: base64Folds(words) });
}

/** What placeholders stand for, by the text itself. */
function folded(state: EditorState): readonly string[] {
	const texts: string[] = [];
	for (const set of state.facet(EditorView.decorations)) {
		if (typeof set === 'function') continue;
		const decorations: DecorationSet = set;
		decorations.between(0, state.doc.length, (from, to) => {
			texts.push(state.sliceDoc(from, to));
		});
	}
	return texts;
}

function changed(state: EditorState, changes: ChangeSpec): EditorState {
	return state.update({ changes }).state;
}

test('a placeholder stays on its base64 whatever changes around it', () => {
	const other = FILE.replaceAll('a', 'b');
	const start = stateOf(`{\n  "bytes": "${FILE}",\n  "x": 1,\n  "data": "${other}"\n}`);
	expect(folded(start)).toEqual([FILE, other]);
	// Before, between and after them; several at once.
	const more = changed(start, [
		{ from: 1, insert: '\n  "new": true,' },
		{ from: start.doc.line(3).from, to: start.doc.line(3).to, insert: '' },
		{ from: start.doc.length, insert: '\n\n' },
	]);
	expect(folded(more)).toEqual([FILE, other]);
	// Twice in one line.
	const line = more.doc.lineAt(more.doc.toString().indexOf('"bytes"'));
	const twice = [
		{ from: line.from, insert: ' ' },
		{ from: line.to, insert: ' ' },
	];
	expect(folded(changed(more, twice))).toEqual([FILE, other]);
	// In the line of one of them.
	const renamed = changed(more, { from: more.doc.toString().indexOf('bytes'), insert: 'no' });
	expect(folded(renamed)).toEqual([other]);
	const back = changed(renamed, {
		from: renamed.doc.toString().indexOf('nobytes'),
		to: renamed.doc.toString().indexOf('bytes'),
	});
	expect(folded(back)).toEqual([FILE, other]);
	// Lines that become one, a file that comes, a text that goes.
	const end = back.doc.line(1).to;
	expect(folded(changed(back, { from: end, to: end + 1 }))).toEqual([FILE, other]);
	const third = changed(back, { from: 2, insert: `"body": "${FILE}",\n` });
	expect(folded(third)).toEqual([FILE, FILE, other]);
	expect(folded(changed(third, { from: 0, to: third.doc.length, insert: '{}' }))).toEqual([]);
});

test('a string of which more comes is one, with its end', () => {
	const half = stateOf(`{\n  "bytes": "${FILE}`);
	expect(folded(half)).toEqual([FILE]);
	expect(folded(changed(half, { from: half.doc.length, insert: `${FILE}"\n}` }))).toEqual([FILE + FILE]);
	// No longer the last line, and without a quote.
	expect(folded(changed(half, { from: half.doc.length, insert: '\n}' }))).toEqual([]);
});
