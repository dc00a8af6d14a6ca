import type { Attempt } from '../../../shared/model/exchange.ts';
import type { CallFacts } from '../call-facts.ts';

/** What a body is as a file. */
export type BodyKind = 'request' | NonNullable<Attempt['response']>['kind'];

const LONGEST_MODEL = 60;

/**
 * A name for a body as a file, in the zone of this machine:
 * `outcrop-20261121-063654-claude-haiku-attempt1.eventstream`, `…-attempt1-request.json`.
 */
export function bodyFileName(
	call: Pick<CallFacts, 'startedAt' | 'modelId' | 'attempt'> | null,
	kind: BodyKind,
): string {
	const parts =
		call === null ? ['outcrop'] : ['outcrop', stamp(call.startedAt), modelName(call.modelId), `attempt${call.attempt}`];
	switch (kind) {
		case 'event-stream':
			return `${parts.join('-')}.eventstream`;
		case 'request':
			return `${parts.join('-')}-request.json`;
		case 'json':
			return `${parts.join('-')}-response.json`;
		case 'other':
			return `${parts.join('-')}-response.bin`;
	}
}

/** The media type of a body as a file. */
export function bodyFileType(kind: BodyKind): string {
	return kind === 'request' || kind === 'json' ? 'application/json' : 'application/octet-stream';
}

/** The last part of an ARN, or the id, with nothing in it that a file system could mind. */
function modelName(modelId: string): string {
	const last = modelId.split('/').at(-1) ?? '';
	return last.replaceAll(/[^A-Za-z0-9.]+/g, '-').slice(0, LONGEST_MODEL);
}

function stamp(at: number): string {
	const date = new Date(at);
	const two = (value: number): string => String(value).padStart(2, '0');
	const day = `${date.getFullYear()}${two(date.getMonth() + 1)}${two(date.getDate())}`;
	return `${day}-${two(date.getHours())}${two(date.getMinutes())}${two(date.getSeconds())}`;
}
