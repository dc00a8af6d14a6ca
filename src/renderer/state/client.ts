import type { ContractRouterClient } from '@orpc/contract';
import type { Contract } from '../../shared/contract/index.ts';

/** The typed way to the core: every procedure of the contract. */
export type Client = ContractRouterClient<Contract>;

let current: Client | null = null;

/** Sets the client that every part of the window calls. Called once, at the start. */
export function setClient(client: Client): void {
	current = client;
}

/** The client. Throws when it is asked for before the connection is there. */
export function client(): Client {
	if (current === null) throw new Error('The client was asked for before the connection was there.');
	return current;
}
