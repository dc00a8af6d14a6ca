import type { EventPublisher, ORPCErrorConstructorMap } from '@orpc/server';
import { implement } from '@orpc/server';
import { assertNever } from '../../shared/assert-never.ts';
import type { AppEvent, AppInfo } from '../../shared/contract/app.ts';
import { contract } from '../../shared/contract/index.ts';
import type { appErrors } from '../../shared/errors.ts';
import type { ConfigProblem, Connection } from '../../shared/model/connection.ts';
import type { Turn } from '../../shared/model/conversation.ts';
import type { NetworkState } from '../../shared/model/network-state.ts';
import type { LeastPolicy, PolicyCall } from '../../shared/model/policy.ts';
import type { Machine } from '../../shared/model/setup.ts';
import type { Comparisons } from './comparisons/comparisons.ts';
import type { Conversations } from './conversations/conversations.ts';
import type { ApiKey } from './credentials/api-key.ts';
import type { SignIn } from './credentials/sso/sign-in.ts';
import type { WhoAmI } from './credentials/who-am-i.ts';
import type { ExchangeReader } from './exchanges/exchange-reader.ts';
import { policyCallOf } from './exchanges/policy-call.ts';
import type { CopyAsCode } from './export/code/copy-as-code.ts';
import type { ExportFile } from './export/export-file.ts';
import type { ImportFile } from './imports/import-file.ts';
import type { Models } from './models/models.ts';
import type { Notices } from './notices/notices.ts';
import type { Preview } from './preview/preview.ts';
import type { Questions } from './questions/questions.ts';
import type { Settings } from './settings/settings.ts';
import type { TestCall } from './setup/test-call.ts';
import type { Storage } from './storage/storage.ts';
import type { Store } from './storage/store.ts';
import { StoreError } from './storage/store-error.ts';
import type { TurnStarted } from './turns/turn-started.ts';
import type { Turns } from './turns/turns.ts';

/** The parts that the procedures call. */
export interface Parts {
	readonly info: () => AppInfo;
	readonly events: EventPublisher<{ app: AppEvent }>;
	readonly notices: Notices;
	readonly settings: Settings;
	readonly conversations: Conversations;
	readonly comparisons: Comparisons;
	readonly turns: Turns;
	/** The bytes of a file that went with a message. */
	readonly attachment: Store['attachment'];
	readonly preview: Preview;
	readonly exchanges: ExchangeReader;
	readonly listConnections: () => Promise<{ connections: Connection[]; problems: ConfigProblem[] }>;
	readonly whoAmI: WhoAmI;
	readonly signIn: SignIn;
	readonly apiKey: ApiKey;
	readonly questions: Questions;
	readonly models: Models;
	readonly leastPolicy: (call: PolicyCall, signal: AbortSignal) => Promise<LeastPolicy>;
	readonly copyAsCode: CopyAsCode;
	readonly exportFile: ExportFile;
	readonly importFile: ImportFile;
	readonly lookAround: () => Promise<Machine>;
	readonly awsCli: () => Promise<string | null>;
	readonly testCall: TestCall;
	readonly networkState: () => Promise<NetworkState>;
	readonly storage: Storage;
}

