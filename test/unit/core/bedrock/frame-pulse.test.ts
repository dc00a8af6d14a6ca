import { expect, test } from 'vitest';
import { pulseOfFrames } from '../../../../src/main/core/bedrock/frame-pulse.ts';
import { chunkFrame, eventFrame, exceptionFrame } from '../../../helpers/event-frames.ts';

/** A body of frames, of which each came by itself, 10 ms after the one before. */
function body(...frames: Uint8Array[]) {
	const bytes = Buffer.concat(frames);
	let end = 0;
	const arrivals = frames.map((frame, position) => {
		end += frame.length;
		return [end, position * 10] as const;
	});
	return { bytes, arrivals };
}

const delta = (content: object) => eventFrame('contentBlockDelta', { contentBlockIndex: 0, delta: content, p: 'abc' });

test('a Converse stream: the bytes of text, thoughts and the input of a tool; nothing in other events', () => {
	const { bytes, arrivals } = body(
		eventFrame('messageStart', { role: 'assistant', p: 'a' }),
		delta({ reasoningContent: { text: 'hm' } }),
		delta({ text: '岩 is rock' }),
		delta({ toolUse: { input: '{"a":1}' } }),
		eventFrame('messageStop', { stopReason: 'end_turn' }),
	);
	expect(pulseOfFrames(bytes, arrivals, null, 0)).toEqual([
		[0, 0],
		[10, 2],
		[20, 11],
		[30, 7],
		[40, 0],
	]);
	expect(pulseOfFrames(bytes, arrivals, null, 3)).toEqual([
		[30, 7],
		[40, 0],
	]);
});

test('chunks of a family: what its codec reads, of Claude also thoughts and the input of a tool', () => {
	const claude = body(
		chunkFrame({ type: 'message_start', message: { usage: { input_tokens: 3 } } }),
		chunkFrame({ type: 'content_block_delta', index: 0, delta: { type: 'thinking_delta', thinking: 'so' } }),
		chunkFrame({ type: 'content_block_delta', index: 1, delta: { type: 'text_delta', text: 'はい' } }),
		chunkFrame({ type: 'content_block_delta', index: 2, delta: { type: 'input_json_delta', partial_json: '{' } }),
		chunkFrame({ type: 'message_delta', delta: { stop_reason: 'end_turn' }, usage: { output_tokens: 3 } }),
	);
	expect(pulseOfFrames(claude.bytes, claude.arrivals, 'claude-messages', 0).map(([, size]) => size)).toEqual([
		0, 2, 6, 1, 0,
	]);
	const titan = body(chunkFrame({ outputText: 'yes', index: 0 }));
	expect(pulseOfFrames(titan.bytes, titan.arrivals, 'titan-text', 0)).toEqual([[0, 3]]);
	const nova = body(chunkFrame({ contentBlockDelta: { delta: { text: 'no' } } }));
	expect(pulseOfFrames(nova.bytes, nova.arrivals, 'nova', 0)).toEqual([[0, 2]]);
});

test('an exception and what can’t be read bring no text', () => {
	const bad = eventFrame('contentBlockDelta', {});
	const { bytes, arrivals } = body(exceptionFrame('throttlingException', { message: 'Slow down.' }), bad);
	expect(pulseOfFrames(bytes, arrivals, null, 0)).toEqual([
		[0, 0],
		[10, 0],
	]);
	expect(pulseOfFrames(new Uint8Array(), [], null, 0)).toEqual([]);
});
