import data from '../../resources/models.json' with { type: 'json' };
import routeData from '../../resources/routes.json' with { type: 'json' };
import type { Family } from './model/family.ts';
import type { CallId, CatalogueModel, PriceList, ShippedRoute } from './model/model-entry.ts';
import type { Operation } from './model/operation.ts';
import { isInvoke } from './model/operation.ts';

/** The shipped catalogue. A unit test holds the file to the schema, so that nothing is parsed at start-up. */
export const catalogue: readonly CatalogueModel[] = data.models as readonly CatalogueModel[];

/** ISO day on which the shipped catalogue and the table of routes were put together. */
export const catalogueDate: string = data.asOf;

/** The lists that the catalogue's prices were taken from, by their keys. */
export const priceLists: Readonly<Record<string, PriceList>> = data.priceLists;

/** ISO day of the oldest of those lists: no price is older. */
export const oldestPriceDay: string = Object.values(priceLists)
	.map(({ asOf }) => asOf)
	.reduce((oldest, day) => (day < oldest ? day : oldest));

/** Likely, not certain: AWS adds regions to its profiles. */
const routes: readonly ShippedRoute[] = routeData.routes;

const PROFILE_PREFIX = /^(us-gov|us|eu|apac|jp|au|ca|global)\.(?=[a-z0-9-]+\.)/;

/**
 * The base model of a model id, an inference profile id (`us.anthropic.…`) or an ARN that ends in one of them.
 * Application inference profiles and prompt ARNs do not name their model: they come back as they are.
 */
export function baseModelId(modelId: string): string {
	const id = modelId.startsWith('arn:') ? modelId.slice(modelId.lastIndexOf('/') + 1) : modelId;
	return id.replace(PROFILE_PREFIX, '');
}

/** The inference profile's prefix of an id (`us`, `global`, …), or null. */
export function profilePrefix(modelId: string): string | null {
	const id = modelId.startsWith('arn:') ? modelId.slice(modelId.lastIndexOf('/') + 1) : modelId;
	return PROFILE_PREFIX.exec(id)?.[1] ?? null;
}

/** The catalogue's entry for an id, a profile id or an ARN of either; null for an unknown one. */
export function findModel(modelId: string): CatalogueModel | null {
	const base = baseModelId(modelId);
	return catalogue.find((model) => model.id === base) ?? null;
}

/**
 * The family whose native body a model takes, or null: then only the Converse operations can be offered. Models that
 * the catalogue does not know are recognised by their maker's id pattern (bedrock-facts.md, 2).
 */
export function familyOf(modelId: string): Family | null {
	const known = findModel(modelId);
	if (known !== null) return known.family;
	const base = baseModelId(modelId);
	if (/^anthropic\.claude-(v2|instant)/.test(base)) return 'claude-text';
	if (base.startsWith('anthropic.claude-')) return 'claude-messages';
	if (base.startsWith('amazon.titan-text-')) return 'titan-text';
	if (base.startsWith('amazon.titan-embed-text-')) return 'titan-embed';
	if (base.startsWith('cohere.embed-')) return 'cohere-embed';
	if (/^amazon\.nova-(?!.*(canvas|reel|sonic|embeddings))/.test(base)) return 'nova';
	if (/^meta\.llama[34]-/.test(base)) return 'llama';
	// Later models of these makers take other bodies.
	if (/^mistral\.(mistral-7b|mixtral-8x7b|mistral-(large|small)-2402)-/.test(base)) return 'mistral-text';
	if (/^cohere\.command-r-(plus-)?v1/.test(base)) return 'cohere-command';
	if (base.startsWith('deepseek.r1-')) return 'deepseek-r1';
	if (base.startsWith('ai21.jamba-')) return 'jamba';
	if (base.startsWith('ai21.j2-')) return 'jurassic';
	if (/^mistral\.(mistral-large-(2407|3)|pixtral|ministral|magistral|devstral)/.test(base)) return 'mistral-chat';
	if (/^(openai\.gpt-|deepseek\.v3|qwen\.qwen3|moonshotai\.kimi|zai\.glm|minimax\.minimax)/.test(base))
		return 'openai-chat';
	return null;
}

/** Families whose body is one prompt that ends where the model is to write on: it may be in the middle of its answer. */
const PROMPTS: ReadonlySet<Family | null> = new Set<Family>(['llama', 'mistral-text', 'deepseek-r1', 'jurassic']);

/**
 * Whether a model goes on from an assistant message at the end of the request (bedrock-facts.md, 3.2); null: not known.
 * What Converse refuses may well be said in a prompt of the model's own.
 */
export function prefillOf(modelId: string, operation: Operation): boolean | null {
	if (isInvoke(operation) && PROMPTS.has(familyOf(modelId))) return true;
	return findModel(modelId)?.prefill ?? null;
}

/** The id to call a model with from a region: the bare id on demand, else the nearest inference profile. */
export function callableId(model: CatalogueModel, region: string | null): string {
	return callIdsFor(model, region)[0]?.id ?? model.id;
}

/**
 * Every way to call a model from a region as far as the shipped data tells, the best first: on demand, the nearest
 * profile, the global one. Where nothing is known to work from there, its first profile or the bare id.
 */
export function callIdsFor(
	model: Pick<CatalogueModel, 'id' | 'onDemand' | 'profiles' | 'prices'>,
	region: string | null,
): readonly CallId[] {
	const ways = [
		...(model.onDemand ? [''] : []),
		...nearPrefixes(region).filter((near) => model.profiles.includes(near)),
	];
	const first = ways.length > 0 ? ways : [model.profiles[0] ?? ''];
	return first.map((prefix) => ({
		id: prefix === '' ? model.id : `${prefix}.${model.id}`,
		type: prefix === '' ? 'on-demand' : 'system',
		prefix: prefix === '' ? null : prefix,
		name: null,
		regions: prefix === '' ? (region === null ? null : [region]) : shippedRoute(prefix, region),
		price: model.prices[prefix] ?? null,
	}));
}

/** Prefixes that a region can use, nearest first and `global` last. */
export function nearPrefixes(region: string | null): readonly string[] {
	const from = region ?? 'us-east-1';
	const near = routes.filter((route) => (route.from === null ? !isGovernment(from) : route.from.includes(from)));
	return near.map(({ prefix }) => prefix);
}

/**
 * The regions to which a system profile routes from a region. null: not known, or every commercial region (`global`).
 */
export function shippedRoute(prefix: string, region: string | null): string[] | null {
	if (region === null) return null;
	return routes.find((route) => route.prefix === prefix && route.from?.includes(region))?.to ?? null;
}

function isGovernment(region: string): boolean {
	return region.startsWith('us-gov-');
}

/** Regions with a Bedrock Runtime endpoint (botocore's endpoints.json, Aug 2026, and others seen in use; incomplete). */
export const regions: readonly string[] = [
	'us-east-1',
	'us-east-2',
	'us-west-1',
	'us-west-2',
	'ca-central-1',
	'sa-east-1',
	'eu-central-1',
	'eu-central-2',
	'eu-north-1',
	'eu-south-1',
	'eu-south-2',
	'eu-west-1',
	'eu-west-2',
	'eu-west-3',
	'ap-northeast-1',
	'ap-northeast-2',
	'ap-northeast-3',
	'ap-south-1',
	'ap-south-2',
	'ap-southeast-1',
	'ap-southeast-2',
	'ap-southeast-3',
	'ap-southeast-4',
	'me-central-1',
	'us-gov-east-1',
	'us-gov-west-1',
];
