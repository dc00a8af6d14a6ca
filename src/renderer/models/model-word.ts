import { findModel } from '../../shared/catalogue.ts';

/**
 * A model for a narrow place: its name, else its id, of an ARN the end. That tells ARNs apart, whose beginnings are all the
 * same. Where it stands, the whole id belongs into a tooltip or the name for screen readers.
 */
export function modelWord(id: string): string {
	return findModel(id)?.name ?? endOfArn(id) ?? id;
}

/** Whether an id is an ARN, which narrow places show the end of. */
export function isArn(id: string): boolean {
	return id.startsWith('arn:');
}

function endOfArn(id: string): string | null {
	const [, end = null] = /^arn:[^/]+\/(?:.*\/)?([^/]+)$/.exec(id) ?? [];
	return end === null ? null : `…/${end}`;
}
