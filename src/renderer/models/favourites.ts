import { baseModelId } from '../../shared/catalogue.ts';
import type { ModelEntry } from '../../shared/model/model-entry.ts';

/** Whether an id calls this model: one of its own from here, or one that it would have in another region. */
export function callsModel(id: string, model: Pick<ModelEntry, 'id' | 'callIds'>): boolean {
	return model.callIds.some((way) => way.id === id) || baseModelId(id) === model.id;
}

/** Whether a model is a favourite, under whichever id. */
export function isFavourite(favourites: readonly string[], model: Pick<ModelEntry, 'id' | 'callIds'>): boolean {
	return favourites.some((id) => callsModel(id, model));
}

/** The favourites with this id added at the end, or taken out. */
export function toggleId(favourites: readonly string[], id: string): string[] {
	return favourites.includes(id) ? favourites.filter((other) => other !== id) : [...favourites, id];
}

/** The favourites with the id to use first added, or with every id of the model taken out. */
export function toggleModel(
	favourites: readonly string[],
	model: Pick<ModelEntry, 'id' | 'callId' | 'callIds'>,
): string[] {
	const others = favourites.filter((id) => !callsModel(id, model));
	return others.length < favourites.length ? others : [...favourites, model.callId];
}
