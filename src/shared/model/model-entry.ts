import { z } from 'zod';
import { callFailure } from './failure.ts';
import { family } from './family.ts';

/**
 * Where a model stands in its life (AWS: model lifecycle). `active` in the catalogue: nothing else was known on its day; an
 * account's own list says more. `retired`: AWS refuses it; the practice endpoint does not.
 */
export const lifecycle = z.enum(['active', 'legacy', 'retired']);

const rates = z.object({
	input: z.number(),
	output: z.number(),
	cacheRead: z.number().nullable(),
	/** Written to be kept for five minutes. */
	cacheWrite: z.number().nullable(),
	/** Written to be kept for an hour. */
	cacheWriteHour: z.number().nullable().optional(),
});

/** US dollars for a million tokens, as listed on the catalogue's day. An estimate. null: not known. */
export const price = rates.extend({
	/** For all tokens of a call with more than `above` of input, cached ones counted. Not there: the same prices hold. */
	long: rates.extend({ above: z.number().int() }).optional(),
});
export type Price = z.infer<typeof price>;

/** A public list that prices were taken from (`resources/models.json`). */
export const priceList = z.object({
	name: z.string(),
	/** Where it can be read. */
	url: z.url(),
	/** ISO day of the prices. */
	asOf: z.iso.date(),
});
export type PriceList = z.infer<typeof priceList>;

/** What a model accepts (bedrock-facts.md, 3.2). */
export const abilities = z.object({
	system: z.boolean(),
	prefill: z.boolean(),
	/** `both`: temperature with top p; `one`: either; `none`: neither. */
	sampling: z.enum(['both', 'one', 'none']),
	tools: z.boolean(),
	reasoning: z.boolean(),
	/** Tools in a streamed answer. */
	toolsInStream: z.boolean(),
	/** `toolChoice` may force a tool (`any`, `tool`). */
	forcedTools: z.boolean(),
	/**
	 * How thinking is asked for: `budget` of tokens, `adaptive`, `both`; `effort`: by a level alone; `always`: it thinks
	 * unasked; `none`: it does not.
	 */
	thinking: z.enum(['none', 'budget', 'adaptive', 'both', 'effort', 'always']),
	/** Documents in Converse. */
	documents: z.boolean(),
	/** Cache points. */
	caching: z.boolean(),
	countTokens: z.boolean(),
	/** An answer held to a JSON schema. */
	structuredOutput: z.boolean(),
});

/** One model of the shipped catalogue (`resources/models.json`). */
export const catalogueModel = z.object({
	/** Base model id, without an inference profile's prefix. */
	id: z.string(),
	name: z.string(),
	provider: z.string(),
	/** null: only the Converse operations are offered. */
	family: family.nullable(),
	/** Whether the bare id may be called. */
	onDemand: z.boolean(),
	/** Prefixes of the system inference profiles (`us`, `eu`, `apac`, `jp`, `global`); empty: none. */
	profiles: z.array(z.string()),
	lifecycle,
	/** ISO day of the end of life, where known. */
	endOfLife: z.string().nullable(),
	/** Kinds of input and output in lower case, as AWS lists them (`text`, `image`, `video`, `embedding`). */
	inputs: z.array(z.string()),
	outputs: z.array(z.string()),
	streaming: z.boolean(),
	/** Tokens; null: not known. */
	contextWindow: z.number().int().nullable(),
	maxOutput: z.number().int().nullable(),
	...abilities.shape,
	/** The list of `priceLists` that the prices are from; null: it has none. */
	priceList: z.string().nullable(),
	/** By the prefix of what is called (`''`: the bare id). A prefix that is not there has no known price. */
	prices: z.record(z.string(), price),
});
export type CatalogueModel = z.infer<typeof catalogueModel>;

/** Where an inference profile's prefix routes to (`resources/routes.json`). null: every commercial region. */
export const shippedRoute = z.object({
	prefix: z.string(),
	from: z.array(z.string()).nullable(),
	to: z.array(z.string()).nullable(),
});
export type ShippedRoute = z.infer<typeof shippedRoute>;

/** One way to call a model from a region. */
export const callId = z.object({
	/** What is sent as the model id: a bare id, a profile's id, or an application profile's ARN. */
	id: z.string(),
	type: z.enum(['on-demand', 'system', 'application']),
	/** `us`, `eu`, `global`, …; null for the two others. */
	prefix: z.string().nullable(),
	/** The profile's own name; null on demand. */
	name: z.string().nullable(),
	/** Regions to which a call may be routed; null where that is not known. */
	regions: z.array(z.string()).nullable(),
	price: price.nullable(),
});
export type CallId = z.infer<typeof callId>;

/** A model as it is offered from a connection and a region: the catalogue's entry joined with the account's. */
export const modelEntry = z.object({
	...catalogueModel.pick({ id: true, name: true, provider: true, family: true, endOfLife: true }).shape,
	lifecycle,
	inputs: z.array(z.string()),
	outputs: z.array(z.string()),
	/** null: not known. */
	streaming: z.boolean().nullable(),
	...catalogueModel.pick({ contextWindow: true, maxOutput: true }).shape,
	/** null for a model that the catalogue doesn't know. */
	abilities: abilities.nullable(),
	/** The id to use from here. */
	callId: z.string(),
	/** Every id that can be called from here, the one to use first. */
	callIds: z.array(callId),
	/** Whether the account lists it in this region; null: the account has not been asked, or refused. */
	listed: z.boolean().nullable(),
});
export type ModelEntry = z.infer<typeof modelEntry>;

/** What the account has said about its models. Times in milliseconds since the epoch. */
export const accountListing = z.discriminatedUnion('state', [
	z.object({ state: z.literal('not-asked') }),
	/** `missing`: the lists that did not come, while another did; for them the shipped catalogue serves. */
	z.object({
		state: z.literal('listed'),
		at: z.number(),
		missing: z.array(
			z.object({ list: z.enum(['models', 'system-profiles', 'application-profiles']), failure: callFailure }),
		),
	}),
	/** No list came. Then the shipped catalogue serves. */
	z.object({ state: z.literal('refused'), at: z.number(), failure: callFailure }),
]);
export type AccountListing = z.infer<typeof accountListing>;

/** The models as seen from a connection and a region. */
export const modelListing = z.object({
	models: z.array(modelEntry),
	regions: z.array(z.string()),
	/** ISO day of the shipped catalogue. */
	asOf: z.string(),
	account: accountListing,
});
export type ModelListing = z.infer<typeof modelListing>;
