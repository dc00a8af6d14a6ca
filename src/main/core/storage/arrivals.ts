import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { z } from 'zod';
import type { Arrivals } from './store.ts';

const steps = z.array(z.number().int());
const MICROSECONDS = 1000;

/**
 * Arrivals as they are kept once all are there: the steps from one to the next, times in whole microseconds, which is
 * finer than what can be measured. About a tenth of the JSON that they are while they come.
 */
export function packArrivals(arrivals: Arrivals): Uint8Array {
	const flat: number[] = [];
	let [end, at] = [0, 0];
	for (const [nextEnd, nextMs] of arrivals) {
		const next = Math.round(nextMs * MICROSECONDS);
		flat.push(nextEnd - end, next - at);
		[end, at] = [nextEnd, next];
	}
	return zstdCompressSync(JSON.stringify(flat));
}

/** Throws when they are damaged. */
export function unpackArrivals(packed: Uint8Array): Arrivals {
	const flat = steps.parse(JSON.parse(zstdDecompressSync(packed).toString('utf8')));
	const arrivals: [number, number][] = [];
	let [end, at] = [0, 0];
	for (let index = 0; index + 1 < flat.length; index += 2) {
		end += flat[index] ?? 0;
		at += flat[index + 1] ?? 0;
		arrivals.push([end, at / MICROSECONDS]);
	}
	return arrivals;
}
