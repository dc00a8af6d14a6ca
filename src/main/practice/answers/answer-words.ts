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
}
