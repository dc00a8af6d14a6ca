import { expect, it } from 'vitest';
import { readCliOptions } from '../../../src/main/practice/cli-options.ts';

const defaults = { port: 0, json: false, pace: 'real', help: false };

it.each([
	[[], defaults],
	[['--port', '8787'], { ...defaults, port: 8787 }],
	[['--port=8787', '--json', '--pace', 'none'], { port: 8787, json: true, pace: 'none', help: false }],
	[['--help'], { ...defaults, help: true }],
])('%j is understood', (args, options) => {
	expect(readCliOptions(args)).toEqual(options);
});

it.each([
	[['--port', 'http'], '--port must be a number from 0 to 65535, not "http".'],
	[['--port', '65536'], '--port must be a number from 0 to 65535, not "65536".'],
	[['--pace', 'slow'], '--pace must be one of real, fast, none, not "slow".'],
	[['--pace', 'constructor'], '--pace must be one of real, fast, none, not "constructor".'],
])('%j is refused with a sentence', (args, sentence) => {
	expect(readCliOptions(args)).toBe(sentence);
});

it.each([[['--prot', '1']], [['8787']]])('%j is refused with the words of Node', (args) => {
	expect(readCliOptions(args)).toEqual(expect.stringContaining(args[0] ?? ''));
});
