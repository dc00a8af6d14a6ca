import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { ConnectionId } from '../../shared/model/connection.ts';

/** Whom to ask about: a connection, and the region to ask in (null: its own). */
export interface AskedIdentity {
	readonly connection: ConnectionId;
	readonly region: string | null;
}

interface AccessDialogs {
	readonly identity: AskedIdentity | null;
	readonly apiKey: boolean;
}

const dialogStore = createStore<AccessDialogs>()(() => ({ identity: null, apiKey: false }));

/** Asks AWS who a connection's calls are made as, and shows it. */
export function askWhoAmI(identity: AskedIdentity): void {
	dialogStore.setState({ identity });
}

/** Who was asked about, and the way to close it. */
export function useWhoAmI(): readonly [AskedIdentity | null, () => void] {
	return [useStore(dialogStore, (state) => state.identity), () => dialogStore.setState({ identity: null })];
}

/** Opens the place where a Bedrock API key is given, replaced and removed. */
export function openApiKey(): void {
	dialogStore.setState({ apiKey: true });
}

/** Whether that place is open, and the way to close it. */
export function useApiKeyDialog(): readonly [boolean, () => void] {
	return [useStore(dialogStore, (state) => state.apiKey), () => dialogStore.setState({ apiKey: false })];
}
