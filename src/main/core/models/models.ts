import { baseModelId, catalogueDate, profilePrefix, regions, shippedRoute } from '../../../shared/catalogue.ts';
import type { ConnectionId } from '../../../shared/model/connection.ts';
import { PRACTICE } from '../../../shared/model/connection.ts';
import type { CallFailure } from '../../../shared/model/failure.ts';
import type { AccountListing, ModelEntry, ModelListing } from '../../../shared/model/model-entry.ts';
import type { ClientAccess } from '../credentials/client-access.ts';
import type { Clock } from '../ports.ts';
import type { AccountModels, AccountProfile, Asked } from './account-models.ts';
import { askAccount, readProfile } from './account-models.ts';
import type { From } from './control-plane.ts';
import { cutFailure, openControlPlane, TIME_LIMIT } from './control-plane.ts';
import { joinModels } from './join-models.ts';

/** The model ARNs behind a profile, and who said so. */
export interface Routes {
	readonly modelArns: readonly string[];
	readonly from: 'account' | 'shipped';
}

/** The models: the shipped catalogue joined with what the account said. */
export interface Models {
	/** Asks nobody. */
	list(from: From): ModelListing;
	/** Asks the account. Never rejects: a refusal is in the listing, and an abort leaves it as it was. */
	refresh(from: From, signal: AbortSignal): Promise<ModelListing>;
	/** Drops what was said to a connection: it may belong to another account now. */
	forget(connection: ConnectionId): void;
	/**
	 * The ARNs that a call with a profile needs beside the profile's own: of the model in every region that it routes to.
	 * null: not known, or no profile. Asks the account (GetInferenceProfile), and takes the shipped table where that is
	 * refused. Never rejects.
	 */
	routes(from: From, modelId: string, signal: AbortSignal): Promise<Routes | null>;
}

/** What one account has said in one region. */
interface Kept {
	readonly region: string | null;
	readonly listing: AccountListing;
	readonly account: AccountModels | null;
}

/** A refresh that is under way, for everyone who wants it. */
interface Running {
	readonly done: Promise<void>;
	readonly abort: () => void;
	waiting: number;
}