/** The contract, answered by the parts. Nothing is decided here: a procedure names its part and its errors. */
export function createRouter(parts: Parts) {
	const os = implement(contract);

	const api = os.use(async ({ next, errors }) => {
		try {
			return await next();
		} catch (error) {
			if (!(error instanceof StoreError)) throw error;
			if (error.code === 'read-only') throw errors.READ_ONLY();
			if (error.code === 'forgotten') throw errors.FORGOTTEN();
			if (error.code === 'corrupt') throw errors.CORRUPT({ data: { detail: error.message } });
			throw errors.NOT_SAVED({ data: { detail: error.message } });
		}
	});

	return api.router({
		app: {
			info: api.app.info.handler(() => parts.info()),
			notices: api.app.notices.handler(() => parts.notices.list()),
			dismissNotice: api.app.dismissNotice.handler(({ input }) => parts.notices.dismiss(input.id)),
			shown: api.app.shown.handler(({ input }) => input),
			events: api.app.events.handler(({ signal }) =>
				parts.events.subscribe('app', signal === undefined ? {} : { signal }),
			),
		},
		connections: {
			list: api.connections.list.handler(() => parts.listConnections()),
			whoAmI: api.connections.whoAmI.handler(({ input, signal }) => parts.whoAmI(input, signal ?? never)),
			signIn: api.connections.signIn.handler(({ input, signal }) => parts.signIn(input, signal ?? never)),
		},
		apiKey: {
			get: api.apiKey.get.handler(() => parts.apiKey.state()),
			set: api.apiKey.set.handler(({ input }) => parts.apiKey.set(input.key)),
			remove: api.apiKey.remove.handler(() => parts.apiKey.remove()),
		},
		questions: {
			list: api.questions.list.handler(() => parts.questions.list()),
			answer: api.questions.answer.handler(({ input }) => parts.questions.answer(input.id, input.answer)),
			decline: api.questions.decline.handler(({ input }) => parts.questions.decline(input.id)),
		},
		models: {
			list: api.models.list.handler(({ input }) => parts.models.list(input)),
			refresh: api.models.refresh.handler(({ input, signal }) => parts.models.refresh(input, signal ?? never)),
		},
		setup: {
			look: api.setup.look.handler(() => parts.lookAround()),
			awsCli: api.setup.awsCli.handler(() => parts.awsCli()),
			test: api.setup.test.handler(({ input, signal }) => parts.testCall(input, signal ?? never)),
		},
		conversations: {
			list: api.conversations.list.handler(() => parts.conversations.list()),
			get: api.conversations.get.handler(async ({ input, errors }) =>
				found(await parts.conversations.get(input.id), 'conversation', errors),
			),
			create: api.conversations.create.handler(({ input }) =>
				parts.conversations.create(input.settings ?? {}, input.comparison),
			),
			rename: api.conversations.rename.handler(async ({ input, errors }) =>
				found(await parts.conversations.rename(input.id, input.title), 'conversation', errors),
			),
			remove: api.conversations.remove.handler(async ({ input, errors }) =>
				done(await parts.conversations.remove(input.id), 'conversation', errors),
			),
			restore: api.conversations.restore.handler(async ({ input, errors }) =>
				found(await parts.conversations.restore(input.id), 'conversation', errors),
			),
			updateSettings: api.conversations.updateSettings.handler(async ({ input, errors }) =>
				found(await parts.conversations.updateSettings(input.id, input.settings), 'conversation', errors),
			),
		},
		comparisons: {
			create: api.comparisons.create.handler(({ input }) => parts.comparisons.create(input.columns)),
			rename: api.comparisons.rename.handler(async ({ input, errors }) =>
				done(await parts.comparisons.rename(input.id, input.title), 'conversation', errors),
			),
			remove: api.comparisons.remove.handler(async ({ input, errors }) =>
				done(await parts.comparisons.remove(input.id), 'conversation', errors),
			),
			restore: api.comparisons.restore.handler(async ({ input, errors }) =>
				done(await parts.comparisons.restore(input.id), 'conversation', errors),
			),
		},
		turns: {
			start: api.turns.start.handler(async ({ input, errors }) =>
				startedOr(await parts.turns.start(input.conversationId, input.text, input.body, input.attachments), errors),
			),
			preview: api.turns.preview.handler(async ({ input, errors }) =>
				found(await parts.preview.body(input), input.exchangeId === null ? 'conversation' : 'exchange', errors),
			),
			countTokens: api.turns.countTokens.handler(async ({ input, errors, signal }) =>
				found(await parts.preview.count(input, input.body, signal ?? never), 'conversation', errors),
			),
			stop: api.turns.stop.handler(({ input }) => parts.turns.stop(input.turnId)),
			retry: api.turns.retry.handler(async ({ input, errors }) =>
				startedOr(await parts.turns.retry(input.turnId), errors),
			),
			continue: api.turns.continue.handler(async ({ input, errors }) =>
				startedOr(await parts.turns.continue(input.turnId), errors),
			),
			answerTools: api.turns.answerTools.handler(async ({ input, errors }) =>
				startedOr(await parts.turns.answerTools(input.turnId, input.results), errors),
			),
			ownResult: api.turns.ownResult.handler(async ({ input, errors }) =>
				found(await parts.turns.ownResult(input.turnId, input.toolUseId), 'turn', errors),
			),
			// Not a generator of its own: what it threw would come after the middleware that knows the store's errors.
			watch: api.turns.watch.handler(async ({ input, errors, signal }) =>
				found(await parts.turns.watch(input.turnId, input.after, signal), 'turn', errors),
			),
		},
		attachments: {
			read: api.attachments.read.handler(async ({ input, errors }) =>
				inBase64(found(await parts.attachment(input.conversationId, input.sha256), 'attachment', errors)),
			),
		},
		exchanges: {
			get: api.exchanges.get.handler(async ({ input, errors }) =>
				found(await parts.exchanges.exchange(input.exchangeId), 'exchange', errors),
			),
			policy: api.exchanges.policy.handler(async ({ input, errors, signal }) =>
				parts.leastPolicy(
					'call' in input
						? input.call
						: await policyCallOf(
								found(await parts.exchanges.exchange(input.exchangeId), 'exchange', errors),
								parts.exchanges.body,
							),
					signal ?? never,
				),
			),
			code: api.exchanges.code.handler(async ({ input, errors, signal }) =>
				found(await parts.copyAsCode(input, signal ?? never), 'exchange', errors),
			),
			body: api.exchanges.body.handler(async ({ input, errors }) =>
				inBase64(found(await parts.exchanges.body(input.attemptId, input.side), 'attempt', errors)),
			),
			sentSettings: api.exchanges.sentSettings.handler(async ({ input, errors }) =>
				found(await parts.exchanges.sentSettings(input.exchangeId, input.attemptId), 'attempt', errors),
			),
			frames: api.exchanges.frames.handler(async ({ input, errors }) =>
				found(await parts.exchanges.frames(input.attemptId, input.after, input.limit), 'attempt', errors),
			),
			pulse: api.exchanges.pulse.handler(async ({ input, errors }) =>
				found(await parts.exchanges.pulse(input.exchangeId, input.attemptId, input.after), 'attempt', errors),
			),
			frameBytes: api.exchanges.frameBytes.handler(async ({ input, errors }) =>
				found(await parts.exchanges.frameBytes(input.attemptId, input.index), 'attempt', errors),
			),
		},
		files: {
			export: api.files.export.handler(async ({ input, errors }) =>
				found(await parts.exportFile(input), input.scope.turnId === null ? 'conversation' : 'turn', errors),
			),
			import: api.files.import.handler(({ input }) =>
				parts.importFile(input.fileName, Buffer.from(input.base64, 'base64')),
			),
		},
		settings: {
			get: api.settings.get.handler(() => parts.settings.get()),
			update: api.settings.update.handler(({ input }) => parts.settings.update(input)),
			network: api.settings.network.handler(() => parts.networkState()),
		},
		storage: {
			use: api.storage.use.handler(() => parts.storage.use()),
			captured: api.storage.captured.handler(({ input }) => parts.storage.captured(input.conversationId)),
			forget: api.storage.forget.handler(({ input }) => parts.storage.forget(input.conversationId)),
			freeSpace: api.storage.freeSpace.handler(() => parts.storage.freeSpace()),
		},
	});
}

