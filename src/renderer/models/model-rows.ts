import type { ModelEntry } from '../../shared/model/model-entry.ts';
import { isFavourite } from './favourites.ts';
import { regionsNamed } from './region-names.ts';

/** What is shown of all models. An empty text, or false: everything. */
export interface ModelFilter {
	readonly provider: string;
	readonly input: string;
	readonly output: string;
	/** `profile`: only through an inference profile. */
	readonly access: '' | 'on-demand' | 'profile';
	readonly lifecycle: '' | ModelEntry['lifecycle'];
	readonly streaming: boolean;
	readonly favourites: boolean;
	/** Listed by the account. */
	readonly listed: boolean;
}

/** Everything. */
export const noFilter: ModelFilter = {
	provider: '',
	input: '',
	output: '',
	access: '',
	lifecycle: '',
	streaming: false,
	favourites: false,
	listed: false,
};

/** A column by which rows can be sorted. */
export type SortColumn = 'name' | 'input' | 'output' | 'context';

/** null: the order in which the models come, by maker and newest first; what the account doesn't list at the end. */
export type ModelSort = { readonly by: SortColumn; readonly down: boolean } | null;

/** A press on a column's head: its better end first, then the other, then as it was. */
export function nextSort(sort: ModelSort, by: SortColumn): ModelSort {
	const first = by === 'context';
	if (sort?.by !== by) return { by, down: first };
	return sort.down === first ? { by, down: !first } : null;
}

/**
 * The models that fit the search and the filter. Every word must be in the name, the maker, or an id or its name, or be
 * the place of the region that they are seen from or of one that they are routed to.
 */
export function findModels(
	models: readonly ModelEntry[],
	query: string,
	filter: ModelFilter,
	favourites: readonly string[],
	region: string | null = null,
): readonly ModelEntry[] {
	const words = searchWords(query).map((word) => ({ word, places: regionsNamed(word) }));
	const isAt = (place: string, model: ModelEntry) =>
		place === region || model.callIds.some(({ regions }) => regions?.includes(place));
	return models.filter((model) => {
		const ids = model.callIds.map(({ id, name }) => `${id} ${name ?? ''}`);
		const text = plain([model.name, model.provider, model.id, ...ids].join(' '));
		const has = words.every(({ word, places }) => text.includes(word) || places.some((place) => isAt(place, model)));
		return has && fits(model, filter, favourites);
	});
}

/** The words of a search, full-width and capital letters read as what they mean. */
export function searchWords(query: string): readonly string[] {
	return plain(query).split(/\s+/);
}

/** The ways to call a model with the account's own profiles that have a word of the search before its others. */
export function matchesFirst(ways: ModelEntry['callIds'], query: string): ModelEntry['callIds'] {
	const words = searchWords(query);
	const rank = ({ type, id, name }: (typeof ways)[number]) => {
		if (type !== 'application') return 0;
		const text = plain(`${id} ${name ?? ''}`);
		return 1 + words.filter((word) => !text.includes(word)).length;
	};
	return ways.toSorted((a, b) => rank(a) - rank(b));
}

function plain(text: string): string {
	return text.normalize('NFKC').trim().toLowerCase();
}

function fits(model: ModelEntry, filter: ModelFilter, favourites: readonly string[]): boolean {
	const onDemand = model.callIds.some(({ type }) => type === 'on-demand');
	return (
		(filter.provider === '' || model.provider === filter.provider) &&
		(filter.input === '' || model.inputs.includes(filter.input)) &&
		(filter.output === '' || model.outputs.includes(filter.output)) &&
		(filter.access === '' || onDemand === (filter.access === 'on-demand')) &&
		(filter.lifecycle === '' || model.lifecycle === filter.lifecycle) &&
		(!filter.streaming || model.streaming === true) &&
		(!filter.favourites || isFavourite(favourites, model)) &&
		(!filter.listed || model.listed === true)
	);
}

/** The rows in their order. What is not known comes last, whichever way they are sorted. */
export function sortModels(models: readonly ModelEntry[], sort: ModelSort, language: string): readonly ModelEntry[] {
	if (sort === null) return listedFirst(models);
	const { by, down } = sort;
	const sign = down ? -1 : 1;
	if (by === 'name') {
		const collator = new Intl.Collator(language, { numeric: true });
		return models.toSorted((a, b) => sign * collator.compare(a.name, b.name));
	}
	return models.toSorted((a, b) => {
		const [first, second] = [amountOf(a, by), amountOf(b, by)];
		if (first === null || second === null) return Number(first === null) - Number(second === null);
		return sign * (first - second);
	});
}

/** The models in their order, with those that the account doesn't list after the others. */
export function listedFirst(models: readonly ModelEntry[]): readonly ModelEntry[] {
	return models.toSorted((a, b) => Number(a.listed === false) - Number(b.listed === false));
}

function amountOf(model: ModelEntry, by: Exclude<SortColumn, 'name'>): number | null {
	return by === 'context' ? model.contextWindow : (model.callIds[0]?.price?.[by] ?? null);
}

/** Every value that a list of kinds or makers has, in the order in which they come. */
export function choicesOf(models: readonly ModelEntry[], of: 'provider' | 'inputs' | 'outputs'): readonly string[] {
	return [...new Set(models.flatMap((model) => model[of]))];
}
