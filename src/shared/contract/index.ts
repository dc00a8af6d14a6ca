import { appContract } from './app.ts';
import { attachmentsContract } from './attachments.ts';
import { comparisonsContract } from './comparisons.ts';
import { apiKeyContract, connectionsContract, questionsContract } from './connections.ts';
import { conversationsContract } from './conversations.ts';
import { exchangesContract } from './exchanges.ts';
import { filesContract } from './files.ts';
import { modelsContract } from './models.ts';
import { settingsContract } from './settings.ts';
import { setupContract } from './setup.ts';
import { storageContract } from './storage.ts';
import { turnsContract } from './turns.ts';

/** Every procedure that a window may call. One file an area; only JSON-safe values cross. */
export const contract = {
	app: appContract,
	connections: connectionsContract,
	apiKey: apiKeyContract,
	questions: questionsContract,
	setup: setupContract,
	models: modelsContract,
	conversations: conversationsContract,
	comparisons: comparisonsContract,
	turns: turnsContract,
	attachments: attachmentsContract,
	exchanges: exchangesContract,
	files: filesContract,
	settings: settingsContract,
	storage: storageContract,
};

export type Contract = typeof contract;
