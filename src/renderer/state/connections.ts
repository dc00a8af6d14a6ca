import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { ConfigProblem, Connection, ConnectionId, SignInState } from '../../shared/model/connection.ts';
import type { RequestSettings } from '../../shared/model/settings.ts';
import { client } from './client.ts';
import { reportProblem } from './errors.ts';
import { inOrder } from './in-order.ts';

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

const order = inOrder();

/** Reads the AWS config files anew. */
export async function refreshConnections(): Promise<void> {
	const isNewest = order();
	try {
		const read = await client().connections.list();
		if (isNewest()) connectionsStore.setState(read);
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
