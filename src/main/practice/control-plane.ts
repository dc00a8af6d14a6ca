import { catalogue } from '../../shared/catalogue.ts';
import type { CatalogueModel } from '../../shared/model/model-entry.ts';
import { modelArn, profilesIn } from './inference-profiles.ts';
import type { JsonObject } from './json.ts';
import { invalid } from './refusal.ts';

/** ListFoundationModels: the whole catalogue. Retired models are listed, as LEGACY, because they answer here. */
export function listFoundationModels(query: URLSearchParams, region: string): JsonObject {
	const provider = query.get('byProvider')?.toLowerCase();
	const inferenceType = query.get('byInferenceType');
	const modality = query.get('byOutputModality')?.toLowerCase();
	const customization = query.get('byCustomizationType');
	const summaries = catalogue
		.filter((model) => provider === undefined || model.provider.toLowerCase() === provider)
		.filter((model) => modality === undefined || model.outputs.includes(modality))
		.map((model) => modelSummary(model, region))
		.filter(({ inferenceTypesSupported }) => inferenceType === null || inferenceTypesSupported.includes(inferenceType));
	return { modelSummaries: customization === null ? summaries : [] };
}

function modelSummary(model: CatalogueModel, region: string) {
	return {
		customizationsSupported: [],
		// Not in the service model's enum, but what the service sends (bedrock-facts.md, 1.1).
		inferenceTypesSupported: [model.onDemand ? 'ON_DEMAND' : 'INFERENCE_PROFILE'],
		inputModalities: model.inputs.map((kind) => kind.toUpperCase()),
		modelArn: modelArn(model.id, region),
		modelId: model.id,
		modelLifecycle: lifecycleOf(model),
		modelName: model.name,
		outputModalities: model.outputs.map((kind) => kind.toUpperCase()),
		providerName: model.provider,
		responseStreamingSupported: model.streaming,
	};
}

function lifecycleOf(model: CatalogueModel): JsonObject {
	const end = model.endOfLife === null ? {} : { endOfLifeTime: `${model.endOfLife}T00:00:00Z` };
	return { ...end, status: model.lifecycle === 'active' ? 'ACTIVE' : 'LEGACY' };
}

/** Profiles; as in the service model. */
const LARGEST_PAGE = 1000;

const TYPES = ['SYSTEM_DEFINED', 'APPLICATION'] as const;

/** ListInferenceProfiles: those that can be called from the region, in pages where `maxResults` asks for them. */
export function listInferenceProfiles(query: URLSearchParams, region: string): JsonObject {
	const type = query.get('type');
	const types = TYPES.filter((one) => type === null || one === type);
	if (types.length === 0) {
		throw invalid(
			`1 validation error detected: Value '${type}' at 'typeEquals' failed to satisfy constraint: Member must satisfy enum value set: [APPLICATION, SYSTEM_DEFINED]`,
		);
	}
	const all = types.flatMap((one) => profilesIn(region, one));
	const start = readNumber(query.get('nextToken'), 0);
	const size = readNumber(query.get('maxResults'), LARGEST_PAGE);
	if (size < 1 || size > LARGEST_PAGE) {
		throw invalid(
			`1 validation error detected: Value '${size}' at 'maxResults' failed to satisfy constraint: Member must have value between 1 and ${LARGEST_PAGE}, inclusive`,
		);
	}
	const end = start + size;
	const inferenceProfileSummaries = all.slice(start, end);
	return end < all.length ? { inferenceProfileSummaries, nextToken: String(end) } : { inferenceProfileSummaries };
}

function readNumber(text: string | null, missing: number): number {
	if (text === null) return missing;
	if (!/^\d{1,6}$/.test(text)) throw invalid('The provided pagination token is invalid.');
	return Number(text);
}
