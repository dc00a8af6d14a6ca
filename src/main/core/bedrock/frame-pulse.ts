import { z } from 'zod';
import type { AnswerPart } from '../../../shared/model/content.ts';
import type { Frame, FramePulse } from '../../../shared/model/exchange.ts';
import type { Family } from '../../../shared/model/family.ts';
import type { Arrivals } from '../storage/store.ts';
import { codecs } from './families/registry.ts';
import { pageOfFrames } from './frames.ts';

/**
 * When each frame after the one with the index `after` was there, and how much of what the model wrote is in it. `family`
 * null: a Converse stream.
 */
export function pulseOfFrames(bytes: Uint8Array, arrivals: Arrivals, family: Family | null, after: number): FramePulse {
	const { frames } = pageOfFrames(bytes, arrivals, after, Number.POSITIVE_INFINITY);
	return frames.map((frame) => [frame.atMs, Buffer.byteLength(writtenIn(frame, family))]);
}

/**
 * What a model writes besides its answer is also counted as its output: its thoughts, the input of a tool. In Converse
 * (API reference, ContentBlockDelta) and in the chunks of Claude Messages it has a place of its own.
 */
const written = z.object({
	delta: z.object({
		text: z.string().optional(),
		thinking: z.string().optional(),
		partial_json: z.string().optional(),
		reasoningContent: z.object({ text: z.string().optional() }).optional(),
		toolUse: z.object({ input: z.string().optional() }).optional(),
	}),
});

function writtenIn({ eventType, payload, chunk }: Frame, family: Family | null): string {
	if (chunk === null && eventType !== 'contentBlockDelta') return '';
	const json = parsed(chunk ?? payload);
	const delta = written.safeParse(json).data?.delta;
	if (delta === undefined) return family === null ? '' : codecs[family].fromChunk(json).parts.map(textOfPart).join('');
	const { text, thinking, partial_json: partialJson, reasoningContent, toolUse } = delta;
	return text ?? thinking ?? partialJson ?? reasoningContent?.text ?? toolUse?.input ?? '';
}

/** What the model wrote of a part, thoughts and input of tools too. */
function textOfPart(part: AnswerPart): string {
	if (part.type === 'text' || part.type === 'reasoning') return part.text;
	return part.type === 'tool-input' ? part.json : '';
}

function parsed(json: string): unknown {
	try {
		return JSON.parse(json);
	} catch {
		return null;
	}
}
