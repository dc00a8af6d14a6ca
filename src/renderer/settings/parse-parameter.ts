import {
	callSettings,
	continuationSettings,
	networkSettings,
	seconds,
	storageSettings,
} from '../../shared/model/app-settings.ts';
import { endpointUrl, requestSettings } from '../../shared/model/settings.ts';

/** What a field's text means: a value to keep, or the key of the words that say what is wrong (`settings.invalid.*`). */
export type Parsed<Value> =
	| { readonly ok: true; readonly value: Value }
	| {
			readonly ok: false;
			readonly wrong:
				| 'integer'
				| 'integerOrNone'
				| 'budget'
				| 'rounds'
				| 'unit'
				| 'json'
				| 'jsonObject'
				| 'pointers'
				| 'systemTools'
				| 'required'
				| 'url'
				| 'proxy'
				| 'path'
				| 'attempts'
				| 'furtherCalls'
				| 'seconds'
				| 'secondsOrNone'
				| 'daysOrNone'
				| 'megabytesOrNone';
	  };

/** Max tokens. Full-width digits and thousands separators are read as what they mean. */
export function parseMaxTokens(text: string): Parsed<number> {
	const value = wholeNumber(text);
	return requestSettings.shape.maxTokens.safeParse(value).success
		? { ok: true, value }
		: { ok: false, wrong: 'integer' };
}

/** How often a call is tried. */
export function parseAttempts(text: string): Parsed<number> {
	const value = wholeNumber(text);
	return callSettings.shape.attempts.safeParse(value).success ? { ok: true, value } : { ok: false, wrong: 'attempts' };
}

/** How many calls go on with an answer by themselves. */
export function parseFurtherCalls(text: string): Parsed<number> {
	const value = wholeNumber(text);
	return continuationSettings.shape.calls.safeParse(value).success
		? { ok: true, value }
		: { ok: false, wrong: 'furtherCalls' };
}

/** A time limit. */
export function parseSeconds(text: string): Parsed<number> {
	const value = wholeNumber(text);
	return seconds.safeParse(value).success ? { ok: true, value } : { ok: false, wrong: 'seconds' };
}

/** A time limit that need not be. Empty means: none. */
export function parseSecondsOrNone(text: string): Parsed<number | null> {
	if (text.trim() === '') return { ok: true, value: null };
	const parsed = parseSeconds(text);
	return parsed.ok ? parsed : { ok: false, wrong: 'secondsOrNone' };
}

/** For how many days captured bodies are kept. Empty means: for ever. */
export function parseDaysOrNone(text: string): Parsed<number | null> {
	const value = wholeNumberOrNone(text);
	return storageSettings.shape.keepDays.safeParse(value).success
		? { ok: true, value }
		: { ok: false, wrong: 'daysOrNone' };
}

/** How many MB captured bodies may take. Empty means: no limit. */
export function parseMegabytesOrNone(text: string): Parsed<number | null> {
	const value = wholeNumberOrNone(text);
	return storageSettings.shape.maxMegabytes.safeParse(value).success
		? { ok: true, value }
		: { ok: false, wrong: 'megabytesOrNone' };
}

function wholeNumberOrNone(text: string): number | null {
	return text.trim() === '' ? null : wholeNumber(text);
}

/** NaN where it is none. */
function wholeNumber(text: string): number {
	const plain = text.normalize('NFKC').replace(/[,\s]/g, '');
	return /^\d+$/.test(plain) ? Number(plain) : Number.NaN;
}

/** Temperature or top p. Empty means: not sent. */
export function parseUnit(text: string): Parsed<number | null> {
	const plain = text.normalize('NFKC').trim().replace(',', '.');
	if (plain === '') return { ok: true, value: null };
	const value = /^\d*\.?\d+$/.test(plain) ? Number(plain) : Number.NaN;
	return value >= 0 && value <= 1 ? { ok: true, value } : { ok: false, wrong: 'unit' };
}

/** Top k. Empty means: not sent. */
export function parseIntegerOrNone(text: string): Parsed<number | null> {
	const value = wholeNumberOrNone(text);
	return requestSettings.shape.topK.safeParse(value).success
		? { ok: true, value }
		: { ok: false, wrong: 'integerOrNone' };
}

