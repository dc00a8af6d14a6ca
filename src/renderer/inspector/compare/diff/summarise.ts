import { shortened, wholeCharacters } from '../../../../shared/shorten.ts';
import type { Change, JsonDocument } from './diff-json.ts';
import { byteLength } from './diff-json.ts';
import { diffText } from './diff-text.ts';
import type { JsonNode } from './json-tree.ts';
import { memberOf, textIn } from './json-tree.ts';
import { pairItems } from './pair-items.ts';
import type { Correspondence } from './request-format.ts';
import { correspondences, promptMember, requestFormat } from './request-format.ts';

/** What became of the messages of one request in another. */
export interface MessagesSummary {
	/** How many there are. */
	readonly before: number;
	readonly after: number;
	/** How many are sent again, unchanged, and the bytes that they take in the second. */
	readonly resent: number;
	readonly resentBytes: number;
	/** The roles of the new ones, in order. */
	readonly added: readonly string[];
	/** How many are not there any more. */
	readonly left: number;
	/** Those that differ inside. `longerBy`: it is the old text with so many characters behind it; else null. */
	readonly changed: readonly { readonly number: number; readonly role: string; readonly longerBy: number | null }[];
}

/** What became of a talk that is one text. Characters. */
export interface PromptSummary {
	readonly member: string;
	readonly resent: number;
	readonly before: number;
	readonly after: number;
}

/** A value that differs, as text; null: it is not there. */
export interface ShownChange {
	readonly path: string;
	readonly before: string | null;
	readonly after: string | null;
	/** Of two texts of which one is long: how long they are, in characters; then neither is told. */
	readonly lengths: readonly [number, number] | null;
}

/** What differs between two sides, told before it is shown. */
export interface Summary {
	readonly kind: 'json' | 'text' | 'bytes';
	/** `bytes`: every byte is the same; `value`: the same JSON, written in another way. */
	readonly equal: 'bytes' | 'value' | null;
	/** Bytes. */
	readonly sizes: readonly [number, number];
	readonly messages: MessagesSummary | null;
	readonly prompt: PromptSummary | null;
	/** The first values that differ elsewhere. */
	readonly changes: readonly ShownChange[];
	readonly moreChanges: number;
	/** In how many objects the keys stand in another order. */
	readonly reordered: number;
	/** Only for requests of two formats. */
	readonly correspondences: readonly Correspondence[] | null;
}

interface Facts {
	readonly sizes: readonly [number, number];
	readonly sameBytes: boolean;
	readonly changes: readonly Change[];
	readonly reordered: number;
	readonly about: 'request' | 'response' | 'headers';
}

const MOST_SHOWN = 6;
const LONGEST_VALUE = 48;

/** Tells how two JSON documents, read by one reader, differ; of requests, what of the talk is sent again. */
export function summarise(before: JsonDocument, after: JsonDocument, facts: Facts): Summary {
	const { sizes, sameBytes, about, reordered } = facts;
	const requests = about === 'request';
	const table = requests ? correspondences(before.root, after.root) : null;
	const format = requests && table === null ? requestFormat(after.root) : null;
	const messages = format === null ? null : messagesOf(before, after);
	const prompt = format === null ? null : promptOf(before.root, after.root, promptMember(format));
	const told = [messages === null ? null : 'messages', prompt?.member ?? null];
	const rest =
		table === null && about !== 'headers' ? facts.changes.filter(({ path }) => !told.includes(String(path[0]))) : [];
	return {
		kind: 'json',
		equal: sameBytes ? 'bytes' : before.root.id === after.root.id ? 'value' : null,
		sizes,
		messages,
		prompt,
		changes: rest.slice(0, MOST_SHOWN).map((change) => ({
			path: pathText(change.path),
			before: shown(before.source, change.before),
			after: shown(after.source, change.after),
			lengths: lengthsOf(change),
		})),
		moreChanges: Math.max(0, rest.length - MOST_SHOWN),
		reordered,
		correspondences: table,
	};
}

function messagesOf(before: JsonDocument, after: JsonDocument): MessagesSummary | null {
	const [one, other] = [memberOf(before.root, 'messages'), memberOf(after.root, 'messages')];
	if (one?.kind !== 'array' || other?.kind !== 'array') return null;
	const added: string[] = [];
	const changed: { number: number; role: string; longerBy: number | null }[] = [];
	let [resent, resentBytes, left, number] = [0, 0, 0, 0];
	for (const pair of pairItems(one.items, other.items)) {
		if (pair.after === null) {
			left += 1;
			continue;
		}
		number += 1;
		const role = textIn(memberOf(pair.after, 'role')) ?? '';
		if (pair.same) {
			resent += 1;
			resentBytes += byteLength(after.source, pair.after);
		} else if (pair.before === null) added.push(role);
		else changed.push({ number, role, longerBy: longerBy(pair.before, pair.after) });
	}
	return { before: one.items.length, after: other.items.length, resent, resentBytes, added, left, changed };
}

/** By how many characters the text of a message is longer; null where it does not begin with the old one. */
function longerBy(before: JsonNode, after: JsonNode): number | null {
	const [one, other] = [contentText(before), contentText(after)];
	if (one === '' || other.length <= one.length || !other.startsWith(one)) return null;
	return other.length - one.length;
}

function contentText(message: JsonNode): string {
	const content = memberOf(message, 'content');
	if (content?.kind !== 'array') return textIn(content) ?? '';
	return content.items.map((block) => textIn(memberOf(block, 'text')) ?? '').join('');
}

function promptOf(before: JsonNode, after: JsonNode, member: string | null): PromptSummary | null {
	if (member === null) return null;
	const [one, other] = [textIn(memberOf(before, member)), textIn(memberOf(after, member))];
	if (one === undefined || other === undefined) return null;
	const resent = diffText(one, other).reduce((sum, { mark, text }) => sum + (mark === 'same' ? text.length : 0), 0);
	return { member, resent, before: one.length, after: other.length };
}

function lengthsOf({ before, after }: Change): readonly [number, number] | null {
	const [one, other] = [textIn(before ?? undefined), textIn(after ?? undefined)];
	if (one === undefined || other === undefined || Math.max(one.length, other.length) <= LONGEST_VALUE) return null;
	return [one.length, other.length];
}

/** `inferenceConfig.stopSequences[0]`. */
function pathText(path: readonly (string | number)[]): string {
	return path.map((step, at) => (typeof step === 'number' ? `[${step}]` : at === 0 ? step : `.${step}`)).join('');
}

function shown(source: string, node: JsonNode | null): string | null {
	if (node === null) return null;
	const end = Math.min(node.to, wholeCharacters(source, node.from + LONGEST_VALUE * 2));
	const text = source.slice(node.from, end).replaceAll(/\s+/g, ' ');
	const told = shortened(text, LONGEST_VALUE);
	return end < node.to && told === text ? `${text}…` : told;
}
