import { findModel, priceLists, profilePrefix } from './catalogue.ts';
import { PRACTICE } from './model/connection.ts';
import type { ExchangeSummary, Usage } from './model/exchange.ts';
import type { Price, PriceList } from './model/model-entry.ts';

/** A price and who says so. */
export type KnownPrice =
	| { readonly price: Price; readonly from: 'person' }
	| { readonly price: Price; readonly from: 'list'; readonly list: PriceList };

/** What tokens cost, in US dollars. Parts that were not used are 0. */
interface Cost {
	readonly input: number;
	readonly output: number;
	readonly cacheRead: number;
	readonly cacheWrite: number;
	readonly cacheWriteHour: number;
	readonly total: number;
}

/**
 * The price of what is called: a person's own for this very id, else the shipped one of the model under the way in which
 * it is called (on demand, or through a profile of this prefix). null: not known, and nothing is guessed from another way.
 */
export function priceOf(modelId: string, own: Readonly<Record<string, Price>>): KnownPrice | null {
	const mine = own[modelId];
	if (mine !== undefined) return { price: mine, from: 'person' };
	const model = findModel(modelId);
	const shipped = model?.prices[profilePrefix(modelId) ?? ''];
	const list = model?.priceList == null ? undefined : priceLists[model.priceList];
	return shipped === undefined || list === undefined ? null : { price: shipped, from: 'list', list };
}

/** What a call's tokens cost; null where one of the prices that it needs is not known. Cached tokens are not among the input's. */
export function costOf(usage: Usage, price: Price): Cost | null {
	const cacheRead = part(usage.cacheReadInputTokens ?? 0, price.cacheRead);
	const written = writtenTokens(usage);
	const cacheWrite = part(written.minutes, price.cacheWrite);
	const cacheWriteHour = part(written.hour, price.cacheWriteHour ?? null);
	if (cacheRead === null || cacheWrite === null || cacheWriteHour === null) return null;
	const input = part(usage.inputTokens, price.input) ?? 0;
	const output = part(usage.outputTokens, price.output) ?? 0;
	const total = input + output + cacheRead + cacheWrite + cacheWriteHour;
	return { input, output, cacheRead, cacheWrite, cacheWriteHour, total };
}

/** Tokens that were written to the cache, by how long it keeps them: each has its price. */
export function writtenTokens(usage: Usage): { readonly minutes: number; readonly hour: number } {
	const hour = usage.cacheWriteHourInputTokens ?? 0;
	return { minutes: Math.max(0, (usage.cacheWriteInputTokens ?? 0) - hour), hour };
}

/**
 * The prices that hold for one call. A list has those of the standard tier; long input may have others, for all of the
 * call's tokens. A person's own hold for every call.
 */
function termsOf(usage: Usage, known: KnownPrice | null): Pick<ModelSpent, 'known' | 'tier' | 'above'> {
	if (known?.from === 'person') return { known, tier: null, above: null };
	if (usage.tier !== undefined) return { known: null, tier: usage.tier, above: null };
	const long = known?.price.long;
	if (known === null || long === undefined || allInput(usage) <= long.above) return { known, tier: null, above: null };
	const { above, ...price } = long;
	return { known: { ...known, price }, tier: null, above };
}

function allInput({ inputTokens, cacheReadInputTokens, cacheWriteInputTokens }: Usage): number {
	return inputTokens + (cacheReadInputTokens ?? 0) + (cacheWriteInputTokens ?? 0);
}

/** Dollars for tokens at a price for a million. */
function part(tokens: number, price: number | null): number | null {
	if (tokens === 0) return 0;
	return price === null ? null : (tokens * price) / 1_000_000;
}

/** What calls of one model at the same prices took together. */
export interface ModelSpent {
	readonly modelId: string;
	readonly usage: Usage;
	/** null: not known. */
	readonly known: KnownPrice | null;
	/** The tier whose prices the list does not have (`known` is null then); null: the standard one, or the price is a person's. */
	readonly tier: string | null;
	/** Tokens of input above which these prices hold; null: those of all other calls. */
	readonly above: number | null;
	/** null: a price that it needs is not known. */
	readonly cost: Cost | null;
}

/** What several calls took together. */
export interface Spent {
	/** null: none of them told its tokens. */
	readonly usage: Usage | null;
	/** US dollars, as far as they are known; null: of no model. */
	readonly dollars: number | null;
	/** By the ids that were called and what their tokens cost, in the order of the first call. */
	readonly models: readonly ModelSpent[];
	/** Calls whose tokens are not known: they failed, were cut, or the service did not tell. */
	readonly uncounted: number;
}

/** Whether calls went to the practice endpoint, which costs nothing. */
export type PracticeShare = 'all' | 'some' | 'none';

/**
 * The calls that cost something: those to AWS. Where only practice told tokens, all of them, to say what they would cost.
 */
export function chargedCalls<T extends Pick<ExchangeSummary, 'connection' | 'usage'>>(
	exchanges: readonly T[],
): { readonly charged: readonly T[]; readonly practice: PracticeShare } {
	const away = exchanges.filter(({ connection }) => connection !== PRACTICE);
	if (away.every(({ usage }) => usage === null)) {
		return { charged: exchanges, practice: away.length < exchanges.length ? 'all' : 'none' };
	}
	return { charged: away, practice: away.length < exchanges.length ? 'some' : 'none' };
}

/** Adds up calls: one, a turn's or a conversation's. */
export function spentOn(
	exchanges: readonly Pick<ExchangeSummary, 'modelId' | 'usage'>[],
	own: Readonly<Record<string, Price>>,
): Spent {
	const counted = exchanges.flatMap(({ modelId, usage }) =>
		usage === null ? [] : [{ modelId, usage, terms: termsOf(usage, priceOf(modelId, own)) }],
	);
	const alike = Map.groupBy(counted, ({ modelId, terms }) => JSON.stringify([modelId, terms.tier, terms.above]));
	const models = [...alike.values()].flatMap((calls): ModelSpent[] => {
		const [first] = calls;
		if (first === undefined) return [];
		const usage = calls.map((call) => call.usage).reduce(addUsage);
		const { known } = first.terms;
		const cost = known === null ? null : costOf(usage, known.price);
		return [{ modelId: first.modelId, usage, ...first.terms, cost }];
	});
	const uncounted = exchanges.length - counted.length;
	const totals = models.flatMap(({ cost }) => (cost === null ? [] : [cost.total]));
	return {
		usage: models.length === 0 ? null : models.map(({ usage }) => usage).reduce(addUsage),
		dollars: totals.length === 0 ? null : totals.reduce((sum, total) => sum + total),
		models,
		uncounted,
	};
}

/** Whether a sum leaves out a model whose price is not known. */
export function isPart({ models }: Spent): boolean {
	return models.some(({ cost }) => cost === null);
}

function addUsage(first: Usage, second: Usage): Usage {
	const hour = writtenTokens(first).hour + writtenTokens(second).hour;
	return {
		inputTokens: first.inputTokens + second.inputTokens,
		outputTokens: first.outputTokens + second.outputTokens,
		cacheReadInputTokens: addKnown(first.cacheReadInputTokens, second.cacheReadInputTokens),
		cacheWriteInputTokens: addKnown(first.cacheWriteInputTokens, second.cacheWriteInputTokens),
		...(hour > 0 && { cacheWriteHourInputTokens: hour }),
	};
}

function addKnown(first: number | null, second: number | null): number | null {
	return first === null && second === null ? null : (first ?? 0) + (second ?? 0);
}
