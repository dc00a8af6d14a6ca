import type { CatalogueModel } from '../../../shared/model/model-entry.ts';
import type { JsonObject, JsonValue } from '../json.ts';

/** Vectors, as the model's own body has them. */
export interface EmbeddingAnswer {
	readonly json: JsonObject;
	/** As the response's header tells it; null: this maker's responses have no such header. */
	readonly inputTokens: number | null;
}

/** The native body of models that make vectors of texts, as the service's side knows it. */
export interface EmbeddingFamily {
	/** Reads, checks and answers a body; `undefined` when it is not JSON. Throws a `Refusal`. */
	answer(body: JsonValue | undefined, model: CatalogueModel): EmbeddingAnswer;
}
