import type { ReadAnswer, ReadQuestion } from './read-messages.ts';
import type { Reading, Source } from './reading.ts';
import { readPlain } from './reading.ts';

/**
 * Reads all of a source, whose beginning is read, in a worker: a file of our own (CSP `script-src 'self'`). Tells with each
 * piece what has been read. Gives the way to end that.
 */
export function readOn(source: Source, beginning: Reading, tell: (reading: Reading) => void): () => void {
	const worker = new Worker(new URL('./read-worker.ts', import.meta.url), { type: 'module' });
	let reading = beginning;
	let keeps = true;
	worker.addEventListener('message', ({ data }: MessageEvent<ReadAnswer>) => {
		switch (data.answer) {
			case 'whole':
				reading = { ...reading, ...data.is };
				keeps = data.keeps;
				return;
			case 'piece':
				reading = { ...reading, pieces: [...(keeps ? reading.pieces : []), data.text] };
				keeps = true;
				tell(reading);
				return;
			case 'end':
				worker.terminate();
				tell({ ...reading, done: true, bytes: data.bytes });
		}
	});
	worker.addEventListener('error', (event) => {
		event.preventDefault();
		worker.terminate();
		tell(readPlain(source));
	});
	worker.postMessage({ source, shown: beginning.pieces.join('') } satisfies ReadQuestion);
	return () => worker.terminate();
}
