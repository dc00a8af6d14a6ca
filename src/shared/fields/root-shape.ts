import type { Family } from '../model/family.ts';
import { isInvoke, isStreaming } from '../model/operation.ts';
import type { FieldContext } from './field-context.ts';

const nativeShapes: Readonly<
	Record<Family, { readonly request: string; readonly response: string; readonly chunk: string }>
> = {
	'claude-messages': { request: 'ClaudeRequest', response: 'ClaudeResponse', chunk: 'ClaudeChunk' },
	'claude-text': { request: 'ClaudeTextRequest', response: 'ClaudeTextResponse', chunk: 'ClaudeTextChunk' },
	'titan-text': { request: 'TitanRequest', response: 'TitanResponse', chunk: 'TitanChunk' },
	nova: { request: 'NovaRequest', response: 'NovaResponse', chunk: 'NovaChunk' },
};

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
			if (isInvoke(operation)) return family === null ? null : nativeShapes[family][side];
			return side === 'request' ? 'ConverseRequest' : 'ConverseResponse';
		}
		case 'error':
			return 'ErrorBody';
		case 'event':
			return eventShapes[context.type] ?? (context.type.endsWith('Exception') ? 'ErrorBody' : null);
		case 'chunk':
			return context.family === null ? null : nativeShapes[context.family].chunk;
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
