import { isInvoke, isStreaming } from '../model/operation.ts';
import type { FieldContext } from './field-context.ts';
import { nativeChunks, nativeRequests, nativeResponses } from './native-shapes.ts';

/** The payloads of the events of both streams; an exception's payload is that of an error. */
const eventShapes: Readonly<Record<string, string>> = {
	chunk: 'ChunkEvent',
	messageStart: 'MessageStartEvent',
	contentBlockStart: 'ContentBlockStartEvent',
	contentBlockDelta: 'ContentBlockDeltaEvent',
	contentBlockStop: 'ContentBlockStopEvent',
	messageStop: 'MessageStopEvent',
	metadata: 'MetadataEvent',
};

/** The shape in which a path begins, or null where what lies open is unknown to the dictionary. */
export function rootOf(context: FieldContext): string | null {
	switch (context.kind) {
		case 'body': {
			const { side, operation, family } = context;
			// A streamed answer is frames, not one body.
			if (side === 'response' && isStreaming(operation)) return null;
			const native = side === 'request' ? nativeRequests : nativeResponses;
			if (isInvoke(operation)) return family === null ? 'InvokeMembers' : native[family];
			return side === 'request' ? 'ConverseRequest' : 'ConverseResponse';
		}
		case 'error':
			return 'ErrorBody';
		case 'event':
			return eventShapes[context.type] ?? (context.type.endsWith('Exception') ? 'ErrorBody' : null);
		case 'chunk':
			return context.family === null ? 'InvokeMembers' : nativeChunks[context.family];
		case 'header':
			return context.side === 'request' ? 'RequestHeaders' : 'ResponseHeaders';
		case 'frame-header':
			return 'FrameHeaders';
		case 'frame':
			return 'Frame';
		case 'url':
			return 'RequestUrl';
		case 'signature':
			return 'Signature';
	}
}
