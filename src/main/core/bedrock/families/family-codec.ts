import type { AnswerPart } from '../../../../shared/model/content.ts';
import type { Usage } from '../../../../shared/model/exchange.ts';
import type { Family } from '../../../../shared/model/family.ts';
import type { Call, ChatMessage } from '../call.ts';
import { textsOf } from '../call.ts';
import type { StreamBlocks } from '../stream-blocks.ts';
import { followBlocks } from '../stream-blocks.ts';

/** What a native response or one native stream chunk says. */
export interface NativePiece {
	/** What it brings of the answer, in its order; empty where it brings nothing. */
	readonly parts: readonly AnswerPart[];
	/** Token counts that stand in this piece, as far as it has any. */
	readonly usage: Partial<Usage>;
	/** As the model wrote it. */
	readonly stopReason: string | null;
	/** True for the piece that ends the answer in this family's stream. Always true for a whole response. */
	readonly closes: boolean;
}

/**
 * The native body format of one model family, for InvokeModel and InvokeModelWithResponseStream. One file a family;
 * a new one is added there, in `registry.ts` and in `shared/model/family.ts`.
 */
export interface FamilyCodec {
	/** null: of no known model. */
	readonly family: Family | null;
	/** The request body. What is not set in the settings has no key in it. */
	toBody(call: Call): object;
	/**
	 * Reads the body of an InvokeModel response; null when it is not of this family's shape. `sent` is the body of its
	 * request, where that is known: by some models' answers alone it can't be told where their thoughts begin.
	 */
	fromResponse(json: unknown, sent?: unknown): NativePiece | null;
	/** Reads one chunk of a stream by itself. A chunk of an unknown kind says nothing. */
	fromChunk(json: unknown): NativePiece;
	/** Only where parts can't be told from a chunk by itself (a tag cut in two). Use `chunkReader`. */
	reader?(sent?: unknown): ChunkReader;
}

/** Reads the chunks of one stream in their order. */
export interface ChunkReader {
	chunk(json: unknown): NativePiece;
	/** The stream is over, whole or not. Gives what was still held back. */
	end(): readonly AnswerPart[];
}

/** How to read the chunks of one stream, by the body of its request, where that is known. */
export function chunkReader(codec: FamilyCodec, sent?: unknown): ChunkReader {
	return codec.reader?.(sent) ?? { chunk: codec.fromChunk, end: () => [] };
}

/** Reads chunks of a format whose pieces belong to blocks, by themselves and in their order. */
export function inBlocks(
	read: (json: unknown, blocks: StreamBlocks) => NativePiece,
): Required<Pick<FamilyCodec, 'fromChunk' | 'reader'>> {
	return {
		fromChunk: (json) => read(json, followBlocks()),
		reader() {
			const blocks = followBlocks();
			return { chunk: (json) => read(json, blocks), end: blocks.ended };
		},
	};
}

/** A piece that says nothing: pings, block starts, chunks of a kind that is not known yet. */
export const silentPiece: NativePiece = { parts: [], usage: {}, stopReason: null, closes: false };

/** A text as the parts of a piece. */
export function textParts(text: string | null | undefined): readonly AnswerPart[] {
	return text ? [{ type: 'text', text }] : [];
}

/** The texts of one message for a format that has no blocks. */
export function joinTexts(message: ChatMessage): string {
	return textsOf(message).join('\n\n');
}
