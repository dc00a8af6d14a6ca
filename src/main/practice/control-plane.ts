import { catalogue } from '../../shared/catalogue.ts';
import type { CatalogueModel } from '../../shared/model/model-entry.ts';
import type { JsonObject } from './json.ts';
import { PRACTICE_ACCOUNT, readsImages } from './models.ts';
import { invalid } from './refusal.ts';

/** Profile names as AWS writes them: `US Claude Haiku 4.5`. */
const PREFIX_NAMES: Readonly<Record<string, string>> = {
	us: 'US',
	'us-gov': 'US-GOV',
	eu: 'EU',
	apac: 'APAC',
	jp: 'JP',
	au: 'AU',
	ca: 'CA',
	global: 'Global',
};

/** ListFoundationModels: the whole catalogue. Retired models are listed, as LEGACY, because they answer here. */
export function listFoundationModels(query: URLSearchParams, region: string): JsonObject {
	const provider = query.get('byProvider')?.toLowerCase();
	const inferenceType = query.get('byInferenceType');
	const modality = query.get('byOutputModality') ?? 'TEXT';
	const customization = query.get('byCustomizationType');
	const summaries = catalogue
		.filter((model) => provider === undefined || model.provider.toLowerCase() === provider)
		.map((model) => modelSummary(model, region))
		.filter(({ inferenceTypesSupported }) => inferenceType === null || inferenceTypesSupported.includes(inferenceType));
	return { modelSummaries: modality === 'TEXT' && customization === null ? summaries : [] };
}

function modelSummary(model: CatalogueModel, region: string) {
	return {
		customizationsSupported: [],
		// Not in the service model's enum, but what the service sends (bedrock-facts.md, 1.1).
		inferenceTypesSupported: [model.onDemand ? 'ON_DEMAND' : 'INFERENCE_PROFILE'],
		inputModalities: readsImages(model) ? ['TEXT', 'IMAGE'] : ['TEXT'],
		modelArn: modelArn(model, region),
		modelId: model.id,
		modelLifecycle: lifecycleOf(model),
		modelName: model.name,
		outputModalities: ['TEXT'],
		providerName: model.provider,
		responseStreamingSupported: true,
	};
}

function lifecycleOf(model: CatalogueModel): JsonObject {
	const end = model.endOfLife === null ? {} : { endOfLifeTime: `${model.endOfLife}T00:00:00Z` };
	return { ...end, status: model.lifecycle === 'active' ? 'ACTIVE' : 'LEGACY' };
}

/** ListInferenceProfiles: every system profile of the catalogue, in pages where `maxResults` asks for them. */
export function listInferenceProfiles(query: URLSearchParams, region: string): JsonObject {
	const all = query.get('type') === 'APPLICATION' ? [] : catalogue.flatMap((model) => profilesOf(model, region));
	const start = readNumber(query.get('nextToken'), 0);
	const size = readNumber(query.get('maxResults'), all.length);
	const end = start + size;
	const inferenceProfileSummaries = all.slice(start, end);
	return end < all.length ? { inferenceProfileSummaries, nextToken: String(end) } : { inferenceProfileSummaries };
}

function profilesOf(model: CatalogueModel, region: string): readonly JsonObject[] {
	return model.profiles.map((prefix) => {
		const inferenceProfileId = `${prefix}.${model.id}`;
		const name = `${PREFIX_NAMES[prefix] ?? prefix} ${model.name}`;
		return {
			createdAt: '2026-01-01T00:00:00Z',
			description: `Routes requests to ${model.name}. On the practice endpoint they all end on this computer.`,
			inferenceProfileArn: `arn:aws:bedrock:${region}:${PRACTICE_ACCOUNT}:inference-profile/${inferenceProfileId}`,
			inferenceProfileId,
			inferenceProfileName: name,
			models: [{ modelArn: modelArn(model, region) }],
			status: 'ACTIVE',
			type: 'SYSTEM_DEFINED',
			updatedAt: '2026-01-01T00:00:00Z',
		};
	});
}

function modelArn(model: CatalogueModel, region: string): string {
	return `arn:aws:bedrock:${region}::foundation-model/${model.id}`;
}

function readNumber(text: string | null, missing: number): number {
	if (text === null) return missing;
	if (!/^\d{1,6}$/.test(text)) throw invalid('The provided pagination token is invalid.');
	return Number(text);
}
