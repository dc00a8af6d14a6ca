import type { Frame } from '../../../shared/model/exchange.ts';
import { shortened } from '../../../shared/shorten.ts';

/** What a row of the stream table says about a frame. */
export interface FrameExcerpt {
	/** The event's own name: `contentBlockDelta`, or inside an invoke chunk the model's (`content_block_delta`). */
	readonly type: string;
	/** One line; control characters are written as escapes (`\n`). */
	readonly text: string;
	/** `text`: brings a piece of the answer. `problem`: an exception, or a frame with a wrong checksum. */
	readonly kind: 'text' | 'other' | 'problem';
}

/** Longer payloads are not parsed for one line of a table. */
const LONGEST_PARSED = 100_000;
const LONGEST_SHOWN = 200;

const excerpts = new WeakMap<Frame, FrameExcerpt>();

/** Names a frame and says what it brings. Payloads that the app does not know are shown as they are. Read once a frame. */
export function excerptOf(frame: Frame): FrameExcerpt {
	const known = excerpts.get(frame);
	if (known !== undefined) return known;
	const made = readExcerpt(frame);
	excerpts.set(frame, made);
	return made;
}

/** The piece of the answer's own text that a frame brings; empty: none. Reasoning and the input of tools are none. */
export function answerPiece(frame: Frame): string {
	if (frame.messageType !== 'event') return '';
	const content = objectOf(frame.chunk ?? frame.payload);
	const { body } = frame.chunk === null ? { body: content } : chunkEvent(frame.eventType, content);
	return body === null ? '' : (plainText(body) ?? '');
}

/** Whether a payload has the `p` that Bedrock pads it with. */
export function isPadded({ payload }: Frame): boolean {
	return payload.length <= LONGEST_PARSED && typeof objectOf(payload)?.['p'] === 'string';
}

/** How long the longest name of these frames' events is; characters. */
export function longestType(frames: readonly Frame[]): number {
	return frames.reduce((longest, frame) => Math.max(longest, excerptOf(frame).type.length), 0);
}

/** How many spaces a text begins with. */
export function leadingSpaces(text: string): number {
	return text.length - text.replace(/^ +/, '').length;
}

function readExcerpt(frame: Frame): FrameExcerpt {
	const source = frame.chunk ?? frame.payload;
	const content = source.length <= LONGEST_PARSED ? objectOf(source) : null;
	if (frame.messageType !== 'event') {
		return { type: frame.eventType, text: oneLine(textAt(content, 'message') ?? source), kind: 'problem' };
	}
	const intact = frame.preludeChecksumValid && frame.messageChecksumValid;
	const event = frame.chunk === null ? { type: frame.eventType, body: content } : chunkEvent(frame.eventType, content);
	const answer = answerText(event.body);
	// The last chunk of many families is an empty text that says why the answer ended.
	const brings = answer !== null && (answer !== '' || endOf(event.body) === null);
	return {
		type: event.type,
		text: oneLine((brings ? answer : note(event.body)) ?? source),
		kind: !intact ? 'problem' : brings ? 'text' : 'other',
	};
}

interface NamedEvent {
	readonly type: string;
	readonly body: Json | null;
}

type Json = Readonly<Record<string, unknown>>;

/**
 * The event inside an invoke chunk (bedrock-facts.md, 1.5 and 2): Claude names it in `type`, Command R in `event_type`,
 * Nova by its only key; the others have one kind of chunk without a name.
 */
function chunkEvent(frameType: string, content: Json | null): NamedEvent {
	if (content === null) return { type: frameType, body: null };
	if (typeof content['type'] === 'string') return { type: content['type'], body: content };
	if (typeof content['event_type'] === 'string') return { type: content['event_type'], body: content };
	const keys = Object.keys(content).filter((key) => !key.startsWith('amazon-bedrock-'));
	const [key] = keys;
	const inner = key === undefined ? null : asObject(content[key]);
	if (key !== undefined && keys.length === 1 && inner !== null) return { type: key, body: inner };
	return { type: frameType, body: content };
}

