import { expect, test } from 'vitest';
import { dataFolderArgument, pageOrigin } from '../../../src/main/electron/start-options.ts';

test.each([
	[['.', '--data-dir', 'data'], '/here/data'],
	[['--data-dir=/there', '--no-sandbox'], '/there'],
	[['--inspect=0', '.'], null],
	[['--data-dir'], null],
	[['--data-dir='], null],
])('%j: %s', (args, expected) => {
	expect(dataFolderArgument(args, '/here')).toBe(expected);
});

test('only a development build takes its pages from a development server', () => {
	expect(pageOrigin('app://outcrop', false, undefined)).toBe('app://outcrop');
	expect(pageOrigin('app://outcrop', false, '')).toBe('app://outcrop');
	expect(pageOrigin('app://outcrop', false, 'http://localhost:5173/')).toBe('http://localhost:5173');
	expect(pageOrigin('app://outcrop', true, 'http://localhost:5173/')).toBe('app://outcrop');
});
