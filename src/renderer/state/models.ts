import { useEffect, useState } from 'react';
import { createStore } from 'zustand/vanilla';
import type { ModelListing } from '../../shared/model/model-entry.ts';
import type { RequestSettings } from '../../shared/model/settings.ts';
import { useApp } from './app-store.ts';
import { client } from './client.ts';
import { useRegion } from './connections.ts';
import { reportProblem } from './errors.ts';
import { inOrder } from './in-order.ts';

/** Whose models, and seen from where. */
export type ModelsFrom = Pick<RequestSettings, 'connection' | 'region' | 'fips' | 'dualStack'>;

/** The models that were read last, and from where they were seen. */
export interface HeldModels {
	readonly from: ModelsFrom;
	readonly models: ModelListing;
}

/** Rises each time the account was asked for its models. */
const modelsStore = createStore<{ readonly version: number }>()(() => ({ version: 0 }));

/** The models may be others: whoever shows them reads them again. */
export function modelsChanged(): void {
	modelsStore.setState(({ version }) => ({ version: version + 1 }));
}

/**
 * Reads the models as seen from somewhere, now and each time they may be others; gives back the end of it. A read that
 * fails is reported and holds nothing: what was held before stays what it is.
 */
export function followModels(from: ModelsFrom, hold: (held: HeldModels) => void): () => void {
	let wanted = true;
	const order = inOrder();
	const read = () => {
		const isNewest = order();
		client()
			.models.list(from)
			.then((models) => {
				if (wanted && isNewest()) hold({ from, models });
			}, reportProblem);
	};
	read();
	const unsubscribe = modelsStore.subscribe(read);
	return () => {
		wanted = false;
		unsubscribe();
	};
}

/** What of the held models serves from somewhere: those of elsewhere are better than none, but not `current`. */
export function modelsAt(
	held: HeldModels | null,
	{ connection, region, fips, dualStack }: ModelsFrom,
): { readonly models: ModelListing | null; readonly current: boolean } {
	if (held === null) return { models: null, current: false };
	const { from, models } = held;
	const same = from.connection === connection && from.region === region;
	return { models, current: same && from.fips === fips && from.dualStack === dualStack };
}

/** Where a call with these settings would see models from: in the connection's own region where they name none. */
export function useModelsFrom({ connection, region, fips, dualStack }: ModelsFrom): ModelsFrom {
	return { connection, region: useRegion({ connection, region }), fips, dualStack };
}

/**
 * The models and regions as seen from somewhere; null until they are read. Until then what was read for another place is
 * given, and is not `current`.
 */
export function useModels(from: ModelsFrom): ReturnType<typeof modelsAt> {
	const { connection, region, fips, dualStack } = from;
	const [held, setHeld] = useState<HeldModels | null>(null);
	const ready = useApp((state) => state.phase === 'ready');
	useEffect(() => {
		if (!ready) return;
		return followModels({ connection, region, fips, dualStack }, setHeld);
	}, [ready, connection, region, fips, dualStack]);
	return modelsAt(held, from);
}
