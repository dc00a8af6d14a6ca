import type { RefObject } from 'react';
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { SentPlace } from '../../../shared/model/sent-table.ts';

interface Asked {
	readonly attemptId: string;
	readonly place: SentPlace;
}

const store = createStore<{ readonly asked: Asked | null }>()(() => ({ asked: null }));

/** Lets the request of an attempt show a place: its headers or its body goes there, and explains it. */
export function askForPlace(attemptId: string, place: SentPlace): void {
	store.setState({ asked: { attemptId, place } });
}

/** The path in the body of an attempt's request that was asked for; null: none. */
export function useAskedPath(attemptId: string): ReadonlyArray<string | number> | null {
	return useStore(store, ({ asked }) =>
		asked?.attemptId === attemptId && asked.place.kind === 'body' ? asked.place.path : null,
	);
}

/** Says that the place that was asked for is shown. */
export function placeShown(): void {
	store.setState({ asked: null });
}

/** Focuses the row of the header that was asked for, as soon as the rows of the request's headers are there. */
export function useAskedHeader(rows: RefObject<HTMLTableSectionElement | null>, shown: boolean): void {
	const name = useStore(store, ({ asked }) => (asked?.place.kind === 'header' ? asked.place.name : null));
	useEffect(() => {
		if (name === null || !shown) return;
		const row = [...(rows.current?.rows ?? [])].find(({ cells }) => cells[0]?.textContent === name);
		row?.focus();
		placeShown();
	}, [name, rows, shown]);
}
