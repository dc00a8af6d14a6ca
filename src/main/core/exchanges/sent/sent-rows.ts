import { isDeepStrictEqual } from 'node:util';
import { isJsonObject } from '../../../../shared/json-object.ts';
import type { AsSet, SetValue } from '../../../../shared/model/as-set.ts';
import type { ExchangeSummary } from '../../../../shared/model/exchange.ts';
import { isInvoke, isStreaming } from '../../../../shared/model/operation.ts';
import type { SentReason, SentRow } from '../../../../shared/model/sent-table.ts';
import { sentSettingNames } from '../../../../shared/model/sent-table.ts';
import type { ReasoningSettings } from '../../../../shared/model/settings.ts';
import type { SentSetting, SettingPlace, SettingPlaces } from '../../../../shared/requests/sent-settings.ts';
import { isPromptArn, settingPlaces } from '../../../../shared/requests/sent-settings.ts';
import type { JsonObject, JsonValue } from '../../bedrock/json-value.ts';
import { isValue } from './as-set-of.ts';
import type { FoundSetting, SentRequest } from './read-sent.ts';
import { inBody, readSent, schemaName, valueAt } from './read-sent.ts';
import { systemLead } from './sent-talk.ts';

/** A setting with what was found of it; what is neither set nor sent is left out. */
export interface ComparedSetting extends Pick<SentRow, 'status' | 'reason'> {
	readonly setting: SentSetting;
	readonly set: SetValue | null;
	readonly found: FoundSetting | null;
}

type Called = Pick<ExchangeSummary, 'operation' | 'modelId' | 'family' | 'edited'>;

/** Compares what was set with what stands in a request, setting by setting. */
export function compareSettings(called: Called, asSet: AsSet, request: SentRequest): readonly ComparedSetting[] {
	const places = placesOf(called, asSet);
	return sentSettingNames.flatMap((setting): ComparedSetting[] => {
		const set = asSet[setting] ?? null;
		const place = places[setting];
		const found = place === undefined ? null : find(setting, place, set, called, request);
		if (set === null) {
			if (found === null || isOfFields(place, asSet, called) || setting === 'additionalFields') return [];
			return [{ setting, set, found, ...unasked(setting, found, called) }];
		}
		const judged =
			found === null ? notSent(setting, place, asSet, called) : sent(setting, place, set, found, asSet, called);
		const byHand = called.edited && place?.in !== 'header';
		const status = found === null ? 'unsent' : 'byHand';
		return [{ setting, set, found, ...(byHand ? { status, reason: null } : judged) }];
	});
}

/** Where the settings of a call have their places. */
export function placesOf({ operation, modelId }: Called, asSet: AsSet): SettingPlaces {
	return settingPlaces({ operation, modelId, reasoning: reasoningOf(asSet['reasoning']) });
}

/** What a person added as JSON; undefined: nothing, or too much to be kept. */
export function addedFields(asSet: AsSet): JsonValue | undefined {
	const set = asSet['additionalFields'];
	return set !== undefined && 'value' in set ? set.value : undefined;
}

/** Whether a text in an edited body is a setting’s, nobody can tell: it is only looked for in those that the app made. */
function find(
	setting: SentSetting,
	place: SettingPlace,
	set: SetValue | null,
	called: Called,
	request: SentRequest,
): FoundSetting | null {
	if (setting === 'additionalFields') return findFields(place, set, request);
	if (setting === 'system' && place.in === 'body') {
		const text = valueAt(request.body, place.path);
		if (typeof text === 'string' && called.family !== null && systemLead[called.family] !== undefined)
			return set === null ? null : findLead(place.path, text, set, called);
	}
	return readSent(setting, place, request);
}

/** A system prompt that is a part of one text. */
function findLead(path: readonly string[], text: string, set: SetValue, { family }: Called): FoundSetting | null {
	const lead = family === null ? null : (systemLead[family]?.exec(text)?.[0] ?? null);
	if (lead === null) return null;
	const length = 'value' in set ? String(set.value).length : set.length;
	const found = text.slice(lead.length, lead.length + length);
	return isValue(set, found, isDeepStrictEqual) === true ? inBody(path, found, found) : null;
}

/** Of what the person added, what the body has under the same keys. */
function findFields(place: SettingPlace, set: SetValue | null, { body }: SentRequest): FoundSetting | null {
	if (place.in === 'header' || set === null) return null;
	const around = valueAt(body, place.path);
	if (around === undefined) return null;
	if (!('value' in set)) return place.path.length === 0 ? null : inBody(place.path, around, around);
	const found = isJsonObject(set.value) && isJsonObject(around) ? likewise(set.value, around) : around;
	const [only, ...others] = isJsonObject(found) ? Object.keys(found) : [];
	if (place.path.length === 0 && (only === undefined || !isJsonObject(set.value))) return null;
	const path = only === undefined || others.length > 0 ? place.path : [...place.path, only];
	return inBody(path, found, found);
}

