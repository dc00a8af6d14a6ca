import type { ContentBlock } from '../../../../../../src/shared/model/content.ts';
import type { Usage } from '../../../../../../src/shared/model/exchange.ts';
import type { EmbeddingFamily, Family } from '../../../../../../src/shared/model/family.ts';

/** The families that write. Of those of models that make vectors: `embeddings.test.ts`. */
export type TalkFamily = Exclude<Family, EmbeddingFamily>;

/** What is said, and how it goes over the wire (bedrock-facts.md, 2). */
export interface Recorded {
	readonly modelId: string;
	/** A first question, an answer and a second question, with nothing set but max tokens; as JSON text, for the order. */
	readonly talk: string;
	/** One question with everything set that the body has a key for. */
	readonly everything: object;
	/** A whole answer, and one that is cut off. */
	readonly response: object;
	readonly cut: object;
	/** A stream that says `Hello`; null: the family has none. */
	readonly chunks: readonly object[] | null;
	readonly answer: readonly ContentBlock[];
	/** As the body or the chunks tell it; null: only headers and metrics do. */
	readonly usage: Usage | null;
	readonly reasons: { readonly whole: string; readonly cut: string };
}

/** What Bedrock adds to the last chunk of a stream. */
export const metrics = {
	'amazon-bedrock-invocationMetrics': {
		inputTokenCount: 5,
		outputTokenCount: 2,
		invocationLatency: 586,
		firstByteLatency: 283,
	},
};
/** The counts of every answer here, without and with a cache that has none. */
export const counted: Usage = {
	inputTokens: 5,
	outputTokens: 2,
	cacheReadInputTokens: null,
	cacheWriteInputTokens: null,
};
export const cached: Usage = { ...counted, cacheReadInputTokens: 0, cacheWriteInputTokens: 0 };
/** What every answer says; some models begin with a space. */
export const hello: readonly ContentBlock[] = [{ type: 'text', text: 'Hello' }];
export const spaced: readonly ContentBlock[] = [{ type: 'text', text: ' Hello' }];
