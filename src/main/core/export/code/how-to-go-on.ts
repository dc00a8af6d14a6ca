/** How a program goes on with an answer that was cut off, found in the requests that did so. */
export interface GoingOn {
	/** Further calls that were made, and how many the program makes at most. */
	readonly calls: number;
	readonly limit: number;
	/** What asks the model to go on; null where it gets the answer so far as the beginning of its own. */
	readonly words: string | null;
	/** Where the talk is in the body: a list of messages, one text, or a question with a history before it. */
	readonly talk: MessagesTalk | PromptTalk | HistoryTalk;
}

/** What a message's `content` is: blocks that say `type: "text"`, blocks that don't, or the text itself. */
interface MessagesTalk {
	readonly kind: 'messages';
	readonly content: 'typed' | 'blocks' | 'text';
}

/** Cohere Command R: `message` and `chat_history`. It is always asked in words to go on. */
interface HistoryTalk {
	readonly kind: 'history';
	/** The first request has a `chat_history`. */
	readonly begun: boolean;
}

/** A talk in one text, by its key in the body. */
export interface PromptTalk {
	readonly kind: 'prompt';
	readonly key: string;
	/** What separates the assistant's name and its text: always a space, only where the text does not bring one, nothing. */
	readonly space: 'always' | 'if-none' | 'never';
	/** What stands before and after the words that ask to go on. */
	readonly before: string;
	readonly after: string;
}