/** `changed`: an account has been asked; the models may be others. What it said is kept until it is forgotten. */
export function createModels(access: ClientAccess, clock: Pick<Clock, 'now'>, changed: () => void): Models {
	const kept = new Map<string, Kept>();
	const running = new Map<string, Running>();

	const list = (from: From): ModelListing => {
		const known = kept.get(keyOf(from));
		const today = new Date(clock.now()).toISOString().slice(0, 10);
		const models = joinModels({ region: known?.region ?? from.region, account: known?.account ?? null, today });
		const retired = (model: ModelEntry): boolean => from.connection !== PRACTICE && model.lifecycle === 'retired';
		return {
			models: [...models.filter((model) => !retired(model)), ...models.filter(retired)],
			regions: [...regions],
			asOf: catalogueDate,
			account: known?.listing ?? { state: 'not-asked' },
		};
	};

	async function ask(from: From, signal: AbortSignal): Promise<void> {
		const plane = await openControlPlane(access, from, signal);
		if ('code' in plane) return keep([from], refused(plane), null);
		const asked = await askAccount(plane, signal);
		const missing = await missingOf(asked);
		const [first] = missing;
		if (missing.some(({ failure }) => /^(expired|invalid)-credentials$/.test(failure.code))) {
			access.forget(from.connection);
		}
		// Asked for as the connection is configured, it is found by what that is, too.
		const places = [from, { ...from, region: plane.from.region }, { ...plane.from, region: from.region }, plane.from];
		if (missing.length === 3 && first !== undefined) return keep(places, refused(first.failure), null);
		const listing: AccountListing = { state: 'listed', at: clock.now(), missing };
		keep(places, listing, {
			models: itemsOf(asked.models),
			systemProfiles: itemsOf(asked.systemProfiles),
			applicationProfiles: itemsOf(asked.applicationProfiles),
		});
	}

	async function missingOf(asked: Awaited<ReturnType<typeof askAccount>>) {
		const missing: Extract<AccountListing, { state: 'listed' }>['missing'] = [];
		const look = async (name: (typeof missing)[number]['list'], answer: Asked<unknown>) => {
			if ('error' in answer) missing.push({ list: name, failure: await cutFailure(access, answer.error, 'request') });
		};
		await look('models', asked.models);
		await look('system-profiles', asked.systemProfiles);
		await look('application-profiles', asked.applicationProfiles);
		return missing;
	}

	function refused(failure: CallFailure): AccountListing {
		return { state: 'refused', at: clock.now(), failure };
	}

	/** `places`: all that mean the same one, the last of them by its name. */
	function keep(places: readonly From[], listing: AccountListing, account: AccountModels | null): void {
		const region = places.at(-1)?.region ?? null;
		for (const place of places) kept.set(keyOf(place), { region, listing, account });
		changed();
	}

	function begin(from: From): Running {
		const controller = new AbortController();
		const key = keyOf(from);
		const forget = () => {
			if (running.get(key) === run) running.delete(key);
		};
		const done = ask(from, controller.signal)
			.catch(async (error: unknown) => {
				if (controller.signal.aborted) return;
				keep([from], refused(await cutFailure(access, error, 'request')), null);
			})
			.finally(forget);
		const abort = () => {
			// Whoever comes now must not wait for what has been given up.
			forget();
			controller.abort();
		};
		const run: Running = { done, abort, waiting: 0 };
		running.set(key, run);
		return run;
	}

	async function askProfile(from: From, modelId: string, signal: AbortSignal): Promise<readonly string[] | null> {
		const either = AbortSignal.any([signal, AbortSignal.timeout(TIME_LIMIT)]);
		try {
			const plane = await openControlPlane(access, from, either);
			if ('code' in plane) return null;
			const command = new plane.sdk.GetInferenceProfileCommand({ inferenceProfileIdentifier: modelId });
			const profile = await plane.client.send(command, { abortSignal: either });
			return readProfile(profile)[0]?.modelArns ?? null;
		} catch {
			return null;
		}
	}

	return {
		list,
		async refresh(from, signal) {
			if (signal.aborted) return list(from);
			const run = running.get(keyOf(from)) ?? begin(from);
			run.waiting += 1;
			const { promise: left, resolve: leave } = Promise.withResolvers<void>();
			const onAbort = () => leave();
			signal.addEventListener('abort', onAbort, { once: true });
			await Promise.race([run.done, left]);
			signal.removeEventListener('abort', onAbort);
			run.waiting -= 1;
			if (run.waiting === 0) run.abort();
			return list(from);
		},
		forget(connection) {
			const keys = [...kept.keys()].filter((key) => key.endsWith(`\n${connection}`));
			for (const key of keys) kept.delete(key);
			if (keys.length > 0) changed();
		},
		async routes(from, modelId, signal) {
			if (profilePrefix(modelId) === null && !/^arn:[^/]*:(application-)?inference-profile\//.test(modelId))
				return null;
			const account = kept.get(keyOf(from))?.account;
			const profiles: readonly AccountProfile[] = [
				...(account?.systemProfiles ?? []),
				...(account?.applicationProfiles ?? []),
			];
			const known = profiles.find(({ id, arn }) => id === modelId || arn === modelId)?.modelArns;
			const told = known ?? (await askProfile(from, modelId, signal));
			return told === null ? shippedRoutes(from.region, modelId) : { modelArns: told, from: 'account' };
		},
	};
}

/** Practice has one endpoint, whatever is chosen. */
function keyOf({ connection, region, fips, dualStack }: From): string {
	const endpoint = connection === PRACTICE ? '' : `${fips} ${dualStack}`;
	return `${region ?? ''}\n${endpoint}\n${connection}`;
}

function itemsOf<Item>(asked: Asked<Item>): readonly Item[] | null {
	return 'items' in asked ? asked.items : null;
}

/** What the shipped table says. A global profile needs the model in the caller's region and its ARN without a region. */
function shippedRoutes(region: string | null, modelId: string): Routes | null {
	const prefix = profilePrefix(modelId);
	const source = modelId.startsWith('arn:') ? (modelId.split(':')[3] ?? null) : region;
	if (prefix === null || source === null) return null;
	const to = prefix === 'global' ? [source, ''] : shippedRoute(prefix, source);
	if (to === null) return null;
	const partition = source.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
	const base = baseModelId(modelId);
	return { modelArns: to.map((name) => `arn:${partition}:bedrock:${name}::foundation-model/${base}`), from: 'shipped' };
}
