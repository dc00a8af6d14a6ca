import type { ModelEntry } from '../../shared/model/model-entry.ts';

/**
 * Small and cheap models for a first call, in the order in which they are proposed. Amazon's own come first: they need
 * no subscription in AWS Marketplace and no use case form (bedrock-facts.md, 4).
 */
const STARTERS = ['amazon.nova-micro-v1:0', 'amazon.nova-lite-v1:0', 'anthropic.claude-haiku-4-5-20251001-v1:0'];

/**
 * The id of a model for a first call; null where none is known. A profile of the region's own part of the world is taken
 * before the bare id, which can be called on demand in few regions only.
 */
export function starterModel(models: readonly ModelEntry[]): string | null {
	const found = STARTERS.map((id) => models.find((model) => model.id === id && model.listed !== false));
	const model = found.find((entry) => entry !== undefined && entry.lifecycle === 'active');
	if (model === undefined) return null;
	const near = model.callIds.find(({ type, prefix }) => type === 'system' && prefix !== 'global');
	return near?.id ?? model.callId;
}
