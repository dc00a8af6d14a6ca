import { baseModelId, findModel } from '../../shared/catalogue.ts';
import type { ModelEntry } from '../../shared/model/model-entry.ts';
import { requestSettings } from '../../shared/model/settings.ts';
import { canChat } from '../models/can-chat.ts';
import { listedFirst, searchWords } from '../models/model-rows.ts';
import { modelWord } from '../models/model-word.ts';
import { regionsNamed } from '../models/region-names.ts';

/**
 * A line of the model picker: a model, an id that was called or marked before and that no model here stands for, or one
 * that was typed. `name`: what the account calls its own profile.
 */
export type ModelChoice =
	| { readonly type: 'model'; readonly id: string; readonly model: Named }
	| { readonly type: 'profile'; readonly id: string; readonly name: string }
	| { readonly type: 'id' | 'typed'; readonly id: string };

interface Named extends Pick<ModelEntry, 'name' | 'lifecycle'> {
	readonly listed?: boolean | null;
}

/** How many characters an id may have (shared/model/settings.ts). */
export const MODEL_ID_LIMIT = requestSettings.shape.modelId.maxLength ?? Number.POSITIVE_INFINITY;

export interface ModelGroup {
	readonly kind: 'favourites' | 'recent' | 'maker' | 'typed';
	/** The maker; empty for the others. */
	readonly value: string;
	readonly items: readonly ModelChoice[];
}

/** Ids that come first, as they are called. */
export interface MarkedIds {
	readonly favourites: readonly string[];
	/** The newest first. */
	readonly recent: readonly string[];
}

/** Whether what was typed is longer than any id may be; then it is not offered as one. */
export function isTooLong(query: string): boolean {
	return query.trim().length > MODEL_ID_LIMIT;
}

/**
 * The lines that fit what was typed: favourites, recent ones, then all by maker in the catalogue's order, with what the account
 * doesn't list at the end. Every word must
 * be in the name, the maker or the id. Models without text in or out are left to the browser and to whoever types their id. The first line is what Enter takes: a whole id is taken as it is, also where
 * another line is nearly the same. What only might be an id can be used from the end of the list.
 */
export function modelGroups(
	models: readonly ModelEntry[],
	query: string,
	marked: MarkedIds = { favourites: [], recent: [] },
	region: string | null = null,
): readonly ModelGroup[] {
	const typed = query.trim();
	// Where the models are seen from, every model is: the place says nothing more.
	const words = searchWords(typed).filter((word) => region === null || !regionsNamed(word).includes(region));
	const fits = (text: string) => words.every((word) => text.toLowerCase().includes(word));
	const found = listedFirst(models).filter(
		(model) =>
			canChat(model) &&
			fits(`${model.name} ${model.provider} ${model.callId} ${baseModelId(typed) === model.id ? typed : ''}`),
	);
	const exact = found.find(({ callId }) => callId === typed);
	const sorted = exact === undefined ? found : [exact, ...found.filter((model) => model !== exact)];
	const makers: ModelGroup[] = [...new Set(sorted.map(({ provider }) => provider))].map((provider) => ({
		kind: 'maker',
		value: provider,
		items: sorted
			.filter((model) => model.provider === provider)
			.map((model) => ({ type: 'model', id: model.callId, model })),
	}));
	const first = markedGroups(models, marked, fits);
	if (exact !== undefined) return [...makers, ...first];
	const groups = [...first, ...makers];
	if (isTooLong(typed) || !/^\S{3,}$/.test(typed) || !/[.:]/.test(typed)) return groups;
	const asTyped: ModelGroup = { kind: 'typed', value: '', items: [{ type: 'typed', id: typed }] };
	return isWholeId(typed) ? [asTyped, ...groups] : [...groups, asTyped];
}

function markedGroups(
	models: readonly ModelEntry[],
	marked: MarkedIds,
	fits: (text: string) => boolean,
): readonly ModelGroup[] {
	return (['favourites', 'recent'] as const).flatMap((kind) => {
		const items = marked[kind]
			.map((id) => markedChoice(models, id))
			.filter((choice) => fits(`${nameOf(choice)} ${choice.id}`));
		return items.length === 0 ? [] : [{ kind, value: '', items }];
	});
}

/** A model in the words of the list, else of the catalogue; an id that neither knows stands for itself. */
function markedChoice(models: readonly ModelEntry[], id: string): ModelChoice {
	for (const model of models) {
		const way = model.callIds.find((own) => own.id === id);
		if (way?.type === 'application' && way.name !== null) return { type: 'profile', id, name: way.name };
		if (way !== undefined) return { type: 'model', id, model };
	}
	const model = models.find((other) => other.id === baseModelId(id)) ?? findModel(id);
	return model === null ? { type: 'id', id } : { type: 'model', id, model };
}

/** What a choice is called; of an ARN that is all there is, its end. */
export function nameOf(choice: ModelChoice): string {
	return choice.type === 'model' ? choice.model.name : choice.type === 'profile' ? choice.name : modelWord(choice.id);
}

/** An ARN down to its resource, an id with its version (`…-v1:0`), or the id of a known model. */
export function isWholeId(text: string): boolean {
	return /^arn:\S+\/\S+$/.test(text) || /^[a-z0-9-]+\.\S+:\d+$/.test(text) || findModel(text) !== null;
}