/** The piece of the answer (or of its reasoning or tool input) that an event brings, or null. */
function answerText(body: Json | null): string | null {
	if (body === null) return null;
	const delta = asObject(body['delta']);
	const reasoning = asObject(delta?.['reasoningContent']);
	return (
		plainText(body) ??
		textAt(delta, 'partial_json') ??
		textAt(delta, 'thinking') ??
		textAt(asObject(delta?.['toolUse']), 'input') ??
		resultText(delta?.['toolResult']) ??
		textAt(reasoning, 'text')
	);
}

/** What a tool of the service gave back. */
function resultText(content: unknown): string | null {
	const first = Array.isArray(content) ? asObject(content[0]) : null;
	if (first === null) return null;
	return textAt(first, 'text') ?? JSON.stringify(first['json'] ?? first);
}

/** The piece of the answer's own words. */
function plainText(body: Json): string | null {
	const choice = firstOf(body['choices']);
	return (
		textAt(asObject(body['delta']), 'text') ??
		textAt(body, 'completion') ??
		textAt(body, 'outputText') ??
		textAt(body, 'generation') ??
		textAt(firstOf(body['outputs']), 'text') ??
		textAt(choice, 'text') ??
		textAt(asObject(choice?.['delta']), 'content') ??
		textAt(body, 'text')
	);
}

/** Why an answer ended, as families without an event for it tell. */
function endOf(body: Json | null): string | null {
	const places = [body, firstOf(body?.['outputs']), firstOf(body?.['choices'])];
	const reasons = places.flatMap((place) => [textAt(place, 'stop_reason'), textAt(place, 'finish_reason')]);
	return reasons.find((reason) => reason !== null) ?? null;
}

function firstOf(list: unknown): Json | null {
	return Array.isArray(list) ? asObject(list[0]) : null;
}

const COUNTS = [
	'inputTokens',
	'outputTokens',
	'input_tokens',
	'output_tokens',
	'prompt_tokens',
	'completion_tokens',
] as const;

/** What else an event is worth saying: the role, the stop reason, the counted tokens, … */
function note(body: Json | null): string | null {
	if (body === null) return null;
	const message = asObject(body['message']);
	const delta = asObject(body['delta']);
	const usage = asObject(body['usage']) ?? asObject(message?.['usage']);
	const facts: string[] = [];
	const say = (name: string, value: unknown): void => {
		if (typeof value === 'string' || typeof value === 'number') facts.push(`${name}: ${value}`);
	};
	say('role', body['role']);
	say('stopReason', body['stopReason']);
	say('stop_reason', delta?.['stop_reason']);
	say('finish_reason' in body || 'choices' in body ? 'finish_reason' : 'stop_reason', endOf(body));
	for (const name of COUNTS) say(name, usage?.[name]);
	const metrics = asObject(body['amazon-bedrock-invocationMetrics']);
	for (const name of ['inputTokenCount', 'outputTokenCount']) say(name, metrics?.[name]);
	if (facts.length > 0) return facts.join(', ');
	const begun = asObject(body['start']);
	const start = asObject(body['content_block']) ?? asObject(begun?.['toolUse']) ?? asObject(begun?.['toolResult']);
	const started = textAt(start, 'name') ?? textAt(start, 'type');
	if (started !== null) return started;
	const block = body['contentBlockIndex'] ?? body['index'];
	return typeof block === 'number' ? `#${block}` : null;
}

/** Cuts to one line of a bearable length; control characters become the escapes that JSON has for them. */
function oneLine(text: string): string {
	return JSON.stringify(shortened(text, LONGEST_SHOWN)).slice(1, -1).replaceAll('\\"', '"').replaceAll('\\\\', '\\');
}

function objectOf(text: string): Json | null {
	try {
		return asObject(JSON.parse(text));
	} catch {
		return null;
	}
}

function asObject(value: unknown): Json | null {
	return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : null;
}

function textAt(object: Json | null, key: string): string | null {
	const value = object?.[key];
	return typeof value === 'string' ? value : null;
}
