// @ts-check
/** The public list that prices are refreshed from: what LiteLLM gathers of AWS's price pages. */
export const PRICE_LIST_URL =
	'https://raw.githubusercontent.com/BerriAI/litellm/main/model_prices_and_context_window.json';

const PREFIXES = /^(us-gov|us|eu|apac|jp|au|ca|global)\.(?=[a-z0-9-]+\.)/;

/**
 * @typedef {{ input: number, output: number, cacheRead: number | null, cacheWrite: number | null,
 *   cacheWriteHour?: number | null | undefined }} Rates
 * @typedef {Rates & { long?: (Rates & { above: number }) | undefined }} Price
 * @typedef {{ id: string, name: string, onDemand: boolean, profiles: string[], contextWindow: number | null, maxOutput: number | null,
 *   priceList: string | null, prices: Record<string, Price>, [key: string]: unknown }} Model
 * @typedef {{ asOf: string, priceLists: Record<string, { name: string, url: string, asOf: string }>, models: Model[] }} Catalogue
 * @typedef {Record<string, unknown>} Entry
 */

/**
 * The catalogue (whose own day stays: abilities are not in the list) with the list's prices, context windows and limits.
 * A model of which the list knows no way to call it stays as it is, with the date that its prices had; of one that it knows,
 * ways that it lacks have no known price any more.
 * @param {Catalogue} catalogue
 * @param {Record<string, unknown>} list the public list, by model id
 * @param {string} day ISO day on which it was read
 * @returns {{ catalogue: Catalogue, missing: string[], unknown: string[] }}
 */
export function refreshPrices(catalogue, list, day) {
	const key = `litellm-${day}`;
	/** @type {string[]} */
	const missing = [];
	const models = catalogue.models.map((model) => {
		const ways = [...(model.onDemand ? [''] : []), ...model.profiles];
		const found = ways.flatMap((way) => {
			const entry = bedrockEntry(list[way === '' ? model.id : `${way}.${model.id}`]);
			const price = entry === null ? null : priceOf(entry);
			return entry === null || price === null ? [] : [{ way, entry, price }];
		});
		if (found.length === 0) {
			missing.push(model.id);
			return model;
		}
		return {
			...model,
			contextWindow: least(found, 'max_input_tokens') ?? model.contextWindow,
			maxOutput: least(found, 'max_output_tokens') ?? model.maxOutput,
			priceList: key,
			prices: Object.fromEntries(found.map(({ way, price }) => [way, price])),
		};
	});
	const used = new Set(models.map(({ priceList }) => priceList));
	const lists = {
		...catalogue.priceLists,
		[key]: { name: 'LiteLLM model_prices_and_context_window.json', url: PRICE_LIST_URL, asOf: day },
	};
	return {
		catalogue: {
			...catalogue,
			priceLists: Object.fromEntries(Object.entries(lists).filter(([name]) => used.has(name))),
			models,
		},
		missing,
		unknown: unknownModels(catalogue, list),
	};
}

/**
 * Base ids of the list's Bedrock models that the catalogue does not have.
 * @param {Catalogue} catalogue
 * @param {Record<string, unknown>} list
 */
function unknownModels({ models }, list) {
	const known = new Set(models.map(({ id }) => id));
	const ids = Object.entries(list)
		.filter(([id, entry]) => bedrockEntry(entry) !== null && !id.includes('/'))
		.map(([id]) => id.replace(PREFIXES, ''));
	return [...new Set(ids)].filter((id) => !known.has(id)).sort();
}

/**
 * @param {unknown} entry
 * @returns {Entry | null} an entry of Bedrock; null for those of other services
 */
function bedrockEntry(entry) {
	if (typeof entry !== 'object' || entry === null) return null;
	const found = /** @type {Entry} */ (entry);
	return String(found['litellm_provider'] ?? '').startsWith('bedrock') ? found : null;
}

/**
 * @param {Entry} entry
 * @returns {Price | null} US dollars for a million tokens; null where the list has none
 */
function priceOf(entry) {
	const rates = ratesOf(entry, '');
	if (rates === null) return null;
	const above = Object.keys(entry).flatMap((name) => {
		const thousands = /^input_cost_per_token_above_(\d+)k_tokens$/.exec(name)?.[1];
		return thousands === undefined ? [] : [Number(thousands)];
	});
	// A model with several steps would need more than one price for long input: then none is taken.
	const [thousands] = above.length === 1 ? above : [];
	const long = thousands === undefined ? null : ratesOf(entry, `_above_${thousands}k_tokens`);
	return long === null || thousands === undefined ? rates : { ...rates, long: { above: thousands * 1000, ...long } };
}

/**
 * @param {Entry} entry
 * @param {string} suffix of the members' names
 * @returns {Rates | null}
 */
function ratesOf(entry, suffix) {
	/** @param {string} name */
	const rate = (name) => perMillion(entry[`${name}${suffix}`]);
	const input = rate('input_cost_per_token');
	const output = rate('output_cost_per_token');
	if (input === null || input === 0 || output === null) return null;
	const hour = rate('cache_creation_input_token_cost_above_1hr');
	return {
		input,
		output,
		cacheRead: rate('cache_read_input_token_cost'),
		cacheWrite: rate('cache_creation_input_token_cost'),
		...(hour !== null && { cacheWriteHour: hour }),
	};
}

/**
 * @param {unknown} dollars for one token
 * @returns {number | null} for a million, without the dust of binary fractions
 */
function perMillion(dollars) {
	return typeof dollars === 'number' && dollars >= 0 ? Number((dollars * 1e6).toPrecision(9)) : null;
}

/**
 * The ways to call a model differ now and then in what the list says of its window; the least of it holds for all.
 * @param {readonly { readonly entry: Entry }[]} found
 * @param {string} name
 */
function least(found, name) {
	const counts = found.map(({ entry }) => Number(entry[name])).filter((value) => Number.isInteger(value) && value > 0);
	return counts.length === 0 ? null : Math.min(...counts);
}

/**
 * @param {Catalogue} before
 * @param {Catalogue} after
 * @returns {string[]} a line for each figure that is another
 */
export function allDifferences(before, after) {
	return before.models.flatMap((model, place) => {
		const next = after.models[place];
		return next === undefined ? [] : differences(model, next);
	});
}

/**
 * @param {Model} before
 * @param {Model} after
 */
function differences(before, after) {
	const lines = /** @type {const} */ (['contextWindow', 'maxOutput']).flatMap((name) =>
		before[name] === after[name] ? [] : [`${after.id} ${name}: ${before[name]} → ${after[name]}`],
	);
	for (const way of new Set([...Object.keys(before.prices), ...Object.keys(after.prices)])) {
		const [old, now] = [words(before.prices[way]), words(after.prices[way])];
		if (old !== now) lines.push(`${way === '' ? '' : `${way}.`}${after.id}: ${old} → ${now}`);
	}
	return lines;
}

/** @param {Price | undefined} price */
function words(price) {
	if (price === undefined) return 'no price';
	const { long } = price;
	return long === undefined ? rateWords(price) : `${rateWords(price)}, above ${long.above}: ${rateWords(long)}`;
}

/** @param {Rates} rates */
function rateWords({ input, output, cacheRead, cacheWrite, cacheWriteHour }) {
	return [
		input,
		output,
		...(cacheRead === null && cacheWrite === null ? [] : [cacheRead ?? '–', cacheWrite ?? '–']),
		...(cacheWriteHour == null ? [] : [cacheWriteHour]),
	].join('/');
}
