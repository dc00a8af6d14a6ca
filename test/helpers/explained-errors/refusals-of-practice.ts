import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { ExceptionName } from '../../../src/main/practice/refusal.ts';

/** A refusal as the practice endpoint's source words it, with something in the place of what is only known at a call. */
export interface RefusalText {
	/** Path below src/main/practice. */
	readonly file: string;
	readonly type: ExceptionName;
	/** null: the source makes it of something else than a text. */
	readonly message: string | null;
	/** The source of the message. */
	readonly source: string;
}

const CALLS = /(?<![\w.])(?:new Refusal|invalidForModel|invalid|malformed|violation)\((?!\))/g;
const DEFINED = /function $/;

/** All that the practice endpoint refuses with, by the text of its sources: no refusal can be added and be missed. */
export function refusalsOfPractice(folder: string): readonly RefusalText[] {
	return readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter((name) => name.endsWith('.ts'))
		.toSorted()
		.flatMap((name) => refusalsIn(readFileSync(join(folder, name), 'utf8'), relative('.', name)));
}

function refusalsIn(source: string, file: string): readonly RefusalText[] {
	return [...source.matchAll(CALLS)].flatMap((call): readonly RefusalText[] => {
		if (DEFINED.test(source.slice(0, call.index))) return [];
		const given = argumentsFrom(source, call.index + call[0].length);
		const kind = call[0].slice(0, -1);
		if (kind === 'new Refusal') return [{ file, ...byType(given) }];
		if (kind === 'malformed') return [{ file, type: 'ValidationException', ...malformed(given[0] ?? '') }];
		if (kind === 'violation') return [{ file, type: 'ValidationException', ...violation(given) }];
		const text = given[0] ?? '';
		return [{ file, type: 'ValidationException', message: textOf(text), source: text }];
	});
}

function byType([type = '', text = '']: readonly string[]): Omit<RefusalText, 'file'> {
	const name = textOf(type) as ExceptionName | null;
	// One whose type is only known at a call has a text that is, too.
	return { type: name ?? 'ValidationException', message: name === null ? null : textOf(text), source: text };
}

function malformed(list: string): Omit<RefusalText, 'file' | 'type'> {
	const inner = list.replace(/^\[\s*|,?\s*\]$/g, '');
	if (inner === '')
		return { message: 'Malformed input request, please reformat your input and try again.', source: list };
	const first = /[`'"]/.exec(list);
	const text = first === null ? null : textOf(stringFrom(list, first.index));
	const message = text === null ? null : `Malformed input request: ${text}, please reformat your input and try again.`;
	return { message, source: list };
}

function violation([where = '', constraint = '']: readonly string[]): Omit<RefusalText, 'file' | 'type'> {
	const texts = [textOf(where), textOf(constraint)];
	const message = `1 validation error detected: Value at '${texts[0]}' failed to satisfy constraint: ${texts[1]}`;
	return { message: texts.includes(null) ? null : message, source: `${where}, ${constraint}` };
}

/** The arguments of a call that begin at an index, as they stand there. */
function argumentsFrom(source: string, start: number): readonly string[] {
	const found: string[] = [];
	let depth = 0;
	let from = start;
	for (let at = start; at < source.length; at += 1) {
		const sign = source.charAt(at);
		if (/[`'"]/.test(sign)) at += stringFrom(source, at).length - 1;
		else if (/[([{]/.test(sign)) depth += 1;
		else if (/[)\]}]/.test(sign)) {
			depth -= 1;
			if (depth < 0) return [...found, source.slice(from, at).trim()].filter((text) => text !== '');
		} else if (sign === ',' && depth === 0) {
			found.push(source.slice(from, at).trim());
			from = at + 1;
		}
	}
	throw new Error(`A call has no end: ${source.slice(start, start + 60)}`);
}

/** A string literal with its quotes. Within a template others may stand. */
function stringFrom(source: string, start: number): string {
	const quote = source.charAt(start);
	for (let at = start + 1; at < source.length; at += 1) {
		if (source.charAt(at) === '\\') at += 1;
		else if (source.charAt(at) === quote) return source.slice(start, at + 1);
		else if (quote === '`' && source.startsWith('${', at)) at = endOfHole(source, at + 2);
	}
	throw new Error(`A text has no end: ${source.slice(start, start + 60)}`);
}

/** Where the `}` of a template's hole stands. */
function endOfHole(source: string, start: number): number {
	let depth = 0;
	for (let at = start; at < source.length; at += 1) {
		const sign = source.charAt(at);
		if (/[`'"]/.test(sign)) at += stringFrom(source, at).length - 1;
		else if (sign === '{') depth += 1;
		else if (sign === '}') {
			if (depth === 0) return at;
			depth -= 1;
		}
	}
	throw new Error(`A hole has no end: ${source.slice(start, start + 60)}`);
}

/** What stands in the place of something else than a number. */
const SAMPLES: Readonly<Record<string, string>> = {
	field: 'toolConfig.toolChoice.any',
	kind: 'image',
	extra: 'inferenceConfig',
	role: 'user',
	wrong: 'tool_use',
	right: 'assistant',
	name: 'serviceTier',
	HUMAN: '\n\nHuman:',
	ASSISTANT: '\n\nAssistant:',
	place: 'messages.0.content.0',
	where: 'messages.0.content.0',
	place_of: 'messages.0',
	modelId: 'anthropic.claude-haiku-4-5-20251001-v1:0',
	found: 'STRING_VALUE',
};

/** A string literal as a text; null: it is none. */
function textOf(literal: string): string | null {
	const quote = literal.charAt(0);
	if (!/[`'"]/.test(quote) || stringFrom(literal, 0) !== literal) return null;
	let text = '';
	for (let at = 1; at < literal.length - 1; at += 1) {
		if (literal.charAt(at) === '\\') {
			at += 1;
			text += literal.charAt(at) === 'n' ? '\n' : literal.charAt(at);
		} else if (quote === '`' && literal.startsWith('${', at)) {
			const end = endOfHole(literal, at + 2);
			text += sampleOf(literal.slice(at + 2, end));
			at = end;
		} else text += literal.charAt(at);
	}
	return text;
}

function sampleOf(hole: string): string {
	if (hole.includes('mediaTypeOf')) return 'image/png';
	if (hole.includes('.join(')) return 'one, two';
	return SAMPLES[hole] ?? '1';
}
