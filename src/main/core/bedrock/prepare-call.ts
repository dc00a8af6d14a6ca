import type { CallFailure } from '../../../shared/model/failure.ts';
import type { RequestSettings } from '../../../shared/model/settings.ts';
import type { Authentication } from '../credentials/authentication.ts';
import type { ClientAccess } from '../credentials/client-access.ts';
import type { Target } from '../credentials/target.ts';
import { isHttpUrl } from '../credentials/target.ts';
import type { Clock } from '../ports.ts';
import type { CallSink } from './call.ts';
import type { LoadedSdk, SdkOptions } from './client.ts';
import { loadSdk } from './client.ts';
import { failureOf, ownFailure } from './failure.ts';

/** A call with all that is known before its first request. */
export interface PreparedCall {
	readonly sdk: LoadedSdk;
	readonly target: Target & { readonly region: string };
	readonly authentication: Authentication;
}

/** Everything up to the first request; a failure where that is as far as it goes. */
export type PrepareCall = (
	settings: RequestSettings,
	sink: Pick<CallSink, 'credentials'>,
	signal: AbortSignal,
) => Promise<PreparedCall | CallFailure>;

/** Loads the SDK with the first call, and says where a call goes and as whom. */
export function createPrepareCall(
	options: SdkOptions & { readonly clock: Clock; readonly access: ClientAccess },
): PrepareCall {
	const { clock, access } = options;
	let loading: Promise<LoadedSdk> | null = null;

	/** A load that failed (too many open files, say) is tried again with the next call. */
	function loadOnce(): Promise<LoadedSdk> {
		loading ??= loadSdk(options).catch((error: unknown) => {
			loading = null;
			throw error;
		});
		return loading;
	}

	return async (settings, sink, signal) => {
		const sdk = await loadOnce();
		const target = await access.target(settings, 'bedrock_runtime');
		if (target.endpoint !== null && !isHttpUrl(target.endpoint)) {
			// Not shown as it stands, because it may hold a password; and the SDK would print it.
			return ownFailure('unknown', 'The endpoint URL of the AWS configuration is not an http or https URL.');
		}
		if (target.region === null && target.exists) return ownFailure('no-region', 'Region is missing');
		const askedAt = clock.monotonic();
		sink.credentials({ askedAt, endedAt: null });
		try {
			const authentication = await access.authenticate(target, signal);
			return { sdk, target: { ...target, region: target.region ?? '' }, authentication };
		} catch (error) {
			const failure = failureOf(error, 'credentials', null);
			return { ...failure, message: await access.cut(failure.message) };
		} finally {
			// A call that was stopped has ended before.
			if (!signal.aborted) sink.credentials({ askedAt, endedAt: clock.monotonic() });
		}
	};
}
