// @ts-check
/** @import { Catalogue, Price, Rates } from './price-list.mjs' */

/** Where a price list of AWS's is read for a way to call: in a region from which that way is called. */
/** @type {Readonly<Record<string, string>>} */
const REGIONS = {
	'': 'us-east-1',
	us: 'us-east-1',
	global: 'us-east-1',
	eu: 'eu-central-1',
	jp: 'ap-northeast-1',
	au: 'ap-southeast-2',
	apac: 'ap-southeast-1',
};

/** The offers that hold models: those that are sold through AWS's marketplace (Claude), and all others. */
const OFFERS = ['AmazonBedrockFoundationModels', 'AmazonBedrock'];

/** The regions whose lists are read. */
export const awsRegions = [...new Set(Object.values(REGIONS))];

/**
 * AWS's own lists of a region: public, without keys, some megabytes each.
 * @param {string} region
 */
export function awsPriceUrls(region) {
	return OFFERS.map(
		(offer) => `https://pricing.us-east-1.amazonaws.com/offers/v1.0/aws/${offer}/current/${region}/index.json`,
	);
}

/** @typedef {'input' | 'output' | 'cacheRead' | 'cacheWrite' | 'cacheWriteHour'} Kind */
/** @typedef {Record<'near' | 'global', Record<'usual' | 'long', Partial<Record<Kind, number>>>>} Found */

/**
 * The spellings of what is charged, in the older and the newer way (lists of September 2026). The last part of a usage type
 * such as `USE1-MP:USE1_CacheWrite1hInputTokenCount_Global-Units`; other tiers, batches and reserved capacity do not fit.
 */
const SOLD =
	/^[A-Z0-9]+-MP:[A-Z0-9]+_(?:([A-Za-z0-9]+TokenCount)(_LCtx)?(_Global)?|([a-z_]+tokens(?:_1h)?)(_global)?_standard)-Units$/;
/** Such as `USE1-Nova2.0Lite-cache-read-input-token-count-cross-region-global`. What is for Mantle has other prices. */
const OWN =
	/^[A-Z0-9]+-(?!.*-mantle-).+?-((?:cache-(?:read|write)-)?(?:input|output)-token(?:s|-count))(-cross-region-global)?$/;

/** @type {Readonly<Record<string, Kind>>} */
const KINDS = {
	InputTokenCount: 'input',
	OutputTokenCount: 'output',
	CacheReadInputTokenCount: 'cacheRead',
	CacheWriteInputTokenCount: 'cacheWrite',
	CacheWrite1hInputTokenCount: 'cacheWriteHour',
	input_tokens: 'input',
	output_tokens: 'output',
	cache_read_tokens: 'cacheRead',
	cache_write_tokens: 'cacheWrite',
	cache_write_tokens_1h: 'cacheWriteHour',
	'input-tokens': 'input',
	'output-tokens': 'output',
	'cache-read-input-token-count': 'cacheRead',
	'cache-write-input-token-count': 'cacheWrite',
};

/** @type {Readonly<Record<string, number>>} */
const PER_MILLION = { '1M tokens': 1, '1K tokens': 1000, '1k tokens': 1000 };

/**
 * The prices of a list by the names of its models, as the catalogue writes them.
 * @param {readonly unknown[]} lists of one region
 * @returns {Map<string, Found>}
 */
export function readAwsPrices(lists) {
	/** @type {Map<string, Found>} */
	const found = new Map();
	for (const list of lists) {
		const terms = at(list, 'terms', 'OnDemand');
		for (const [sku, product] of entries(at(list, 'products'))) {
			const what = soldAs(at(product, 'attributes'));
			const price = what === null ? null : dollarsOf(at(terms, sku));
			if (what === null || price === null) continue;
			const model = found.get(what.name) ?? { near: { usual: {}, long: {} }, global: { usual: {}, long: {} } };
			model[what.reach][what.length][what.kind] = price;
			found.set(what.name, model);
		}
	}
	return found;
}

/**
 * The catalogue with the prices of AWS's own lists, for the models that they know by name; ways that they lack have no known
 * price any more.
 * @param {Catalogue} catalogue
 * @param {ReadonlyMap<string, readonly unknown[]>} lists by region
 * @param {string} day ISO day on which they were published
 * @returns {Catalogue}
 */
