import { Readable } from 'node:stream';
import { timeLimit } from './time-limit.ts';

/** A response body as Node's HTTP client gives it. */
export interface Source {
	/** Header names and values in turns, as they came. */
	readonly rawHeaders?: readonly string[];
	on(event: 'data', listener: (bytes: Uint8Array) => void): unknown;
	on(event: 'end' | 'close', listener: () => void): unknown;
	on(event: 'error', listener: (error: Error) => void): unknown;
	destroy(error?: Error): unknown;
}

/** Who is told what comes out of the source, at once. */
export interface ReplayListener {
	/** How many bytes there have to be, where the response says so; null: as many as come. */
	readonly length: number | null;
	/** Milliseconds without a byte after which the source is given up. */
	readonly idleLimit: number;
	/** The bytes belong to the stream: copy what is kept. */
	piece(bytes: Uint8Array): void;
	/** Called once: null when the body came to its end. */
	ended(error: Error | null): void;
}

/** A body that can be read again. */
export interface Replay {
	readonly readable: Readable;
	/** Ends the source early, with this error. */
	cutOff(error: Error): void;
}

/**
 * Reads a source as fast as it comes and gives the same pieces on, in a stream of their own. So arrival times are
 * those of the socket, a body is read whole even where the SDK stops reading it, and what arrived before an error is
 * still read before that error (Node drops the buffer of a stream that is destroyed).
 */
export function replay(source: Source, listener: ReplayListener): Replay {
	const waiting: Uint8Array[] = [];
	let end: { readonly error: Error | null } | null = null;
	let wanted = false;
	let received = 0;

	const readable = new Readable({
		highWaterMark: 0,
		read() {
			wanted = true;
			supply();
		},
	});
	// The SDK may have stopped reading by the time an error comes; nobody listening must not end the process.
	readable.on('error', () => {});

	const watchdog = setTimeout(() => {
		finish(timeLimit('StalledResponse', `No byte of the response arrived for ${listener.idleLimit} ms.`));
	}, listener.idleLimit);

	function supply(): void {
		if (!wanted) return;
		const piece = waiting.shift();
		if (piece !== undefined) {
			wanted = false;
			readable.push(piece);
		} else if (end !== null) {
			wanted = false;
			if (end.error === null) readable.push(null);
			else readable.destroy(end.error);
		}
	}

	function finish(error: Error | null): void {
		if (end !== null) return;
		end = { error };
		clearTimeout(watchdog);
		listener.ended(error);
		supply();
		if (error !== null) source.destroy();
	}

	source.on('data', (bytes) => {
		if (end !== null) return;
		watchdog.refresh();
		received += bytes.length;
		listener.piece(bytes);
		waiting.push(bytes);
		supply();
	});
	// Node's HTTP/2 client ends a body regularly when its connection breaks off.
	source.on('end', () => finish(received < (listener.length ?? 0) ? brokenOff() : null));
	source.on('error', finish);
	source.on('close', () => finish(brokenOff()));

	return { readable, cutOff: finish };
}

/** In the words and with the code that Node's HTTP/1.1 client has for it. */
function brokenOff(): Error {
	return Object.assign(new Error('aborted'), { code: 'ECONNRESET' });
}
