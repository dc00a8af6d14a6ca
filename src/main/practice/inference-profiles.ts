import { catalogue, findModel, nearPrefixes, shippedRoute } from '../../shared/catalogue.ts';
import type { CatalogueModel } from '../../shared/model/model-entry.ts';
import type { ApplicationProfile } from './application-profiles.ts';
import { applicationProfiles } from './application-profiles.ts';
import type { JsonObject } from './json.ts';
import { PRACTICE_ACCOUNT } from './models.ts';
import { Refusal } from './refusal.ts';

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

/** The profiles that can be called from a region: AWS's or the account's own. */
export function profilesIn(region: string, type: 'SYSTEM_DEFINED' | 'APPLICATION'): readonly JsonObject[] {
	if (type === 'APPLICATION') return applicationProfiles.map((profile) => applicationSummary(profile, region));
	const near = nearPrefixes(region);
	return catalogue.flatMap((model) =>
		model.profiles.filter((prefix) => near.includes(prefix)).map((prefix) => systemSummary(model, prefix, region)),
	);
}

/** GetInferenceProfile, by id or ARN. The wording of its 404 is unverified. */
export function getInferenceProfile(identifier: string, region: string): JsonObject {
	const all = [...profilesIn(region, 'SYSTEM_DEFINED'), ...profilesIn(region, 'APPLICATION')];
	const found = all.find((profile) =>
		[profile['inferenceProfileId'], profile['inferenceProfileArn']].some((name) => name === identifier),
	);
	if (found === undefined) {
		throw new Refusal('ResourceNotFoundException', `Could not find the inference profile ${identifier}.`);
	}
	return found;
}

function systemSummary(model: CatalogueModel, prefix: string, region: string): JsonObject {
	const id = `${prefix}.${model.id}`;
	return {
		...DATES,
		description: `Routes requests to ${model.name}. On the practice endpoint they all end on this computer.`,
		inferenceProfileArn: `arn:${partitionOf(region)}:bedrock:${region}:${PRACTICE_ACCOUNT}:inference-profile/${id}`,
		inferenceProfileId: id,
		inferenceProfileName: `${PREFIX_NAMES[prefix] ?? prefix} ${model.name}`,
		models: routesOf(model, prefix, region),
		type: 'SYSTEM_DEFINED',
	};
}

function applicationSummary({ id, name, description, modelId, from }: ApplicationProfile, region: string): JsonObject {
	const model = findModel(modelId);
	const prefix = nearPrefixes(region).find((near) => model?.profiles.includes(near));
	const several = from === 'system-profile' && model !== null && prefix !== undefined;
	return {
		...DATES,
		description,
		inferenceProfileArn: `arn:${partitionOf(region)}:bedrock:${region}:${PRACTICE_ACCOUNT}:application-inference-profile/${id}`,
		inferenceProfileId: id,
		inferenceProfileName: name,
		models: several ? routesOf(model, prefix, region) : [{ modelArn: modelArn(modelId, region) }],
		type: 'APPLICATION',
	};
}

const DATES = { createdAt: '2026-01-01T00:00:00Z', status: 'ACTIVE', updatedAt: '2026-01-01T00:00:00Z' };

/** A global profile names the model in the caller's region, and by an ARN without a region. */
function routesOf(model: CatalogueModel, prefix: string, region: string): readonly JsonObject[] {
	const to = prefix === 'global' ? [region, ''] : shippedRoute(prefix, region);
	return (to ?? [region]).map((name) => ({ modelArn: modelArn(model.id, name) }));
}

/** The ARN of a model in a region. */
export function modelArn(modelId: string, region: string): string {
	return `arn:${partitionOf(region)}:bedrock:${region}::foundation-model/${modelId}`;
}

function partitionOf(region: string): string {
	return region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
}
