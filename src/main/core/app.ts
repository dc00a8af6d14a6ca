import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { EventPublisher } from '@orpc/server';
import type { AppEvent } from '../../shared/contract/app.ts';
import { API_KEY } from '../../shared/model/connection.ts';
import { createBedrockCaller } from './bedrock/bedrock-caller.ts';
import { callLimits } from './bedrock/call-limits.ts';
import { createCountTokens } from './bedrock/count-tokens.ts';
import { openFrame } from './bedrock/frame-fields.ts';
import { pulseOfFrames } from './bedrock/frame-pulse.ts';
import { pageOfFrames } from './bedrock/frames.ts';
import { createComparisons } from './comparisons/comparisons.ts';
import { createConversations } from './conversations/conversations.ts';
import { createApiKey } from './credentials/api-key.ts';
import { createClientAccess } from './credentials/client-access.ts';
import { listConnections } from './credentials/connections.ts';
import { createCredentialResolver } from './credentials/resolve-credentials.ts';
import { createSignIn } from './credentials/sso/sign-in.ts';
import { watchAwsFiles } from './credentials/watch-aws-files.ts';
import { createWhoAmI } from './credentials/who-am-i.ts';
import { createExchangeReader } from './exchanges/exchange-reader.ts';
import { createLeastPolicy } from './exchanges/least-policy.ts';
import { createCopyAsCode } from './export/code/copy-as-code.ts';
import { createExportFile } from './export/export-file.ts';
import { dataFolderProblem } from './hosting/data-folder-problem.ts';
import { createImportFile } from './imports/import-file.ts';
import { createImports, withImports } from './imports/imports.ts';
import { createModels } from './models/models.ts';
import { createNetwork } from './network/network.ts';
import { createNotices } from './notices/notices.ts';
import type { Ports } from './ports.ts';
import { knownWords } from './presenter/known-words.ts';
import { presentBytes } from './presenter/present-bytes.ts';
import { presentExchanges } from './presenter/present-exchanges.ts';
import { presentRouter } from './presenter/present-router.ts';
import { createPresenter } from './presenter/presenter.ts';
import { createPreview } from './preview/preview.ts';
import { createQuestions } from './questions/questions.ts';
import type { AppRouter } from './router.ts';
import { createRouter } from './router.ts';
import { loadSettings } from './settings/settings.ts';
import { awsCliVersion } from './setup/aws-cli.ts';
import { lookAround } from './setup/look-around.ts';
import { createTestCall } from './setup/test-call.ts';
import { createHousekeeping } from './storage/housekeeping.ts';
import { openStore } from './storage/open-store.ts';
import { createStorage } from './storage/storage.ts';
import { withRecent } from './turns/recent-models.ts';
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

	const surroundings = { environment, homeFolder };
	const { systemProxy } = ports;
	const network = createNetwork({ settings: settings.get, ...surroundings, systemProxy, log });
	const questions = createQuestions(newId, () => tell({ type: 'questions' }));
	const storedApiKey = () => ports.secrets.read('api-key');
	const connectTimeout = () => settings.get().calls.connectSeconds * 1000;
	const systemFolder = '/sys';
	const connectionsChanged = () => {
		presenter.changed();
		tell({ type: 'connections' });
	};
	const watching = watchAwsFiles({ surroundings, changed: connectionsChanged, log });
	const access = createClientAccess({
		surroundings,
		practice,
		resolver: createCredentialResolver({
			surroundings,
			clock,
			network,
			questions,
			storedApiKey,
			connectTimeout,
			systemFolder,
		}),
		network,
		storedApiKey,
		connectTimeout,
	});
	const calling = {
		clock,
		log,
		access,
		limits: (streaming: boolean) => callLimits(settings.get().calls, streaming),
	};
	const call = createBedrockCaller(calling);
	const connections = () =>
		listConnections({ ...surroundings, clock, practiceRegion: practice.region, storedApiKey, systemFolder });
	const whoAmI = createWhoAmI(access, async (connection) => {
		const listed = (await connections()).connections.find(({ id }) => id === connection);
		return listed?.kind ?? 'none';
	});
	const housekeeping = createHousekeeping({
		store,
		settings: () => settings.get().storage,
		clock,
		log,
		forgot(ids) {
			for (const id of ids) tell({ type: 'conversation', id });
			tell({ type: 'storage' });
		},
	});
	settings.subscribe(() => housekeeping.wake());
	const changed = (id: string) => {
		tell({ type: 'conversations' });
		tell({ type: 'conversation', id });
		housekeeping.wake();
	};
	const began = (modelId: string) =>
		settings.update({ recentModels: withRecent(settings.get().recentModels, modelId) });
	const turns = createTurns({
		store,
		call,
		clock,
		log,
		newId,
		continuation: () => settings.get().continuation,
		began,
		changed,
	});
	const imports = createImports(newId);
	const readable = withImports(store, imports);
	const conversations = createConversations({
		store: readable,
		turns,
		clock,
		newId,
		defaults: () => settings.get().defaults,
		changed,
	});

	const presenter = createPresenter({
		isOn: () => settings.get().presenter,
		known: async () => knownWords((await connections()).connections, settings.get(), surroundings),
		drafts: 'app.shown',
	});
	settings.subscribe(() => presenter.changed());

	const closing = new AbortController();
	const models = createModels(access, clock, () => tell({ type: 'models' }));
	const reading = { store: readable, turns, pageOfFrames, pulseOfFrames, openFrame };
	const exchanges = createExchangeReader(reading);
	const leastPolicy = createLeastPolicy(models);
	const preview = createPreview({ turns, exchanges, access, countTokens: createCountTokens(calling) });

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
		comparisons: createComparisons({ conversations, newId }),
		turns,
		attachment: readable.attachment,
		preview,
		exchanges: presentExchanges(
			exchanges,
			createExchangeReader({ ...reading, present: presentBytes(presenter) }),
			presenter,
		),
		listConnections: connections,
		whoAmI,
		signIn: createSignIn({
			access,
			surroundings,
			clock,
			openExternal: ports.openExternal,
			changed: () => tell({ type: 'connections' }),
			closing: closing.signal,
		}),
		apiKey: createApiKey(ports.secrets, () => {
			models.forget(API_KEY);
			tell({ type: 'connections' });
		}),
		questions,
		models,
		leastPolicy,
		exportFile: createExportFile(
			{
				conversation: conversations.get,
				exchanges,
				arrivals: exchanges.arrivals,
				attachment: readable.attachment,
			},
			ports.version,
			presenter.masker,
		),
		importFile: createImportFile({ imports, clock, newId, changed }),
		copyAsCode: createCopyAsCode({
			exchanges,
			turn: async (id) => turns.live(id)?.turn() ?? (await readable.turn(id)),
			leastPolicy,
			furtherCalls: () => settings.get().continuation.calls,
		}),
		networkState: () => network.state(),
		storage: createStorage({ store, clock, changed }),
		lookAround: () => lookAround(surroundings, connections),
		awsCli: () => awsCliVersion({ ...surroundings, platform: ports.platform }),
		testCall: createTestCall({ access, whoAmI, call, clock }),
	});

	housekeeping.wake();
	return {
		router: presentRouter(router, presenter),
		async close() {
			closing.abort();
			await housekeeping.close();
			await watching.close();
			await turns.close();
			await store.close();
			network.close();
		},
	};
}
