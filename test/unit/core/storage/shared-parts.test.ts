import { expect, test } from 'vitest';
import { ownBytes, sharedParts } from '../../../../src/main/core/storage/shared-parts.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const words = (from: number, to: number) =>
	Array.from({ length: to - from }, (_, index) => `word${from + index}`).join(' ');

/** What a body is, put together from what it shares and its own bytes. */
function rebuilt(base: Uint8Array, parts: ReturnType<typeof sharedParts>, own: Uint8Array, size: number): Uint8Array {
	const body = new Uint8Array(size);
	let [end, used] = [0, 0];
	for (const [at, from, length] of parts) {
		body.set(own.subarray(used, used + at - end), end);
		used += at - end;
		body.set(base.subarray(from, from + length), at);
		end = at + length;
	}
	body.set(own.subarray(used), end);
	return body;
}

test.each([
	['nothing', '', '', 0],
	['the same', words(0, 2000), words(0, 2000), 0],
	['something at its end', words(0, 2000), `${words(0, 2000)}, and more`, 10],
	['something in it', `${words(0, 2000)}]}`, `${words(0, 2000)}, and more]}`, 12],
	['another beginning and another end', `{1,${words(0, 2000)}]}`, `{4096,${words(0, 2000)}, and more]}`, 20],
	['less at its beginning', words(0, 2000), words(500, 2000), 4],
	['all at other places', `${words(0, 900)}${'x'.repeat(900)}${words(900, 1800)}`, words(0, 1800), 20],
	['nothing in common', words(0, 200), words(9000, 9200), bytes(words(9000, 9200)).length],
])('a body with %s is what it shares and its own', (_, before, after, most) => {
	const [base, body] = [bytes(before), bytes(after)];
	const parts = sharedParts(base, body);
	const own = ownBytes(body, parts);
	expect(own.length).toBeLessThanOrEqual(most);
	expect(Buffer.compare(rebuilt(base, parts, own, body.length), body)).toBe(0);
});

test('parts stand in the order of both bodies and never overlap', () => {
	const base = bytes(`${words(0, 300)}|${words(400, 700)}|${words(800, 1100)}`);
	const body = bytes(`new ${words(0, 300)} other ${words(350, 700)} third ${words(800, 1000)}${words(0, 300)}`);
	let [at, from] = [0, 0];
	for (const [nextAt, nextFrom, length] of sharedParts(base, body)) {
		expect(nextAt).toBeGreaterThanOrEqual(at);
		expect(nextFrom).toBeGreaterThanOrEqual(from);
		[at, from] = [nextAt + length, nextFrom + length];
	}
	expect(at).toBeGreaterThan(0);
});
