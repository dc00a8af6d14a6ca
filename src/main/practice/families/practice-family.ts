import type { CatalogueModel } from '../../../shared/model/model-entry.ts';
import type { Completion } from '../completion.ts';
import type { JsonObject, JsonValue } from '../json.ts';
import type { Prompt } from '../prompt.ts';

/** One part of a streamed answer: the model's own JSON, and whether a token came with it. */
export interface StreamChunk {
	readonly json: JsonObject;
	readonly token: boolean;
}

/** A native body format, as the service's side knows it. */
export interface PracticeFamily {
	/** What the model writes before its first word. */
	readonly lead: string;
	/** Tokens when the request sets no limit. */
	defaultMaxTokens(model: CatalogueModel): number;
	/** Reads and checks a body; `undefined` when it is not JSON. Throws a `Refusal`. */
	read(body: JsonValue | undefined, model: CatalogueModel): Prompt;
	/** The response of InvokeModel. */
	response(completion: Completion, model: CatalogueModel, prompt: Prompt): JsonObject;
	/** The chunks of InvokeModelWithResponseStream; the server adds the invocation metrics to the last. */
	chunks(completion: Completion, model: CatalogueModel, prompt: Prompt): Iterable<StreamChunk>;
}
