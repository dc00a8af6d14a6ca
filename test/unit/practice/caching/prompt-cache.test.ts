import { expect, it } from 'vitest';
import { createPromptCache } from '../../../../src/main/practice/caching/prompt-cache.ts';
import type { Prompt } from '../../../../src/main/practice/prompt.ts';
import { promptOf } from '../../../../src/main/practice/prompt.ts';
import type { CacheTtl, PromptPart } from '../../../../src/main/practice/prompt-parts.ts';

const text = (tokens: number, sign = '山'): PromptPart => ({ type: 'text', text: sign.repeat(tokens) });
const point = (ttl: CacheTtl = '5m'): PromptPart => ({ type: 'cache', ttl });
const MINUTE = 60_000;

function prompt(head: readonly PromptPart[], ...messages: readonly (readonly PromptPart[])[]): Prompt {
	const parameters = { maxTokens: null, temperature: null, topP: null, topK: null, stopSequences: null };
	const turns = messages.map((parts, index) => ({
		role: index % 2 === 0 ? ('user' as const) : ('assistant' as const),
		text: parts.flatMap((part) => (part.type === 'text' ? [part.text] : [])).join('\n'),
		attachments: [],
		parts,
	}));
	return promptOf({ turns, system: null, parameters, sent: {}, extras: [], head });
}

function cacheAt() {
	let now = 0;
	return {
		cache: createPromptCache(() => now),
		pass: (ms: number) => {
			now += ms;
		},
	};
}

it('writes a beginning, then reads it', () => {
	const { cache } = cacheAt();
	const asked = prompt([text(1200), point()], [text(3)]);
	expect(cache.use(asked, 'm')).toEqual({ read: 0, written: [{ ttl: '5m', tokens: 1200 }] });
	expect(cache.use(asked, 'm')).toEqual({ read: 1200, written: [] });
	expect(cache.use(asked, 'other').read).toBe(0);
	expect(cache.use(prompt([text(1200, '川'), point()], [text(3)]), 'm').read).toBe(0);
});

it('keeps it for five minutes after it was last read, or an hour', () => {
	const { cache, pass } = cacheAt();
	const short = prompt([text(1100), point()], [text(3)]);
	const long = prompt([text(1100, '川'), point('1h')], [text(3)]);
	cache.use(short, 'm');
	cache.use(long, 'm');
	pass(4 * MINUTE);
	expect(cache.use(short, 'm').read).toBe(1100);
	pass(4 * MINUTE);
	expect(cache.use(short, 'm').read).toBe(1100);
	pass(5 * MINUTE);
	expect(cache.use(short, 'm')).toEqual({ read: 0, written: [{ ttl: '5m', tokens: 1100 }] });
	pass(40 * MINUTE);
	expect(cache.use(long, 'm').read).toBe(1100);
});

it('passes over a beginning of fewer than 1,024 tokens', () => {
	const { cache } = cacheAt();
	const small = prompt([text(1023), point()], [text(3)]);
	expect(cache.use(small, 'm')).toEqual({ read: 0, written: [] });
	expect(cache.use(small, 'm').read).toBe(0);
});

it('reads what an earlier turn kept, and writes what has come since', () => {
	const { cache } = cacheAt();
	const first = prompt([text(1100), point('1h')], [text(10), point()]);
	expect(cache.use(first, 'm')).toEqual({
		read: 0,
		written: [
			{ ttl: '1h', tokens: 1100 },
			{ ttl: '5m', tokens: 10 },
		],
	});
	const second = prompt([text(1100), point('1h')], [text(10)], [text(5, '答')], [text(7), point()]);
	expect(cache.use(second, 'm')).toEqual({ read: 1110, written: [{ ttl: '5m', tokens: 12 }] });
});

it('does nothing without a cache point', () => {
	expect(cacheAt().cache.use(prompt([text(5000)], [text(1)]), 'm')).toEqual({ read: 0, written: [] });
});
