import { Readable } from 'node:stream';

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
		finish(
			Object.assign(new Error(`No byte of the response arrived for ${listener.idleLimit} ms.`), {
				name: 'TimeoutError',
			}),
		);
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
		listener.piece(bytes);
		waiting.push(bytes);
		supply();
	});
	source.on('end', () => finish(null));
	source.on('error', finish);
	source.on('close', () => finish(Object.assign(new Error('aborted'), { code: 'ECONNRESET' })));

	return { readable, cutOff: finish };
}