/** How many tokens a model may think. Less than AWS takes can be kept: its refusal is worth seeing. */
export function parseBudget(text: string): Parsed<number> {
	const value = wholeNumber(text);
	return requestSettings.shape.maxTokens.safeParse(value).success
		? { ok: true, value }
		: { ok: false, wrong: 'budget' };
}

/** In how many calls in a row built-in tools answer. Empty means: they don't. */
export function parseRounds(text: string): Parsed<number | null> {
	const value = wholeNumberOrNone(text);
	return requestSettings.shape.toolRounds.safeParse(value).success
		? { ok: true, value }
		: { ok: false, wrong: 'rounds' };
}

/** JSON pointers, one a line. */
export function parsePointers(text: string): Parsed<string[]> {
	const value = text
		.split('\n')
		.map((line) => line.trim())
		.filter((line) => line !== '');
	const are = value.every((pointer) => pointer.startsWith('/'));
	return are && requestSettings.shape.responsePaths.safeParse(value).success
		? { ok: true, value }
		: { ok: false, wrong: 'pointers' };
}

/** Names of tools that the model's maker runs, one a line or with spaces between. */
export function parseSystemTools(text: string): Parsed<string[]> {
	const value = [...new Set(text.split(/[\s,]+/).filter((name) => name !== ''))];
	return requestSettings.shape.systemTools.safeParse(value).success
		? { ok: true, value }
		: { ok: false, wrong: 'systemTools' };
}

/** A text that can't be left out. */
export function parseRequired(text: string): Parsed<string> {
	const value = text.trim();
	return value === '' ? { ok: false, wrong: 'required' } : { ok: true, value };
}

/** The JSON text of an object. Empty means: not sent. It is kept as it is written. */
export function parseJsonObject(text: string): Parsed<string> {
	if (text.trim() === '') return { ok: true, value: '' };
	return parseSchema(text);
}

/** The JSON text of an object that must be there, such as a schema. It is kept as it is written. */
export function parseSchema(text: string): Parsed<string> {
	try {
		const value: unknown = JSON.parse(text);
		const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
		return isObject ? { ok: true, value: text } : { ok: false, wrong: 'jsonObject' };
	} catch {
		return { ok: false, wrong: 'json' };
	}
}

/** The endpoint's address. Empty means: AWS's own. */
export function parseEndpoint(text: string): Parsed<string | null> {
	const plain = text.trim();
	if (plain === '') return { ok: true, value: null };
	return endpointUrl.safeParse(plain).success ? { ok: true, value: plain } : { ok: false, wrong: 'url' };
}

/** A proxy's address. Empty means: none yet. */
export function parseProxy(text: string): Parsed<string | null> {
	const plain = text.trim();
	if (plain === '') return { ok: true, value: null };
	return networkSettings.shape.proxyUrl.safeParse(plain).success
		? { ok: true, value: plain }
		: { ok: false, wrong: 'proxy' };
}

/** The whole path of a file, or one in the home folder. Empty means: none. */
export function parsePath(text: string): Parsed<string | null> {
	const plain = text.trim();
	if (plain === '') return { ok: true, value: null };
	const isWhole = /^(~?\/|[A-Za-z]:[\\/]|\\\\)/.test(plain);
	return isWhole && networkSettings.shape.caBundle.safeParse(plain).success
		? { ok: true, value: plain }
		: { ok: false, wrong: 'path' };
}

/** A stop sequence as it is typed: `\n` and `\t` stand for a line break and a tab, `\\` for a backslash. */
export function readStopSequence(text: string): string {
	return text.replace(/\\([nt\\])/g, (_, character: string) =>
		character === 'n' ? '\n' : character === 't' ? '\t' : '\\',
	);
}

/** A stop sequence as it is shown in one line. */
export function showStopSequence(text: string): string {
	return text.replace(/\\/g, '\\\\').replace(/\n/g, '\\n').replace(/\t/g, '\\t');
}
