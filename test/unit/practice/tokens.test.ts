import { expect, it } from 'vitest';
import { countTokens, splitTokens } from '../../../src/main/practice/tokens.ts';

it.each([
	['', []],
	['Hello', ['Hello']],
	['Hello world', ['Hello', ' world']],
	['practice endpoint', ['practi', 'ce', ' endpoi', 'nt']],
	['富士山', ['富', '士', '山']],
	['カード、ー', ['カ', 'ー', 'ド', '、', 'ー']],
	['abc漢字def', ['abc', '漢', '字', 'def']],
	['a  b', ['a', '  ', 'b']],
	['end.\n\nNext', ['end', '.', '\n\n', 'Next']],
	['(“x”)', ['(', '“', 'x', '”', ')']],
	['🗻🗻', ['🗻', '🗻']],
	['한국', ['한', '국']],
	['１２', ['１', '２']],
])('%j is %j', (text, tokens) => {
	expect(splitTokens(text)).toEqual(tokens);
	expect(countTokens(text)).toBe(tokens.length);
});

it('loses nothing of a text, not even half a character', () => {
	const text = 'a\t\r\n  é e\u0301 👩‍👩‍👧 \ud83d ‮x\u0000 漢\u3000字\n';
	expect(splitTokens(text).join('')).toBe(text);
});
