import { callableId, findModel } from '../../shared/catalogue.ts';
import type { Operation } from '../../shared/model/operation.ts';
import type { RequestSettings } from '../../shared/model/settings.ts';
import { defaultRequestSettings, withPatch } from '../../shared/model/settings.ts';
import { takeModel } from '../connections/take-model.ts';

const HAIKU = 'anthropic.claude-haiku-4-5-20251001-v1:0';

/** The same question in four bodies: two of today, two of models that only the practice endpoint still has. */
const bodies: readonly (readonly [string, Operation])[] = [
	[HAIKU, 'InvokeModel'],
	['anthropic.claude-v2:1', 'InvokeModel'],
	['amazon.titan-text-express-v1', 'InvokeModel'],
	[HAIKU, 'Converse'],
];

/**
 * The columns of "one prompt, four bodies": where calls go is as it was, and so are the settings that all four take.
 * @param region from which models are called; null: not known
 */
export function fourBodies(settings: RequestSettings, region: string | null): readonly RequestSettings[] {
	const { connection, endpointUrl, fips, dualStack, maxTokens } = settings;
	const plain = {
		...defaultRequestSettings,
		connection,
		region: settings.region,
		endpointUrl,
		fips,
		dualStack,
		maxTokens,
	};
	return bodies.map(([modelId, operation]) => ({ ...plain, modelId: called(modelId, region), operation }));
}

/** Models that are offered beside another one, the first that is another model. */
const others = ['amazon.nova-lite-v1:0', HAIKU, 'amazon.nova-pro-v1:0', 'amazon.nova-micro-v1:0'];

/**
 * Settings for a column beside others: the same but for the model, which is one that is not among them. `liked`: ids that
 * are tried first.
 */
export function besideThem(
	them: readonly RequestSettings[],
	liked: readonly string[],
	region: string | null,
): RequestSettings {
	const from = them.at(-1) ?? defaultRequestSettings;
	const taken = new Set(them.map(({ modelId }) => findModel(modelId)?.id ?? modelId));
	const ids = [...liked.filter(isTalkedWith), ...others.map((id) => called(id, region))];
	const modelId = ids.find((id) => !taken.has(findModel(id)?.id ?? id)) ?? from.modelId;
	return withPatch(from, takeModel(from, modelId));
}

function called(modelId: string, region: string | null): string {
	const model = findModel(modelId);
	return model === null ? modelId : callableId(model, region);
}

/** What AWS still serves, and what answers with words. Of other ids nobody knows whether they can be called. */
function isTalkedWith(modelId: string): boolean {
	const model = findModel(modelId);
	return model !== null && model.lifecycle !== 'retired' && model.outputs.includes('text');
}
