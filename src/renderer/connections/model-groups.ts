import { baseModelId, findModel } from '../../shared/catalogue.ts';
import type { ModelEntry } from '../../shared/model/model-entry.ts';

/** A line of the model picker: a model of the catalogue, or an id that was typed. */
export type ModelChoice =
	| { readonly type: 'model'; readonly id: string; readonly model: ModelEntry }
	| { readonly type: 'typed'; readonly id: string };

export interface ModelGroup {
	/** The maker; empty for the typed id. */
	readonly value: string;
	readonly items: readonly ModelChoice[];
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
	if (exact !== undefined || !/^\S{3,}$/.test(typed) || !/[.:]/.test(typed)) return groups;
	const asTyped: ModelGroup = { value: '', items: [{ type: 'typed', id: typed }] };
	return isWholeId(typed) ? [asTyped, ...groups] : [...groups, asTyped];
}

/** An ARN down to its resource, an id with its version (`…-v1:0`), or the id of a known model. */
function isWholeId(text: string): boolean {
	return /^arn:\S+\/\S+$/.test(text) || /^[a-z0-9-]+\.\S+:\d+$/.test(text) || findModel(text) !== null;
}
