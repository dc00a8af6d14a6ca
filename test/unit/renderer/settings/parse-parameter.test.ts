import { expect, test } from 'vitest';
import {
	parseAttempts,
	parseBudget,
	parseDaysOrNone,
	parseEndpoint,
	parseIntegerOrNone,
	parseJsonObject,
	parseMaxTokens,
	parseMegabytesOrNone,
	parsePath,
	parsePointers,
	parseProxy,
	parseRequired,
	parseRounds,
	parseSchema,
	parseSeconds,
	parseSecondsOrNone,
	parseSystemTools,
	parseUnit,
	readStopSequence,
	showStopSequence,
} from '../../../../src/renderer/settings/parse-parameter.ts';

test.each([
	['1024', 1024],
	['１０２４', 1024],
	['1,000,000', 1_000_000],
	['0', null],
	['1000001', null],
	['12.5', null],
	['', null],
	['-3', null],
])('max tokens %s', (text, value) => {
	expect(parseMaxTokens(text)).toEqual(value === null ? { ok: false, wrong: 'integer' } : { ok: true, value });
});

test.each([
	['', null],
	['0', 0],
	['0.7', 0.7],
	['.5', 0.5],
	['0,5', 0.5],
	['０．７', 0.7],
	['1', 1],
])('temperature %s is %s', (text, value) => {
	expect(parseUnit(text)).toEqual({ ok: true, value });
});

test.each(['1.1', '-0.1', 'warm', '0.5.5', '.'])('temperature %s is none', (text) => {
	expect(parseUnit(text)).toEqual({ ok: false, wrong: 'unit' });
});

test.each([
	['', { ok: true, value: null }],
	[' https://vpce-1.example.com ', { ok: true, value: 'https://vpce-1.example.com' }],
	['http://127.0.0.1:8787', { ok: true, value: 'http://127.0.0.1:8787' }],
	['https://user:secret@example.com', { ok: false, wrong: 'url' }],
	['ftp://example.com', { ok: false, wrong: 'url' }],
	['example', { ok: false, wrong: 'url' }],
])('endpoint %s', (text, parsed) => {
	expect(parseEndpoint(text)).toEqual(parsed);
});

test('a stop sequence is shown as it is typed', () => {
	expect(readStopSequence('\\n\\nHuman:')).toBe('\n\nHuman:');
	expect(readStopSequence('C:\\\\new')).toBe('C:\\new');
	for (const value of ['\n\nHuman:', 'a\tb', 'C:\\new', '終わり']) {
		expect(readStopSequence(showStopSequence(value))).toBe(value);
	}
});

test.each([
	['1', 1],
	['１０', 10],
	['0', null],
	['11', null],
	['', null],
	['2.5', null],
])('attempts %s', (text, value) => {
	expect(parseAttempts(text)).toEqual(value === null ? { ok: false, wrong: 'attempts' } : { ok: true, value });
});

test.each([
	['1', 1],
	['86,400', 86_400],
	['0', null],
	['86401', null],
	['1.5', null],
	['ten', null],
])('%s seconds', (text, value) => {
	expect(parseSeconds(text)).toEqual(value === null ? { ok: false, wrong: 'seconds' } : { ok: true, value });
	expect(parseSecondsOrNone(text)).toEqual(
		value === null ? { ok: false, wrong: 'secondsOrNone' } : { ok: true, value },
	);
});

test('an empty time limit is none, where there need be none', () => {
	expect(parseSeconds('')).toEqual({ ok: false, wrong: 'seconds' });
	expect(parseSecondsOrNone(' ')).toEqual({ ok: true, value: null });
});

test.each([
	['', null],
	['  ', null],
	[' http://proxy.example.com:3128 ', 'http://proxy.example.com:3128'],
	['https://proxy.example.com', 'https://proxy.example.com'],
])('the proxy "%s"', (text, value) => {
	expect(parseProxy(text)).toEqual({ ok: true, value });
});

test.each(['proxy.example.com', 'http://mira:secret@proxy.example.com', 'socks5://proxy.example.com', 'x'])(
	'not a proxy: %s',
	(text) => {
		expect(parseProxy(text)).toEqual({ ok: false, wrong: 'proxy' });
	},
);

