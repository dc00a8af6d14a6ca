import { appContract } from './app.ts';
import { connectionsContract, modelsContract } from './connections.ts';
import { conversationsContract } from './conversations.ts';
import { exchangesContract } from './exchanges.ts';
import { settingsContract } from './settings.ts';
import { turnsContract } from './turns.ts';

/** Every procedure that a window may call. One file an area; only JSON-safe values cross. */
export const contract = {
	app: appContract,
	connections: connectionsContract,
	models: modelsContract,
	conversations: conversationsContract,
	turns: turnsContract,
	exchanges: exchangesContract,
	settings: settingsContract,
};

export type Contract = typeof contract;
