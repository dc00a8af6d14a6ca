import { EventStreamCodec } from '@smithy/eventstream-codec';
import { fromUtf8, toUtf8 } from '@smithy/util-utf8';

const codec = new EventStreamCodec(toUtf8, fromUtf8);

function frame(headers: Readonly<Record<string, string>>, payload: string): Uint8Array {
	return codec.encode({
		headers: Object.fromEntries(
			Object.entries(headers).map(([name, value]) => [name, { type: 'string' as const, value }]),
		),
		body: new TextEncoder().encode(payload),
	});
}

/** An event of a Bedrock stream, its headers in the recorded order. */
export function eventFrame(type: string, payload: object): Uint8Array {
	return frame(
		{ ':event-type': type, ':content-type': 'application/json', ':message-type': 'event' },
		JSON.stringify(payload),
	);
}

/** A chunk of InvokeModelWithResponseStream around the model's own JSON. */
export function chunkFrame(json: object): Uint8Array {
	return eventFrame('chunk', { bytes: Buffer.from(JSON.stringify(json)).toString('base64'), p: 'abcdef' });
}

/** A modeled exception in the stream. */
export function exceptionFrame(type: string, payload: object): Uint8Array {
	return frame(
		{ ':exception-type': type, ':content-type': 'application/json', ':message-type': 'exception' },
		JSON.stringify(payload),
	);
}

/** An unmodeled error in the stream. */
export function errorFrame(code: string, message: string): Uint8Array {
	return frame({ ':error-code': code, ':error-message': message, ':message-type': 'error' }, '');
}
