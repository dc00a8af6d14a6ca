import { baseModelId, findModel } from '../../shared/catalogue.ts';
import type { ModelEntry } from '../../shared/model/model-entry.ts';
import { requestSettings } from '../../shared/model/settings.ts';

/** A line of the model picker: a model of the catalogue, or an id that was typed. */
export type ModelChoice =
	| { readonly type: 'model'; readonly id: string; readonly model: ModelEntry }
	| { readonly type: 'typed'; readonly id: string };

/** How many characters an id may have (shared/model/settings.ts). */
export const MODEL_ID_LIMIT = requestSettings.shape.modelId.maxLength ?? Number.POSITIVE_INFINITY;

export interface ModelGroup {
	/** The maker; empty for the typed id. */
	readonly value: string;
	readonly items: readonly ModelChoice[];
}

/** Whether what was typed is longer than any id may be; then it is not offered as one. */
export function isTooLong(query: string): boolean {
	return query.trim().length > MODEL_ID_LIMIT;
}

/**
 * The lines that fit what was typed, by maker in the catalogue's order. Every word must be in the name, the maker or
 * the id. The first line is what Enter takes: a whole id is taken as it is, also where another line is nearly the same.
 * What only might be an id can be used from the end of the list.
 */
export function modelGroups(models: readonly ModelEntry[], query: string): readonly ModelGroup[] {
	const typed = query.trim();
	const words = typed.toLowerCase().split(/\s+/);
	const found = models.filter((model) => {
		const text = `${model.name} ${model.provider} ${model.callId} ${baseModelId(typed) === model.id ? typed : ''}`;
		return words.every((word) => text.toLowerCase().includes(word));
	});
	const exact = found.find(({ callId }) => callId === typed);
	const sorted = exact === undefined ? found : [exact, ...found.filter((model) => model !== exact)];
	const groups: ModelGroup[] = [...new Set(sorted.map(({ provider }) => provider))].map((provider) => ({
		value: provider,
		items: sorted
			.filter((model) => model.provider === provider)
			.map((model) => ({ type: 'model', id: model.callId, model })),
	}));
	if (exact !== undefined || isTooLong(typed) || !/^\S{3,}$/.test(typed) || !/[.:]/.test(typed)) return groups;
	const asTyped: ModelGroup = { value: '', items: [{ type: 'typed', id: typed }] };
	return isWholeId(typed) ? [asTyped, ...groups] : [...groups, asTyped];
}

/** An ARN down to its resource, an id with its version (`…-v1:0`), or the id of a known model. */
function isWholeId(text: string): boolean {
	return /^arn:\S+\/\S+$/.test(text) || /^[a-z0-9-]+\.\S+:\d+$/.test(text) || findModel(text) !== null;
}
