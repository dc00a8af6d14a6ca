import { expect, test } from 'vitest';
import { compareSides } from '../../../../../src/renderer/inspector/compare/diff/comparison.ts';
import type { DiffRow } from '../../../../../src/renderer/inspector/compare/diff/row.ts';
import { rowList } from '../../../../../src/renderer/inspector/compare/diff/row-list.ts';
import type { ComparedIn } from '../../../../../src/renderer/inspector/compare/row-field.ts';
import { rowField } from '../../../../../src/renderer/inspector/compare/row-field.ts';
import type { Exchange } from '../../../../../src/shared/model/exchange.ts';
import { sampleExchange } from '../../../../helpers/samples.ts';

const exchange: Exchange = { ...sampleExchange({ state: 'complete' }), attempts: [] };
const native: Exchange = { ...exchange, operation: 'InvokeModelWithResponseStream', family: 'claude-messages' };

function rows(before: unknown, after: unknown): readonly DiffRow[] {
	const side = (value: unknown) => ({ kind: 'json', text: JSON.stringify(value) }) as const;
	return rowList(compareSides({ before: side(before), after: side(after), about: 'request' }).rows).slice(0, 99);
}

function fields(before: unknown, after: unknown, comparedIn: ComparedIn): readonly string[] {
	return rows(before, after).map((row) => {
		const field = rowField(row, comparedIn);
		if (field === null) return '';
		const { context, path, value } = field;
		const where = context.kind === 'body' ? `${context.side} of ${context.operation}` : context.kind;
		return `${where}: ${path.join('.')} ${value ?? ''}`.trimEnd();
	});
}

test('a row of a request is a field of the side that it stands on', () => {
	const comparedIn = { before: exchange, after: native, side: 'request' } as const;
	expect(fields({ a: [{ b: 1 }], old: true }, { a: [{ b: 2 }], max_tokens: 64 }, comparedIn)).toEqual([
		'',
		'request of InvokeModelWithResponseStream: a',
		'request of InvokeModelWithResponseStream: a.0',
		'request of InvokeModelWithResponseStream: a.0.b',
		'',
		'',
		'request of ConverseStream: old true',
		'request of InvokeModelWithResponseStream: max_tokens 64',
		'',
	]);
});

test('the answer that a stream makes has the fields of one that was not streamed; a refusal those of an error', () => {
	const comparedIn = { before: exchange, after: { ...native, status: 400 }, side: 'response' } as const;
	expect(fields({ stopReason: 'end_turn' }, { message: 'Slow down.' }, comparedIn)).toEqual([
		'',
		'response of Converse: stopReason "end_turn"',
		'error: message "Slow down."',
		'',
	]);
});

test('a row of headers is a header of its side', () => {
	const comparedIn = { before: exchange, after: exchange, side: 'headers' } as const;
	const shown = fields({ request: { host: 'a' } }, { request: { host: 'a', accept: '*/*' } }, comparedIn);
	expect(shown).toEqual(['', '', 'header: host "a"', 'header: accept "*/*"', '', '']);
});
