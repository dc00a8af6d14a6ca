import { expect, test } from 'vitest';
import { parseArguments } from '../../../src/main/web/arguments.ts';

const usual = { port: 0, dataFolder: null, open: true, pace: 'real' };

test.each([
	[[], usual],
	[['--port', '8080'], { ...usual, port: 8080 }],
	[['--port=0'], usual],
	[['--data-dir', 'data'], { ...usual, dataFolder: '/here/data' }],
	[['--data-dir=/there'], { ...usual, dataFolder: '/there' }],
	[['--no-open', '--practice-pace', 'none'], { ...usual, open: false, pace: 'none' }],
	[['--help', '--port', 'x'], { help: true }],
])('%j', (args, expected) => {
	expect(parseArguments(args, '/here')).toEqual(expected);
});

test.each([
	[['--port', 'x'], '--port takes a number from 0 to 65535, not "x".'],
	[['--port', '65536'], '--port takes a number from 0 to 65535, not "65536".'],
	[['--port', '1e3'], '--port takes a number from 0 to 65535, not "1e3".'],
	[['--port='], '--port takes a number from 0 to 65535, not "".'],
	[['--data-dir='], '--data-dir takes the path of a folder.'],
	[['--practice-pace', 'toString'], '--practice-pace takes real, fast or none, not "toString".'],
])('%j is a problem', (args, problem) => {
	expect(parseArguments(args, '/here')).toEqual({ problem });
});

test.each([[['--nope']], [['file']], [['--port']], [['--no-open=yes']]])('%j is a problem that is named', (args) => {
	const parsed = parseArguments(args, '/here');
	expect('problem' in parsed && parsed.problem).toContain(`${args[0]}`.replace(/=.*/, ''));
});
