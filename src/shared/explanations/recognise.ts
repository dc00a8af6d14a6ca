import type { FailureCode } from '../model/failure.ts';
import { accessRules } from './access-rules.ts';
import { bodyRules } from './body-rules.ts';
import { contentRules } from './content-rules.ts';
import { credentialRules } from './credential-rules.ts';
import { readDenial } from './denial.ts';
import { addressRules, networkRules } from './network-rules.ts';
import { optionRules } from './option-rules.ts';
import { requestRules } from './request-rules.ts';
import type { Facts, Rule, Signs } from './rule.ts';
import { serviceRules } from './service-rules.ts';

/** First match wins: the nearest words come first, what is known by its type alone comes last. */
const RULES: readonly Rule[] = [
	...addressRules,
	...credentialRules,
	...accessRules,
	...contentRules,
	...optionRules,
	...requestRules,
	...networkRules,
	...serviceRules,
];

/** A failure that is known by its own words. */
export interface Recognised {
	readonly code: FailureCode;
	readonly facts: Facts;
}

/**
 * What an error is known as by its type and words alone (bedrock-facts.md, 3.2, 4 and 5); null for an unknown one. AWS
 * changes its texts now and then, so they are compared loosely.
 */
export function recognise({ type, message, systemCode }: Signs): Recognised | null {
	const words = plainWords(endsOf(message));
	const signs = { type, words, system: systemCode ?? '' };
	// These texts repeat what was sent, which may say anything.
	const body = firstOf(bodyRules, signs);
	if (body !== null) return body;
	// These are the texts of IAM, for whatever was denied: the reason stands in them.
	return (REQUEST.test(type) ? null : readDenial(words)) ?? firstOf(RULES, signs);
}

/** So much is looked at of a text's beginning and end each: what repeats a long value has its own words there. */
const LONGEST_END = 4000;

/** Of a longer text its ends: some patterns take the square of its length, and an answer may be of any. */
function endsOf(message: string): string {
	if (message.length <= 2 * LONGEST_END) return message;
	return `${message.slice(0, LONGEST_END)}…${message.slice(-LONGEST_END)}`;
}

/** Errors about what was sent, and what models say of it. */
const REQUEST = /^(Validation|ModelError|ModelStreamError)/i;

function firstOf(
	rules: readonly Rule[],
	{ type, words, system }: { readonly type: string; readonly words: string; readonly system: string },
): Recognised | null {
	for (const rule of rules) {
		if (rule.type !== undefined && !rule.type.test(type)) continue;
		if (rule.system !== undefined && !rule.system.test(system)) continue;
		const match = rule.words?.exec(words) ?? null;
		if (rule.words !== undefined && match === null) continue;
		return { code: rule.code, facts: factsOf(match) };
	}
	return null;
}

/**
 * Plain quotes, single spaces, without the sentence that Converse puts before a model's own words, and without the value
 * that a failed constraint repeats.
 */
export function plainWords(message: string): string {
	return message
		.replace(/[‘’‛`´]/g, "'")
		.replace(/[“”]/g, '"')
		.replace(/\s+/g, ' ')
		.trim()
		.replace(/^The model returned the following errors?: ?/i, '')
		.replace(/\bValue '.*?' at '(?=[\w.[\]-]+' failed to satisfy constraint)/gi, "Value at '");
}

function factsOf(match: RegExpExecArray | null): Facts {
	const given = Object.entries(match?.groups ?? {}).filter(([, text]) => text !== undefined && text !== '');
	return Object.fromEntries(given);
}
