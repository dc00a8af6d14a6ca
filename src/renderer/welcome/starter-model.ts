import { nearPrefixes } from '../../shared/catalogue.ts';
import type { ModelEntry } from '../../shared/model/model-entry.ts';

/**
 * Small and cheap models for a first call, in the order in which they are proposed. Amazon's own come first: they need
 * no subscription in AWS Marketplace and no use case form (bedrock-facts.md, 4).
 */
const STARTERS = ['amazon.nova-micro-v1:0', 'amazon.nova-lite-v1:0', 'anthropic.claude-haiku-4-5-20251001-v1:0'];

/**
 * The id of a model for a first call from a region; null where none is known. Only few regions have these models on
 * demand, so a profile of the region's own part of the world comes first, then a global one, then the bare id.
 */
export function starterModel(models: readonly ModelEntry[], region: string | null): string | null {
	const starters = STARTERS.flatMap((id) =>
		models.filter((model) => model.id === id && model.lifecycle === 'active' && model.listed !== false),
	);
	const usable = nearPrefixes(region);
	const profiles = starters
		.flatMap(({ callIds }) => callIds)
		.filter(({ type, prefix }) => type === 'system' && prefix !== null && usable.includes(prefix));
	const near = profiles.find(({ prefix }) => prefix !== 'global') ?? profiles[0];
	return near?.id ?? starters[0]?.callId ?? null;
}
