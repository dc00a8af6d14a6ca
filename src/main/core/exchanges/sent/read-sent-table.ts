import { isJsonObject } from '../../../../shared/json-object.ts';
import type { SetValue } from '../../../../shared/model/as-set.ts';
import type { Attempt, ExchangeSummary } from '../../../../shared/model/exchange.ts';
import type { SentRow, SentTable } from '../../../../shared/model/sent-table.ts';
import { sentSettingNames } from '../../../../shared/model/sent-table.ts';
import { shortened } from '../../../../shared/shorten.ts';
import type { JsonValue } from '../../bedrock/json-value.ts';
import { jsonValue } from '../../bedrock/json-value.ts';
import { addedMembers } from './added-members.ts';
import { lengthOf } from './as-set-of.ts';
import { valueAt } from './read-sent.ts';
import type { ComparedSetting } from './sent-rows.ts';
import { compareSettings } from './sent-rows.ts';
import { sentTalk } from './sent-talk.ts';

/** How much of a text is shown; characters. */
const LONGEST = 160;
/** So much of it is looked at before, so that nothing private is cut in half and not known for what it is. */
const LOOKED_AT = 20_000;

/**
 * The settings of a call beside what one of its requests has in its bytes (null: they are not kept). `mask`: for texts,
 * before they are shortened.
 */
export function readSentTable(
	summary: ExchangeSummary,
	attempt: Attempt,
	bytes: Uint8Array | null,
	mask: (text: string) => string,
): SentTable {
	const { asSet, edited } = summary;
	const empty = { edited, talk: null, rows: [], unset: [] };
	if (asSet === undefined) return { ...empty, state: 'unknown' };
	if (bytes === null) return { ...empty, state: 'forgotten' };
	const read = jsonValue(new TextDecoder().decode(bytes));
	const readable = isJsonObject(read);
	const request = { headers: attempt.request.headers, body: readable ? read : {} };
	const compared = compareSettings(summary, asSet, request);
	const short = (text: string) => shortened(mask(text.slice(0, LOOKED_AT)), LONGEST);
	const shown = new Set(compared.map(({ setting }) => setting));
	const talk = readable && !edited ? sentTalk(summary, read) : null;
	return {
		state: readable ? 'ready' : 'unreadable',
		edited,
		talk: talk && { ...talk, text: talk.text === null ? null : short(talk.text) },
		rows: [
			...compared.map((one) => rowOf(one, short)),
			...addedMembers(summary, asSet, compared, request).map(({ place, written, reason }): SentRow => {
				const byHand = edited && place.kind === 'body';
				return {
					what: null,
					asSet: null,
					sent: { place, text: short(textOf(written)) },
					status: byHand ? 'byHand' : 'added',
					reason: byHand ? null : reason,
				};
			}),
		],
		unset: sentSettingNames.filter((setting) => !shown.has(setting)),
	};
}

function rowOf({ setting, set, found, status, reason }: ComparedSetting, short: (text: string) => string): SentRow {
	return {
		what: setting,
		asSet: set === null ? null : setText(setting, set, status === 'same' || reason === 'inText' ? found : null, short),
		sent: found === null ? null : { place: found.place, text: short(textOf(found.written)) },
		status,
		reason,
	};
}

/** What was too long to be kept is read where it was sent, once it is known to be the same. */
function setText(
	setting: string,
	set: SetValue,
	same: ComparedSetting['found'],
	short: (text: string) => string,
): NonNullable<SentRow['asSet']> {
	if ('value' in set) return { text: short(wordsOf(setting, set.value)), length: lengthOf(set.value) };
	return { text: same === null ? null : short(wordsOf(setting, same.value)), length: set.length };
}

/** A setting in the fewest words that are the same in every language. */
function wordsOf(setting: string, value: JsonValue): string {
	if (setting === 'tools' && Array.isArray(value)) {
		return value.map((tool) => String(valueAt(tool, ['name']) ?? '')).join(', ');
	}
	if (setting.startsWith('cache.')) return String(valueAt(value, ['ttl']) ?? true);
	if (setting === 'toolChoice') return String(valueAt(value, ['name']) ?? valueAt(value, ['type']) ?? '');
	if (setting === 'reasoning') {
		const [type, budget, display] = ['type', 'budget_tokens', 'display'].map((key) => valueAt(value, [key]));
		return [budget === undefined ? type : budget, display].filter((word) => word !== undefined).join(', ');
	}
	return typeof value === 'string' ? value : textOf(value);
}

/** As it stands in the body; what stands in a header is a text there, too. */
function textOf(written: JsonValue): string {
	return JSON.stringify(written);
}
