import type { FormattedJson } from '../../../shared/json-format.ts';
import { formatJson } from '../../../shared/json-format.ts';

/** Longer texts are laid out in a worker, so that the window goes on moving. Characters. */
const LONGEST_HERE = 1_000_000;

/** Lays out a text as `formatJson` does; a long one in a worker. The worker is a file of our own (CSP `script-src 'self'`). */
export function prettyJson(text: string): Promise<FormattedJson> {
	if (text.length <= LONGEST_HERE) return Promise.resolve(formatJson(text));
	return new Promise((resolve, reject) => {
		const worker = new Worker(new URL('./format-worker.ts', import.meta.url), { type: 'module' });
		worker.addEventListener('message', (event: MessageEvent<FormattedJson>) => {
			worker.terminate();
			resolve(event.data);
		});
		worker.addEventListener('error', (event) => {
			worker.terminate();
			reject(new Error(event.message));
		});
		worker.postMessage(text);
	});
}
