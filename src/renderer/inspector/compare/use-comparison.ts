import { useCallback, useEffect, useRef, useState } from 'react';
import type { CompareAnswer, CompareQuestion, Listing } from './compare-messages.ts';
import { PAGE } from './compare-messages.ts';
import type { CompareInput } from './diff/comparison.ts';
import type { DiffRow } from './diff/row.ts';
import type { Summary } from './diff/summarise.ts';

/** A comparison as far as the window holds it. */
export interface HeldComparison {
	readonly summary: Summary;
	readonly listing: Listing;
	/** Rows by the page that they are in. */
	readonly pages: ReadonlyMap<number, readonly DiffRow[]>;
}

/** A comparison that is being made, was made or could not be. */
export type Compared =
	| { readonly status: 'comparing' }
	| ({ readonly status: 'ready' } & HeldComparison)
	| { readonly status: 'failed' };

/** A comparison, and what can be asked of it. */
export interface ComparisonHandle {
	readonly compared: Compared;
	/** Asks for the rows around a place, where they are not there yet. */
	readonly need: (place: number) => void;
	/** Opens or closes a fold; `place` is in view. */
	readonly toggle: (id: number, place: number) => void;
}

/** The row at a place; undefined: not there yet. */
export function rowAt({ pages }: HeldComparison, place: number): DiffRow | undefined {
	return pages.get(Math.floor(place / PAGE))?.[place % PAGE];
}

/**
 * Compares in a worker, which is ended when something else is to be compared. `input` must stay the same object as long
 * as the sides do.
 */
export function useComparison(input: CompareInput): ComparisonHandle {
	const [held, setHeld] = useState<{ readonly input: CompareInput; readonly compared: Compared } | null>(null);
	const worker = useRef<Worker | null>(null);
	const asked = useRef<Set<string>>(new Set());

	useEffect(() => {
		const running = new Worker(new URL('./compare-worker.ts', import.meta.url), { type: 'module' });
		worker.current = running;
		asked.current = new Set();
		running.addEventListener('message', ({ data }: MessageEvent<CompareAnswer>) => {
			setHeld((known) => ({ input, compared: told(known?.input === input ? known.compared : null, data) }));
		});
		running.addEventListener('error', (event) => {
			event.preventDefault();
			setHeld({ input, compared: { status: 'failed' } });
		});
		running.postMessage({ ask: 'compare', input } satisfies CompareQuestion);
		return () => {
			running.terminate();
			worker.current = null;
		};
	}, [input]);

	const compared = held?.input === input ? held.compared : ({ status: 'comparing' } as const);
	const round = compared.status === 'ready' ? compared.listing.round : 0;
	const need = useCallback(
		(place: number) => {
			const from = Math.floor(place / PAGE) * PAGE;
			const key = `${round} ${from}`;
			if (asked.current.has(key)) return;
			asked.current.add(key);
			worker.current?.postMessage({ ask: 'rows', from, round } satisfies CompareQuestion);
		},
		[round],
	);
	const toggle = useCallback((id: number, place: number) => {
		const from = Math.floor(place / PAGE) * PAGE;
		worker.current?.postMessage({ ask: 'toggle', id, from } satisfies CompareQuestion);
	}, []);
	return { compared, need, toggle };
}

function told(known: Compared | null, data: CompareAnswer): Compared {
	const { from, rows, round } = data.page;
	const place = from / PAGE;
	if (data.answer === 'page') {
		// A page of a list that is not shown any more.
		if (known?.status !== 'ready' || known.listing.round !== round) return known ?? { status: 'comparing' };
		return { ...known, pages: new Map(known.pages).set(place, rows) };
	}
	const summary = data.summary ?? (known?.status === 'ready' ? known.summary : null);
	if (summary === null) return { status: 'comparing' };
	return { status: 'ready', summary, listing: data.listing, pages: new Map([[place, rows]]) };
}
