import { createHash } from 'node:crypto';
import type { CacheUse } from '../completion.ts';
import { NO_CACHE } from '../completion.ts';
import type { Prompt } from '../prompt.ts';
import { partsOf, tokensOf } from '../prompt.ts';
import type { CacheTtl, PromptPart } from '../prompt-parts.ts';

/** Beginnings of prompts that were to be kept, in memory. */
export interface PromptCache {
	/** What of a prompt is read from the cache and written to it. */
	use(prompt: Prompt, modelId: string): CacheUse;
}

/** A shorter beginning is passed over without a word (AWS: prompt caching; some models want more). */
const LEAST_TOKENS = 1024;

const LASTS: Readonly<Record<CacheTtl, number>> = { '5m': 5 * 60_000, '1h': 60 * 60_000 };

/** `now` in milliseconds. What is read is kept for as long again. */
export function createPromptCache(now: () => number): PromptCache {
	const kept = new Map<string, { readonly until: number; readonly ttl: CacheTtl }>();
	const isKept = (key: string) => (kept.get(key)?.until ?? 0) > now();
	const forgetOld = () => {
		for (const key of kept.keys()) if (!isKept(key)) kept.delete(key);
	};
	const keep = (key: string, ttl: CacheTtl) => {
		kept.set(key, { until: now() + LASTS[ttl], ttl });
	};

	return {
		use(prompt, modelId) {
			const { ends, points } = beginnings(prompt, modelId);
			const last = points.findLast(({ tokens }) => tokens >= LEAST_TOKENS);
			if (last === undefined) return NO_CACHE;
			forgetOld();
			// A beginning that an earlier request kept counts wherever it ends: its point has moved on since.
			const read = ends.findLast(({ key, tokens }) => tokens <= last.tokens && isKept(key)) ?? { key: '', tokens: 0 };
			const before = kept.get(read.key);
			if (before !== undefined) keep(read.key, before.ttl);
			const written = new Map<CacheTtl, number>();
			let from = read.tokens;
			for (const { key, tokens, ttl } of points) {
				if (tokens < LEAST_TOKENS) continue;
				keep(key, ttl);
				if (tokens > from) written.set(ttl, (written.get(ttl) ?? 0) + tokens - from);
				from = Math.max(from, tokens);
			}
			return { read: read.tokens, written: [...written].map(([ttl, tokens]) => ({ ttl, tokens })) };
		},
	};
}

/** The beginnings of a prompt after each of its parts, and those at which a cache point stands. */
function beginnings(prompt: Prompt, modelId: string) {
	const ends: { readonly key: string; readonly tokens: number }[] = [];
	const points: { readonly key: string; readonly tokens: number; readonly ttl: CacheTtl }[] = [];
	let key = modelId;
	let tokens = 0;
	for (const { place, part } of placed(prompt)) {
		if (part.type === 'cache') {
			points.push({ key, tokens, ttl: part.ttl });
			continue;
		}
		key = createHash('sha256').update(key).update(place).update(JSON.stringify(part)).digest('hex');
		tokens += tokensOf(part);
		ends.push({ key, tokens });
	}
	return { ends, points };
}

function placed(prompt: Prompt): readonly { readonly place: string; readonly part: PromptPart }[] {
	const head = prompt.head.map((part) => ({ place: 'head', part }));
	return [...head, ...prompt.turns.flatMap((turn) => partsOf(turn).map((part) => ({ place: turn.role, part })))];
}
