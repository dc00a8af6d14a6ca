import { isJsonObject } from '../../../../shared/json-object.ts';
import type { AsSet } from '../../../../shared/model/as-set.ts';
import type { ExchangeSummary, HeaderLines } from '../../../../shared/model/exchange.ts';
import { isInvoke } from '../../../../shared/model/operation.ts';
import type { SentPlace, SentReason } from '../../../../shared/model/sent-table.ts';
import type { JsonValue } from '../../bedrock/json-value.ts';
import type { SentRequest } from './read-sent.ts';
import type { ComparedSetting } from './sent-rows.ts';
import { addedFields, placesOf } from './sent-rows.ts';
import { talkMembers } from './sent-talk.ts';

/** Something in a request that neither a setting nor the talk explains. */
export interface AddedMember {
	readonly place: SentPlace;
	readonly written: JsonValue;
	readonly reason: SentReason;
}

type Path = readonly string[];

/** Everything in a body, and in its headers what tells of the body, that no setting asked for. */
export function addedMembers(
	called: Pick<ExchangeSummary, 'operation' | 'modelId' | 'family' | 'edited'>,
	asSet: AsSet,
	settings: readonly ComparedSetting[],
	{ headers, body }: SentRequest,
): readonly AddedMember[] {
	const places = placesOf(called, asSet);
	const explained: Path[] = [
		...(called.edited ? [] : talkMembers(called).map((member) => [member])),
		...settings.flatMap(({ setting, found }): Path[] => {
			const place = places[setting];
			const isSpread = setting === 'additionalFields' || place?.in !== 'body' || found === null;
			return isSpread ? [] : [place.path];
		}),
		...leaves(addedFields(asSet), isInvoke(called.operation) ? [] : ['additionalModelRequestFields']),
	];
	const found = unexplained(body, [], explained).map(({ path, value }): AddedMember => {
		const place: SentPlace = { kind: 'body', path: [...path] };
		return { place, written: value, reason: reasons[path.join('.')] ?? 'unknown' };
	});
	return [...found, ...ofHeaders(called, headers)];
}

const reasons: Readonly<Record<string, SentReason>> = {
	anthropic_version: 'version',
	schemaVersion: 'schemaVersion',
	input_type: 'inputType',
	// Nova thinks as soon as an effort is set.
	'reasoningConfig.type': 'thinkingOn',
	'additionalModelRequestFields.reasoningConfig.type': 'thinkingOn',
};

/** The members of an object that lie on no explained path, as far out as possible. */
function unexplained(
	value: JsonValue,
	path: Path,
	explained: readonly Path[],
): readonly { readonly path: Path; readonly value: JsonValue }[] {
	if (!isJsonObject(value)) return [];
	return Object.entries(value).flatMap(([key, member]) => {
		const at = [...path, key];
		if (explained.some((known) => begins(at, known))) return [];
		const leadsOn = explained.some((known) => begins(known, at));
		return leadsOn ? unexplained(member, at, explained) : [{ path: at, value: member }];
	});
}

/** Whether a path begins with another one. */
function begins(path: Path, with_: Path): boolean {
	return with_.length <= path.length && with_.every((key, at) => path[at] === key);
}

function leaves(value: JsonValue | undefined, path: Path): readonly Path[] {
	if (value === undefined) return [];
	if (!isJsonObject(value)) return path.length === 0 ? [] : [path];
	const within = Object.entries(value).flatMap(([key, member]) => leaves(member, [...path, key]));
	return within.length === 0 && path.length > 0 ? [path] : within;
}

/** The app says of the native bodies that they are JSON; of Converse's the SDK does. */
function ofHeaders({ operation }: Pick<ExchangeSummary, 'operation'>, headers: HeaderLines): readonly AddedMember[] {
	if (!isInvoke(operation)) return [];
	return headers.flatMap(([name, value]): AddedMember[] => {
		const reason = headerReasons[name.toLowerCase()];
		return reason === undefined ? [] : [{ place: { kind: 'header', name }, written: value, reason }];
	});
}

const headerReasons: Readonly<Record<string, SentReason>> = {
	'content-type': 'contentType',
	accept: 'accept',
	'x-amzn-bedrock-accept': 'accept',
};