test.each([
	['', null],
	['/etc/ssl/company.pem', '/etc/ssl/company.pem'],
	[' ~/company.pem ', '~/company.pem'],
	['C:\\certificates\\company.pem', 'C:\\certificates\\company.pem'],
	['\\\\server\\share\\company.pem', '\\\\server\\share\\company.pem'],
	['/社内/証明書.pem', '/社内/証明書.pem'],
])('the path "%s"', (text, value) => {
	expect(parsePath(text)).toEqual({ ok: true, value });
});

test.each(['company.pem', './company.pem', '~company.pem', 'C:company.pem'])('not a whole path: %s', (text) => {
	expect(parsePath(text)).toEqual({ ok: false, wrong: 'path' });
});

test.each([
	['', null],
	['1', 1],
	[' ９０ ', 90],
	['36,500', 36_500],
])('to be kept for "%s" days', (text, value) => {
	expect(parseDaysOrNone(text)).toEqual({ ok: true, value });
});

test.each(['0', '36501', '1.5', '-1', 'ever'])('not a number of days: %s', (text) => {
	expect(parseDaysOrNone(text)).toEqual({ ok: false, wrong: 'daysOrNone' });
});

test.each([
	['', null],
	['500', 500],
	['1,000,000', 1_000_000],
])('at most "%s" MB', (text, value) => {
	expect(parseMegabytesOrNone(text)).toEqual({ ok: true, value });
});

test.each(['0', '1000001', '0.5', '1 GB'])('not a number of MB: %s', (text) => {
	expect(parseMegabytesOrNone(text)).toEqual({ ok: false, wrong: 'megabytesOrNone' });
});

test('numbers that may be left out', () => {
	expect(parseIntegerOrNone('')).toEqual({ ok: true, value: null });
	expect(parseIntegerOrNone('0')).toEqual({ ok: true, value: 0 });
	expect(parseIntegerOrNone('４０')).toEqual({ ok: true, value: 40 });
	expect(parseIntegerOrNone('1.5')).toEqual({ ok: false, wrong: 'integerOrNone' });
	expect(parseRounds(' ')).toEqual({ ok: true, value: null });
	expect(parseRounds('50')).toEqual({ ok: true, value: 50 });
	expect(parseRounds('51')).toEqual({ ok: false, wrong: 'rounds' });
	expect(parseRounds('0')).toEqual({ ok: false, wrong: 'rounds' });
});

test('a budget that AWS refuses can be kept, an empty one can not', () => {
	expect(parseBudget('5')).toEqual({ ok: true, value: 5 });
	expect(parseBudget('')).toEqual({ ok: false, wrong: 'budget' });
});

test('JSON pointers, one a line', () => {
	expect(parsePointers(' /stop_sequence \n\n/usage/output_tokens\n')).toEqual({
		ok: true,
		value: ['/stop_sequence', '/usage/output_tokens'],
	});
	expect(parsePointers('')).toEqual({ ok: true, value: [] });
	expect(parsePointers('/a\nb')).toEqual({ ok: false, wrong: 'pointers' });
});

test('names of system tools, each once', () => {
	expect(parseSystemTools(' nova_grounding\n\nnova_code_interpreter, nova_grounding\n')).toEqual({
		ok: true,
		value: ['nova_grounding', 'nova_code_interpreter'],
	});
	expect(parseSystemTools('')).toEqual({ ok: true, value: [] });
	expect(parseSystemTools('x'.repeat(257))).toEqual({ ok: false, wrong: 'systemTools' });
});

test('a text that must be there', () => {
	expect(parseRequired(' DRAFT ')).toEqual({ ok: true, value: 'DRAFT' });
	expect(parseRequired(' ')).toEqual({ ok: false, wrong: 'required' });
});

test('JSON objects are kept as they are written', () => {
	expect(parseJsonObject(' \n')).toEqual({ ok: true, value: '' });
	expect(parseJsonObject('{ "top_k":  1.0 }')).toEqual({ ok: true, value: '{ "top_k":  1.0 }' });
	expect(parseSchema('')).toEqual({ ok: false, wrong: 'json' });
	for (const parse of [parseJsonObject, parseSchema]) {
		expect(parse('[1]')).toEqual({ ok: false, wrong: 'jsonObject' });
		expect(parse('null')).toEqual({ ok: false, wrong: 'jsonObject' });
		expect(parse('{"a":}')).toEqual({ ok: false, wrong: 'json' });
	}
});
