import { z } from 'zod';
import type { CatalogueModel } from '../../shared/model/model-entry.ts';
import { readConverse } from './converse/converse-request.ts';
import { findFamily } from './families/find-family.ts';
import type { JsonObject, JsonValue } from './json.ts';
import { parseJson } from './json.ts';
import { namesProfile } from './models.ts';
import { invalid, malformed } from './refusal.ts';

const countBody = z.object({
	input: z.object({
		converse: z.looseObject({}).optional(),
		invokeModel: z.object({ body: z.base64() }).optional(),
	}),
});

/**
 * The answer of CountTokens: the same count that the call itself would report, what a cache saves included. Only models
 * that can be counted are, and only under a base model id (bedrock-facts.md, 1.1).
 */
export function countTokensResponse(body: JsonValue | undefined, modelId: string, model: CatalogueModel): JsonObject {
	if (namesProfile(modelId) || !model.countTokens) {
		throw invalid("The provided model doesn't support counting tokens.");
	}
	const request = countBody.safeParse(body);
	if (!request.success) throw malformed([]);
	const { converse, invokeModel } = request.data.input;
	if (converse !== undefined) {
		return { inputTokens: readConverse(converse as JsonObject, model, false).prompt.inputTokens };
	}
	if (invokeModel === undefined) throw malformed([]);
	const native = parseJson(Buffer.from(invokeModel.body, 'base64'));
	return { inputTokens: findFamily(model, native).family.read(native, model).inputTokens };
}
