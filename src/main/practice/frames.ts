import { randomInt } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { EventStreamCodec } from '@smithy/eventstream-codec';
import { fromUtf8, toUtf8 } from '@smithy/util-utf8';
import type { JsonObject } from './json.ts';
import { toJsonBytes, withSortedKeys } from './json.ts';

const codec = new EventStreamCodec(toUtf8, fromUtf8);
/** Where the prelude's checksum stands in a frame, after the two lengths. */
const PRELUDE_CHECKSUM = 8;
const CHECKSUM_LENGTH = 4;
const PADDING = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

/** One event as a frame, padded as Bedrock pads it, so that sizes tell nothing of the text (bedrock-facts.md, 1.5). */
export function eventFrame(type: string, payload: JsonObject): Uint8Array {
	const p = PADDING.slice(0, randomInt(2, PADDING.length + 1));
	return codec.encode({
		headers: {
			':event-type': { type: 'string', value: type },
			':content-type': { type: 'string', value: 'application/json' },
			':message-type': { type: 'string', value: 'event' },
		},
		body: toJsonBytes(withSortedKeys({ ...payload, p })),
	});
}

/** An exception in the stream; `type` is the member's name (`throttlingException`). */
export function exceptionFrame(type: string, payload: JsonObject): Uint8Array {
	return codec.encode({
		headers: {
			':exception-type': { type: 'string', value: type },
			':content-type': { type: 'string', value: 'application/json' },
			':message-type': { type: 'string', value: 'exception' },
		},
		body: toJsonBytes(payload),
	});
}

/** An error that is in no service model: its words travel in headers (Amazon event stream encoding). */
export function errorFrame(code: string, message: string): Uint8Array {
	return codec.encode({
		headers: {
			':error-code': { type: 'string', value: code },
			':error-message': { type: 'string', value: message },
			':message-type': { type: 'string', value: 'error' },
		},
		body: new Uint8Array(),
	});
}

/** The same frame with a prelude checksum that does not fit, and a message checksum that fits what is sent. */
export function withWrongPreludeChecksum(frame: Uint8Array): Uint8Array {
	const wrong = Buffer.from(frame);
	wrong.writeUInt8(wrong.readUInt8(PRELUDE_CHECKSUM) ^ 0xff, PRELUDE_CHECKSUM);
	const end = wrong.length - CHECKSUM_LENGTH;
	wrong.writeUInt32BE(crc32(wrong.subarray(0, end)), end);
	return wrong;
}

/** The same frame with a message checksum that does not fit. */
export function withWrongChecksum(frame: Uint8Array): Uint8Array {
	const wrong = frame.slice();
	const last = wrong.length - 1;
	wrong[last] = (wrong[last] ?? 0) ^ 0xff;
	return wrong;
}