/** What an object has under the keys of another one, objects within alike. */
function likewise(keys: JsonObject, from: JsonObject): JsonObject {
	return Object.fromEntries(
		Object.entries(keys).flatMap(([key, within]): [string, JsonValue][] => {
			const found = Object.hasOwn(from, key) ? from[key] : undefined;
			if (found === undefined) return [];
			return [[key, isJsonObject(within) && isJsonObject(found) ? likewise(within, found) : found]];
		}),
	);
}

function sent(
	setting: SentSetting,
	place: SettingPlace | undefined,
	set: SetValue,
	found: FoundSetting,
	asSet: AsSet,
	called: Called,
): Pick<SentRow, 'status' | 'reason'> {
	const same = isValue(set, found.value, isDeepStrictEqual);
	if (same === null) return { status: 'unclear', reason: null };
	if (!same) return { status: 'differs', reason: isOfFields(place, asSet, called) ? 'overridden' : 'rewritten' };
	if (setting === 'outputSchema') return withName(found, asSet);
	if (setting === 'system') return withSystem(place, called);
	if (setting === 'maxTokens') return { status: 'same', reason: 'always' };
	return { status: 'same', reason: isSpelled(setting, found) ? 'spelled' : null };
}

function withName({ written }: FoundSetting, asSet: AsSet): Pick<SentRow, 'status' | 'reason'> {
	const isSent = schemaName(written) !== undefined;
	const isSet = asSet['outputSchema.name'] !== undefined;
	if (isSent === isSet) return { status: 'same', reason: null };
	return { status: 'differs', reason: isSent ? 'nameAdded' : 'nameLeft' };
}

/** Titan, Jurassic and Mistral’s old prompts know no system prompt: there it is a part of what is asked. */
function withSystem(place: SettingPlace | undefined, { family }: Called): Pick<SentRow, 'status' | 'reason'> {
	if (family === 'titan-text' || family === 'jurassic' || family === 'mistral-text')
		return { status: 'differs', reason: 'inText' };
	const key = place?.in === 'body' ? place.path[0] : undefined;
	return { status: 'same', reason: key === 'prompt' ? 'leads' : key === 'messages' ? 'asMessage' : null };
}

function isSpelled(setting: SentSetting, { written, value }: FoundSetting): boolean {
	if (setting === 'toolChoice') return written === 'required';
	return setting.startsWith('guardrail.') && typeof written === 'string' && written !== value;
}

function notSent(
	setting: SentSetting,
	place: SettingPlace | undefined,
	asSet: AsSet,
	{ operation, modelId }: Called,
): Pick<SentRow, 'status' | 'reason'> {
	const without = (): SentReason => {
		if (place === undefined) {
			if (!isInvoke(operation) && isPromptArn(modelId)) return 'noPlacePrompt';
			return setting === 'guardrail.streamProcessingMode' && !isStreaming(operation) ? 'notStreaming' : 'noPlace';
		}
		// Where those of the model's maker are sent, what is about tools is, too.
		if ((setting === 'toolChoice' || setting === 'cache.tools') && asSet['tools'] === undefined) return 'noTools';
		const isOfSystem = setting === 'cache.system' || setting === 'guardrail.system';
		if (isOfSystem && asSet['system'] === undefined) return 'noSystem';
		if (setting === 'citations') return 'noDocument';
		return setting === 'additionalFields' && !isJsonObject(addedFields(asSet)) ? 'notObject' : 'notFound';
	};
	return { status: 'unsent', reason: without() };
}

/** Sent though it was not set. */
function unasked(setting: SentSetting, found: FoundSetting, { edited }: Called): Pick<SentRow, 'status' | 'reason'> {
	if (edited && found.place.kind === 'body') return { status: 'byHand', reason: null };
	return { status: 'added', reason: setting === 'reasoning' ? 'thinkingOn' : 'unknown' };
}

/** Whether what the person added has something at a setting's place: that wins. */
function isOfFields(place: SettingPlace | undefined, asSet: AsSet, { operation }: Called): boolean {
	if (place === undefined || place.in === 'header') return false;
	const within = isInvoke(operation) ? place.path : place.path.slice(1);
	if (!isInvoke(operation) && place.path[0] !== 'additionalModelRequestFields') return false;
	return within.length > 0 && valueAt(addedFields(asSet), within) !== undefined;
}

/** For the places it only matters which way of thinking was set. */
function reasoningOf(set: SetValue | undefined): ReasoningSettings | null {
	if (set === undefined || !('value' in set)) return null;
	const type = valueAt(set.value, ['type']);
	if (type === 'disabled') return { mode: 'disabled' };
	return type === 'adaptive' ? { mode: 'adaptive', display: null } : { mode: 'budget', budgetTokens: 1 };
}
