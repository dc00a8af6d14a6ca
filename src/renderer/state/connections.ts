import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { ConfigProblem, Connection, ConnectionId, SignInState } from '../../shared/model/connection.ts';
import type { ModelListing } from '../../shared/model/model-entry.ts';
import type { RequestSettings } from '../../shared/model/settings.ts';
import { useApp } from './app-store.ts';
import { client } from './client.ts';
import { reportProblem } from './errors.ts';

interface Connections {
	/** null: not read yet. */
	readonly connections: readonly Connection[] | null;
	readonly problems: readonly ConfigProblem[];
}

const connectionsStore = createStore<Connections>()(() => ({ connections: null, problems: [] }));

/** The connections of the machine, as they were last read. */
export function useConnections(): Connections {
	return useStore(connectionsStore);
}

/** Reads the AWS config files anew. */
export async function refreshConnections(): Promise<void> {
	try {
		connectionsStore.setState(await client().connections.list());
	} catch (error) {
		reportProblem(error);
	}
}

/** The region that a call would go to; null when neither the settings nor the connection name one. */
export function useRegion(settings: Pick<RequestSettings, 'connection' | 'region'>): string | null {
	const own = useStore(
		connectionsStore,
		({ connections }) => connections?.find(({ id }) => id === settings.connection)?.region ?? null,
	);
	return settings.connection === 'practice' ? own : (settings.region ?? own);
}

/** How the credentials of a connection come about; null for one that is not there (any more). */
export function useCredentialKind(connection: ConnectionId | null): Connection['kind'] | null {
	return useStore(
		connectionsStore,
		({ connections }) => connections?.find(({ id }) => id === connection)?.kind ?? null,
	);
}

/** The region that a connection brings with it, or null. */
export function ownRegion(connection: string): string | null {
	return found(connection)?.region ?? null;
}

/** Where that region comes from; null without one. */
export function ownRegionFrom(connection: string): Connection['regionFrom'] {
	return found(connection)?.regionFrom ?? null;
}

/** How the sign-in that a connection rests on stands; null where nobody signs in for it. */
export function signInOf(connection: ConnectionId): SignInState | null {
	return found(connection)?.signIn ?? null;
}

/** Calls back each time the connections were read; gives back the unsubscribe. */
export function onConnections(listener: () => void): () => void {
	return connectionsStore.subscribe(listener);
}

function found(connection: string): Connection | null {
	return connectionsStore.getState().connections?.find(({ id }) => id === connection) ?? null;
}

/** Rises each time the account was asked for its models. */
const modelsStore = createStore<{ readonly version: number }>()(() => ({ version: 0 }));

/** The models may be others: whoever shows them reads them again. */
export function modelsChanged(): void {
	modelsStore.setState(({ version }) => ({ version: version + 1 }));
}

/** The models and regions as seen from a connection and a region; null until they are read. */
export function useModels(connection: string, region: string | null): ModelListing | null {
	return useModelsOf(connection, region).models;
}

interface ReadModels {
	readonly connection: string;
	readonly region: string | null;
	readonly models: ModelListing | null;
}

/** The same; until they are read, what was read for the connection or region before is given, and is not `current`. */
export function useModelsOf(
	connection: string,
	region: string | null,
): { readonly models: ModelListing | null; readonly current: boolean } {
	const [held, setHeld] = useState<ReadModels | null>(null);
	const ready = useApp((state) => state.phase === 'ready');
	useEffect(() => {
		if (!ready) return;
		let current = true;
		const read = () => {
			client()
				.models.list({ connection, region })
				.then(
					(models) => {
						if (current) setHeld({ connection, region, models });
					},
					(error: unknown) => {
						reportProblem(error);
						// Nothing better comes by waiting.
						if (current) setHeld((before) => ({ connection, region, models: before?.models ?? null }));
					},
				);
		};
		read();
		const unsubscribe = modelsStore.subscribe(read);
		return () => {
			current = false;
			unsubscribe();
		};
	}, [ready, connection, region]);
	return {
		models: held?.models ?? null,
		current: held !== null && held.connection === connection && held.region === region,
	};
}
