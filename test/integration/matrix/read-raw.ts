import { EventStreamCodec } from '@smithy/eventstream-codec';
import { fromUtf8, toUtf8 } from '@smithy/util-utf8';

/**
 * Reads answers without any of the app's code: by the places where each format has what it says, written down by hand
 * (bedrock-facts.md, 1.5 and 2), and with AWS's own decoder of frames, which refuses a wrong checksum.
 */

/** The places of what an answer says. `*` is any member of a list; texts of several places are joined. */
export interface Places {
	readonly text: string;
	readonly thoughts?: string;
	readonly signature?: string;
	readonly toolUseId?: string;
	readonly toolInput?: string;
	readonly stop: string;
	/** Counts in the body itself; many have none. */
	readonly input?: string;
	readonly output?: string;
}

/** What an answer says, as it stands in its bytes. */
export interface RawAnswer {
	readonly text: string;
	readonly thoughts: string;
	readonly signature: string;
	readonly toolUseId: string;
	/** JSON values in a whole answer, pieces of JSON text in a stream. */
	readonly toolInput: unknown;
	readonly stop: unknown;
	readonly input: unknown;
	readonly output: unknown;
	/** The counts of the last chunk of an invoke stream. */
	readonly metrics: { readonly inputTokenCount: number; readonly outputTokenCount: number } | null;
	/** The types of a stream's frames. */
	readonly frames: readonly string[];
}

/** Reads a whole response. */
export function readWhole(bytes: Uint8Array, places: Places): RawAnswer {
	return { ...read([parse(bytes)], places), metrics: null, frames: [] };
}

/** Reads a response of frames. Throws where one of them is broken. */
export function readFrames(bytes: Uint8Array, places: Places): RawAnswer {
	const codec = new EventStreamCodec(toUtf8, fromUtf8);
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const frames: string[] = [];
	const told: unknown[] = [];
	let at = 0;
	while (at < bytes.byteLength) {
		const length = view.getUint32(at);
		const { headers, body } = codec.decode(bytes.subarray(at, at + length));
		frames.push(String(headers[':event-type']?.value));
		const payload = parse(body);
		const chunk = member(payload, 'bytes');
		told.push(chunk === undefined ? payload : parse(Buffer.from(String(chunk), 'base64')));
		at += length;
	}
	const metrics = member(told.at(-1), 'amazon-bedrock-invocationMetrics');
	return { ...read(told, places), metrics: (metrics as RawAnswer['metrics'] | undefined) ?? null, frames };
}

function read(jsons: readonly unknown[], places: Places): Omit<RawAnswer, 'metrics' | 'frames'> {
	const all = (place: string | undefined) =>
		place === undefined ? [] : jsons.flatMap((json) => found(json, place.split('.')));
	const joined = (place: string | undefined) => all(place).join('');
	const input = all(places.toolInput);
	return {
		text: joined(places.text),
		thoughts: joined(places.thoughts),
		signature: joined(places.signature),
		toolUseId: joined(places.toolUseId),
		toolInput: typeof input[0] === 'string' ? JSON.parse(input.join('')) : input[0],
		stop: all(places.stop).at(-1),
		input: all(places.input)[0],
		output: all(places.output).at(-1),
	};
}

/** What stands in a place; what is null stands nowhere. */
function found(json: unknown, [key, ...rest]: readonly string[]): readonly unknown[] {
	if (json === undefined || json === null) return [];
	if (key === undefined) return [json];
	if (key === '*') return Array.isArray(json) ? json.flatMap((one) => found(one, rest)) : [];
	return found(member(json, key), rest);
}

function member(json: unknown, key: string): unknown {
	return typeof json === 'object' && json !== null ? Reflect.get(json, key) : undefined;
}

function parse(bytes: Uint8Array): unknown {
	return JSON.parse(Buffer.from(bytes).toString('utf8'));
}