export type AppRouter = ReturnType<typeof createRouter>;

/** For a caller that can't abort. */
const never = new AbortController().signal;

type Errors = ORPCErrorConstructorMap<typeof appErrors>;

type Sought = 'conversation' | 'turn' | 'exchange' | 'attempt' | 'attachment';

function found<T>(value: T | null, what: Sought, errors: Errors): T {
	if (value === null) throw errors.NOT_FOUND({ data: { what } });
	return value;
}

/** For what answers nothing but whether it was there. */
function done(wasThere: boolean, what: Sought, errors: Errors): void {
	if (!wasThere) throw errors.NOT_FOUND({ data: { what } });
}

function inBase64({ buffer, byteOffset, byteLength }: Uint8Array) {
	return { base64: Buffer.from(buffer, byteOffset, byteLength).toString('base64'), size: byteLength };
}

function startedOr(started: TurnStarted, errors: Errors): Turn {
	if ('turn' in started) return started.turn;
	const { refused } = started;
	switch (refused.code) {
		case 'conversation-not-found':
			throw errors.NOT_FOUND({ data: { what: 'conversation' } });
		case 'turn-not-found':
			throw errors.NOT_FOUND({ data: { what: 'turn' } });
		case 'turn-running':
			throw errors.TURN_RUNNING({ data: { turnId: refused.turnId } });
		case 'not-retryable':
			throw errors.NOT_RETRYABLE();
		case 'body-lost':
			throw errors.BODY_LOST();
		case 'too-many-texts':
			throw errors.TOO_MANY_TEXTS({ data: { calls: refused.calls, most: refused.most } });
		case 'results-not-taken':
			throw errors.RESULTS_NOT_TAKEN({ data: { reason: refused.reason } });
		default:
			return assertNever(refused);
	}
}
