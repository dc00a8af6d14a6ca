import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { EventPublisher } from '@orpc/server';
import type { AppEvent } from '../../shared/contract/app.ts';
import { createBedrockCaller } from './bedrock/bedrock-caller.ts';
import { callLimits } from './bedrock/call-limits.ts';
import { pageOfFrames } from './bedrock/frames.ts';
import { createConversations } from './conversations/conversations.ts';
import { listConnections } from './credentials/connections.ts';
import { createExchangeReader } from './exchanges/exchange-reader.ts';
import { dataFolderProblem } from './hosting/data-folder-problem.ts';
import { listModels } from './models/list-models.ts';
import { createNotices } from './notices/notices.ts';
import type { Ports } from './ports.ts';
import type { AppRouter } from './router.ts';
import { createRouter } from './router.ts';
import { loadSettings } from './settings/settings.ts';
import { openStore } from './storage/open-store.ts';
import { createTurns } from './turns/turns.ts';

export interface App {
	/** Answers the contract; a host puts it behind its transport. */
	readonly router: AppRouter;
	/** Ends running turns as interrupted, saves them and closes the store. */
	close(): Promise<void>;
}

/** The only place where the parts are joined. The host holds the data folder's lock before it calls this. */
export async function createApp(ports: Ports): Promise<App> {
	const { clock, log, environment, homeFolder, practice } = ports;
	const newId = () => randomUUID();
	const events = new EventPublisher<{ app: AppEvent }>();
	const tell = (event: AppEvent) => events.publish('app', event);

	const notices = createNotices(newId, () => tell({ type: 'notices' }));
	const { store, setAside } = await openStore({ file: join(ports.dataFolder, 'outcrop.db'), clock, log }).catch(
		(error: unknown) => {
			throw dataFolderProblem(ports.dataFolder, error);
		},
	);
	if (setAside !== null) notices.add({ code: 'database-set-aside', ...setAside });
	const settings = loadSettings({ file: ports.settingsFile, clock, log });
	if (settings.setAside !== null) notices.add({ code: 'settings-set-aside', ...settings.setAside });
	settings.subscribe(() => {
		tell({ type: 'settings' });
		const failed = settings.notSaved();
		if (failed === null) notices.withdraw('settings-not-saved');
		else notices.add({ code: 'settings-not-saved', ...failed });
	});

	const call = createBedrockCaller({
		clock,
		log,
		environment,
		homeFolder,
		practice,
		limits: (streaming) => callLimits(settings.get().calls, streaming),
	});
	const changed = (id: string) => {
		tell({ type: 'conversations' });
		tell({ type: 'conversation', id });
	};
	const turns = createTurns({ store, call, clock, log, newId, changed });
	const conversations = createConversations({
		store,
		turns,
		clock,
		newId,
		defaults: () => settings.get().defaults,
		changed,
	});

	const router = createRouter({
		info: () => ({
			version: ports.version,
			host: ports.host,
			platform: ports.platform,
			locale: ports.locale,
			dataFolder: ports.dataFolder,
			readOnly: store.readOnly,
			practice: { endpoint: practice.endpoint, region: practice.region },
		}),
		events,
		notices,
		settings,
		conversations,
		turns,
		exchanges: createExchangeReader({ store, turns, pageOfFrames }),
		openExternal: ports.openExternal,
		listConnections: () => listConnections({ environment, homeFolder, practiceRegion: practice.region }),
		listModels,
	});

	return {
		router,
		async close() {
			await turns.close();
			await store.close();
		},
	};
}
