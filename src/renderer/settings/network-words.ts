import type { TFunction } from 'i18next';
import { assertNever } from '../../shared/assert-never.ts';
import type { NetworkState } from '../../shared/model/network-state.ts';

type Words = TFunction<'settings'>;

/** What comes of the proxy for calls to AWS, in one sentence. */
export function proxyWords(t: Words, state: NetworkState, host: 'electron' | 'node'): string {
	const { proxy, proxyFrom, proxyProblem, hasUser } = state;
	const variable = state.variable ?? t('route.theSystem');
	if (proxyProblem === 'missing') return t('route.missing');
	if (proxyProblem === 'socks') return t('route.socks', { variable });
	if (proxyProblem === 'not-a-url') return t('route.notUrl', { variable });
	if (proxy !== null) {
		const user = hasUser ? t('route.withUser') : '';
		if (proxyFrom === 'environment') return t('route.environment', { proxy, variable, user });
		return proxyFrom === 'system' ? t('route.system', { proxy }) : t('route.settings', { proxy });
	}
	if (proxyFrom === 'settings') return t('route.direct');
	if (proxyFrom === 'environment') return t('route.exception', { variable });
	return host === 'electron' ? t('route.none') : t('route.noneNode');
}

/** What comes of the CA bundle, in one sentence. */
export function caWords(t: Words, bundle: NonNullable<NetworkState['caBundle']>): string {
	const { path, from, certificates: count, problem, systemCode } = bundle;
	switch (problem) {
		case null:
			return from === 'environment' ? t('trust.environment', { count, path }) : t('trust.settings', { count });
		case 'unreadable':
			return t('trust.unreadable', { path, code: systemCode ?? '?' });
		case 'not-pem':
			return t('trust.notPem', { path });
		case 'broken':
			return t('trust.broken', { path });
		default:
			return assertNever(problem);
	}
}
