/** What the answers say, in one language. Every text is Markdown. */
export interface AnswerWords {
	readonly title: string;
	readonly origin: (modelName: string) => string;
	readonly asked: string;
	readonly contained: string;
	readonly columns: readonly [string, string];
	readonly rows: {
		readonly operation: string;
		readonly body: string;
		readonly model: string;
		readonly messages: string;
		readonly system: string;
		readonly others: string;
	};
	readonly messageCount: (user: number, assistant: number) => string;
	readonly none: string;
	readonly noText: string;
	readonly nextTitle: string;
	readonly next: readonly string[];
	readonly parametersTitle: string;
	readonly noParameters: string;
	readonly stopTitle: string;
	/** The sentence before the stop sequences. */
	readonly stop: (count: number) => string;
	readonly longTitle: string;
	readonly longSentences: readonly string[];
	/** The beginning of a paragraph of the long text. */
	readonly paragraph: (index: number) => string;
	readonly sentenceGap: string;
	readonly quote: (text: string) => string;
	/** What the model thinks before it answers; plain text. */
	readonly thoughts: (question: string, messages: number, tools: readonly string[]) => string;
	/** What comes after that where the model is to think hard. */
	readonly moreThoughts: string;
	/** Before uses of tools. */
	readonly toolIntro: (names: readonly string[]) => string;
	readonly resultsTitle: string;
	readonly result: (name: string) => string;
	readonly failed: (name: string) => string;
	readonly filesTitle: string;
	readonly searchTitle: string;
	/** One line of a list; `details` are facts such as `640 × 480`. */
	readonly file: (
		kind: 'image' | 'document' | 'video' | 'audio',
		name: string | null,
		details: readonly string[],
	) => string;
	readonly bytes: (count: number) => string;
	readonly pixels: (width: number, height: number) => string;
	readonly inS3: string;
	readonly beginsWith: (text: string) => string;
	/** A statement out of a document. */
	readonly cited: (name: string | null, quote: string) => string;
	/** An answer that ends in a way that was asked for. */
	readonly wished: (reason: string) => string;
}
