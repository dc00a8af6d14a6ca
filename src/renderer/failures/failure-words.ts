import type { CauseId } from '../../shared/explanations/advice.ts';
import type { Explanation } from '../../shared/explanations/explain.ts';
import type { StepId } from '../../shared/explanations/steps.ts';
import type { Connection } from '../../shared/model/connection.ts';
import { en } from '../i18n/en.ts';
import { ja } from '../i18n/ja.ts';
import type { Translation } from '../i18n/translation.ts';

/** The words of failures in a language. Text in backticks is code. */
type FailureTexts = Translation<typeof en.failure>;

/** The words of failures in the language that is spoken. */
export function failureTexts(language: string): FailureTexts {
	return language === 'ja' ? ja.failure : en.failure;
}

/** What happened, in a few words. */
export function titleWords({ id, facts }: Pick<Explanation, 'id' | 'facts'>, texts: FailureTexts): string {
	return fill(texts[id], 'title', facts);
}

/** Why it may have happened. */
export function causeWords(id: CauseId, { facts }: Pick<Explanation, 'facts'>, texts: FailureTexts): string {
	const causes: Readonly<Record<CauseId, string>> = texts.cause;
	return fill(causes, id, facts);
}

/** What to do now. */
export function stepWords(
	id: StepId,
	{ facts }: Pick<Explanation, 'facts'>,
	kind: Connection['kind'] | null,
	texts: FailureTexts,
): string {
	const steps: Readonly<Record<StepId, string>> = texts.step;
	const renews = id === 'renew' || id === 'renew-instead';
	if (renews && kind !== null && kind !== 'practice' && kind !== 'none') return texts.renew[kind];
	return fill(steps, id, { ...facts, wait: waitWords(facts.minutes, texts) });
}

/** A step that says that it is another way ("Or choose …"), where no other comes before it. */
export function asFirst(words: string, { or }: Pick<FailureTexts, 'or'>): string {
	if (!words.startsWith(or)) return words;
	const rest = words.slice(or.length);
	return rest.charAt(0).toUpperCase() + rest.slice(1);
}

/** Whether a step is another way than the ones before it. The same steps are in both languages. */
export function isOtherWay(id: StepId): boolean {
	return en.failure.step[id].startsWith(en.failure.or);
}

function waitWords(minutes: string | undefined, texts: FailureTexts): string {
	if (minutes === undefined) return texts.someMinutes;
	const one = minutes === '1' && 'minutes_one' in texts ? texts.minutes_one : texts.minutes_other;
	return String(one).replace('{{count}}', minutes);
}

/**
 * A text with the facts filled in; where one of them is not known, the text's form without any. What an error says must
 * not pass for the marks of code.
 */
function fill(texts: Readonly<Record<string, string>>, key: string, facts: object): string {
	const known: ReadonlyMap<string, unknown> = new Map(
		Object.entries(facts).map(([name, fact]) => [name, shown(name, fact)]),
	);
	const text = texts[key] ?? '';
	const names = [...text.matchAll(SLOT)].map(([, name = '']) => name);
	const whole = names.every((name) => typeof known.get(name) === 'string') ? text : (texts[`${key}_bare`] ?? text);
	return whole.replace(SLOT, (_, name: string) => String(known.get(name) ?? '').replaceAll('`', "'"));
}

/** Counts are grouped as elsewhere in the app; both of its languages write 10,000. */
function shown(name: string, fact: unknown): unknown {
	if (typeof fact !== 'string' || (name !== 'limit' && name !== 'given')) return fact;
	return fact.replace(/\d+/g, (digits) => Number(digits).toLocaleString('en-US'));
}

const SLOT = /\{\{(\w+)\}\}/g;