export function refreshFromAws(catalogue, lists, day) {
	const key = `aws-${day}`;
	const byRegion = new Map([...lists].map(([region, ofRegion]) => [region, readAwsPrices(ofRegion)]));
	const models = catalogue.models.map((model) => {
		const ways = [...(model.onDemand ? [''] : []), ...model.profiles];
		const prices = ways.flatMap((way) => {
			const region = REGIONS[way];
			const price = priceOf(byRegion.get(region ?? '')?.get(model.name), way === 'global' ? 'global' : 'near');
			return price === null ? [] : [/** @type {const} */ ([way, price])];
		});
		return prices.length === 0 ? model : { ...model, priceList: key, prices: Object.fromEntries(prices) };
	});
	const used = new Set(models.map(({ priceList }) => priceList));
	const all = {
		...catalogue.priceLists,
		[key]: { name: 'AWS Price List', url: 'https://aws.amazon.com/bedrock/pricing/', asOf: day },
	};
	const priceLists = Object.fromEntries(Object.entries(all).filter(([name]) => used.has(name)));
	return { ...catalogue, priceLists, models };
}

/**
 * @param {unknown} attributes
 * @returns {{ name: string, kind: Kind, reach: 'near' | 'global', length: 'usual' | 'long' } | null}
 */
function soldAs(attributes) {
	const usage = String(at(attributes, 'usagetype'));
	const [, older, long, olderGlobal, newer, newerGlobal] = SOLD.exec(usage) ?? [];
	const [, own, ownGlobal] = OWN.exec(usage) ?? [];
	const kind = KINDS[older ?? newer ?? own ?? ''];
	if (kind === undefined) return null;
	const name =
		own === undefined
			? String(at(attributes, 'servicename') ?? '').replace(/ \(Amazon Bedrock Edition\)$/, '')
			: // The catalogue has the names that the models go by: Nova 2 Lite.
				String(at(attributes, 'model') ?? '').replace(/(\d)\.0\b/, '$1');
	return {
		name,
		kind,
		reach: (olderGlobal ?? newerGlobal ?? ownGlobal) === undefined ? 'near' : 'global',
		length: long === undefined ? 'usual' : 'long',
	};
}

/**
 * @param {unknown} terms of one product
 * @returns {number | null} US dollars for a million tokens
 */
function dollarsOf(terms) {
	for (const [, term] of entries(terms)) {
		for (const [, dimension] of entries(at(term, 'priceDimensions'))) {
			const times = PER_MILLION[String(at(dimension, 'unit') ?? '')];
			const dollars = Number(at(dimension, 'pricePerUnit', 'USD') ?? Number.NaN);
			if (times !== undefined && dollars >= 0) return Number((dollars * times).toPrecision(9));
		}
	}
	return null;
}

/**
 * @param {Found | undefined} found
 * @param {'near' | 'global'} reach
 * @returns {Price | null}
 */
function priceOf(found, reach) {
	const usual = ratesOf(found?.[reach].usual);
	if (usual === null) return null;
	const long = ratesOf({ ...usualOf(usual), ...found?.[reach].long });
	// The step is not in the list; the one of the older spelling is known (Anthropic: long context pricing).
	return long === null || JSON.stringify(long) === JSON.stringify(usual)
		? usual
		: { ...usual, long: { above: 200_000, ...long } };
}

/** @param {Rates} rates */
function usualOf({ cacheRead, cacheWrite, ...rates }) {
	return { ...rates, ...(cacheRead !== null && { cacheRead }), ...(cacheWrite !== null && { cacheWrite }) };
}

/**
 * @param {Partial<Record<string, number | null>> | undefined} rates
 * @returns {Rates | null}
 */
function ratesOf({ input, output, cacheRead, cacheWrite, cacheWriteHour } = {}) {
	if (input == null || input === 0 || output == null) return null;
	return {
		input,
		output,
		cacheRead: cacheRead ?? null,
		cacheWrite: cacheWrite ?? null,
		...(cacheWriteHour != null && { cacheWriteHour }),
	};
}

/**
 * @param {unknown} value
 * @param {...string} path
 * @returns {unknown} null where nothing is there
 */
function at(value, ...path) {
	return path.reduce(
		(/** @type {unknown} */ inner, key) =>
			typeof inner === 'object' && inner !== null && Object.hasOwn(inner, key)
				? /** @type {Record<string, unknown>} */ (inner)[key]
				: null,
		value,
	);
}

/**
 * @param {unknown} value
 * @returns {[string, unknown][]}
 */
function entries(value) {
	return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}
