import type { ReadAnswer, ReadQuestion } from './read-messages.ts';
import { piecesOf, readAll } from './reading.ts';

/** The worker of `use-reading.ts`: decodes and lays out one source, and tells of it piece by piece. */
addEventListener('message', ({ data }: MessageEvent<ReadQuestion>) => {
	const { source, shown } = data;
	const { pieces, json, utf8, coloured, bytes } = readAll(source);
	const text = pieces.join('');
	const keeps = text.startsWith(shown);
	tell({ answer: 'whole', keeps, is: { json, utf8, coloured } });
	for (const piece of keeps ? piecesOf(text.slice(shown.length)) : pieces) tell({ answer: 'piece', text: piece });
	const answer: ReadAnswer = { answer: 'end', bytes };
	// Moved, not copied.
	postMessage(answer, { transfer: bytes?.buffer instanceof ArrayBuffer ? [bytes.buffer] : [] });
});

function tell(answer: ReadAnswer): void {
	postMessage(answer);
}
