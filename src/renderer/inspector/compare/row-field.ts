import type { FieldContext } from '../../../shared/fields/field-context.ts';
import type { Exchange } from '../../../shared/model/exchange.ts';
import type { Operation } from '../../../shared/model/operation.ts';
import type { Explainable } from '../explain/explained.ts';
import type { DiffRow, Piece } from './diff/row.ts';
import type { TextSide } from './read-sides.ts';

/** What two calls are compared in. */
export interface ComparedIn {
	readonly before: Exchange;
	readonly after: Exchange;
	readonly side: TextSide;
}

/** The field that a row of a comparison shows, to be explained; null: it shows none. */
export function rowField({ at, pieces }: DiffRow, { before, after, side }: ComparedIn): Explainable | null {
	if (at === null || at.path.length === 0) return null;
	const value = shortValue(pieces);
	if (side !== 'headers')
		return { context: contextOf(at.side === 'before' ? before : after, side), path: at.path, value };
	const [part, name] = at.path;
	if (name === undefined || (part !== 'request' && part !== 'response')) return null;
	return { context: { kind: 'header', side: part }, path: [name], value };
}

const LONGEST_VALUE = 60;

/** A short value as it is written; null: it is long, has parts, or differs. */
function shortValue(pieces: readonly Piece[]): string | null {
	const values = pieces.filter(({ ink }) => ink === 'literal' || ink === 'string');
	if (values.length === 0 || values.some(({ mark }) => mark !== undefined)) return null;
	const text = values.map((piece) => piece.text).join('');
	return text.length <= LONGEST_VALUE ? text : null;
}

const withoutStream: Record<Operation, Operation> = {
	ConverseStream: 'Converse',
	Converse: 'Converse',
	InvokeModelWithResponseStream: 'InvokeModel',
	InvokeModel: 'InvokeModel',
};

/** A stream was joined to the answer that it makes: its fields are those of a response without one. */
function contextOf({ operation, family, status }: Exchange, side: 'request' | 'response'): FieldContext {
	if (side === 'request') return { kind: 'body', side, operation, family };
	if (status !== null && status >= 400) return { kind: 'error' };
	return { kind: 'body', side, operation: withoutStream[operation], family };
}
