import { crc32 } from 'node:zlib';
import { z } from 'zod';
import type { Frame } from '../../../shared/model/exchange.ts';
import { splitFrames } from '../bedrock/frames.ts';
import type { Recording } from '../export/recording.ts';
import { turnOf } from './found-call.ts';

/** Whether bytes are an event stream, whole or damaged: one checksum that fits is no accident. */
export function isStream(bytes: Uint8Array): boolean {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	if (bytes.byteLength >= 12 && crc32(bytes.subarray(0, 8)) === view.getUint32(8)) return true;
	return splitFrames(bytes, []).frames.some((frame) => frame.preludeChecksumValid || frame.messageChecksumValid);
}

const messageStart = z.object({ type: z.literal('message_start'), message: z.object({ model: z.string() }) });

/** The bytes of an event stream as an exchange that has only a response. `openedAt`: milliseconds since the epoch. */
export function readStream(bytes: Uint8Array, title: string, openedAt: number, newId: () => string): Recording {
	const { frames } = splitFrames(bytes, []);
	const invoked = frames.some(({ eventType }) => eventType === 'chunk');
	const conversationId = newId();
	const turn = turnOf(
		{
			place: {
				operation: invoked ? 'InvokeModelWithResponseStream' : 'ConverseStream',
				modelId: modelIn(frames),
				endpoint: '',
				region: '',
			},
			startedAt: openedAt,
			timed: false,
			attempts: [
				{
					startedMs: 0,
					endedMs: 0,
					method: 'POST',
					url: '',
					headers: [],
					request: new Uint8Array(),
					response: {
						status: null,
						headers: [['content-type', 'application/vnd.amazon.eventstream']],
						headersMs: 0,
						bytes,
					},
					error: null,
				},
			],
		},
		conversationId,
		newId,
	);
	return { title, masked: false, turns: [turn] };
}

/** Claude's own stream names its model; others don't. */
function modelIn(frames: readonly Frame[]): string {
	for (const { chunk } of frames) {
		const { data } = messageStart.safeParse(parse(chunk));
		if (data !== undefined) return data.message.model;
	}
	return '';
}

function parse(text: string | null): unknown {
	try {
		return text === null ? null : JSON.parse(text);
	} catch {
		return null;
	}
}
