import { baseModelId } from '../../shared/catalogue.ts';
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
 * the id. What looks like a whole id that no line stands for can be used as it is.
 */
export function modelGroups(models: readonly ModelEntry[], query: string): readonly ModelGroup[] {
	const typed = query.trim();
	const words = typed.toLowerCase().split(/\s+/);
	const found = models.filter((model) => {
		const text = `${model.name} ${model.provider} ${model.callId} ${baseModelId(typed) === model.id ? typed : ''}`;
		return words.every((word) => text.toLowerCase().includes(word));
	});
	const groups: ModelGroup[] = [...new Set(found.map(({ provider }) => provider))].map((provider) => ({
		value: provider,
		items: found
			.filter((model) => model.provider === provider)
			.map((model) => ({ type: 'model', id: model.callId, model })),
	}));
	const usable = /^\S{3,}$/.test(typed) && /[.:]/.test(typed) && !found.some(({ callId }) => callId === typed);
	return usable ? [...groups, { value: '', items: [{ type: 'typed', id: typed }] }] : groups;
}
