import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { RequestSettings } from '../../shared/model/settings.ts';

/** Whom to ask about: a connection, and where to ask (null: as the connection is configured). */
export type AskedIdentity = Readonly<Pick<RequestSettings, 'connection' | 'region' | 'fips' | 'dualStack'>>;

/** The choice that a Bedrock API key would be taken for: the open conversation's, the defaults', the first-run page's. */
export interface KeyUse {
	/** It is taken already. */
	readonly used: boolean;
	readonly use: () => void;
	/** Where the focus goes then; without it, back where it was. */
	readonly focus?: () => void;
}

interface AccessDialogs {
	readonly identity: AskedIdentity | null;
	readonly apiKey: KeyUse | null;
}

const dialogStore = createStore<AccessDialogs>()(() => ({ identity: null, apiKey: null }));

/** Asks AWS who a connection's calls are made as, and shows it. */
export function askWhoAmI(identity: AskedIdentity): void {
	dialogStore.setState({ identity });
}

/** Who was asked about, and the way to close it. */
export function useWhoAmI(): readonly [AskedIdentity | null, () => void] {
	return [useStore(dialogStore, (state) => state.identity), () => dialogStore.setState({ identity: null })];
}

/** Opens the place where a Bedrock API key is given, replaced and removed, and taken for the choice that it was opened from. */
export function openApiKey(apiKey: KeyUse): void {
	dialogStore.setState({ apiKey });
}

/** What that place was opened for, null while it is closed; and the way to close it. */
export function useApiKeyDialog(): readonly [KeyUse | null, () => void] {
	return [useStore(dialogStore, (state) => state.apiKey), () => dialogStore.setState({ apiKey: null })];
}
