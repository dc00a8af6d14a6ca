import type { AppSettings } from '../../../shared/model/app-settings.ts';
import type { NetworkState } from '../../../shared/model/network-state.ts';
import { systemCode } from '../bedrock/told-error.ts';
import type { Ports } from '../ports.ts';
import { chooseProxy } from './choose-proxy.ts';
import { ProxyError } from './proxy-error.ts';
import type { ReadTrust } from './trust.ts';
import { CaBundleError, caBundleOf } from './trust.ts';

type ProxyState = Omit<NetworkState, 'caBundle'>;

/** Tells how a call to AWS would go out now. No password is in it. */
export async function networkStateOf(
	{ network, defaults }: Pick<AppSettings, 'network' | 'defaults'>,
	{ environment, systemProxy }: Pick<Ports, 'environment' | 'systemProxy'>,
	readTrust: ReadTrust,
): Promise<NetworkState> {
	const region = defaults.region ?? environment['AWS_REGION'] ?? '';
	// The environment's may be no region at all; which one it is hardly matters to a proxy.
	const host = /^[a-z0-9-]+$/.test(region) ? region : 'us-east-1';
	const url = new URL(`https://bedrock-runtime.${host}.amazonaws.com`);
	const [proxy, caBundle] = await Promise.all([
		proxyState(url, network, environment, systemProxy),
		caState(network, environment, readTrust),
	]);
	return { ...proxy, caBundle };
}

async function proxyState(
	url: URL,
	network: AppSettings['network'],
	environment: Ports['environment'],
	systemProxy: Ports['systemProxy'],
): Promise<ProxyState> {
	try {
		const { proxy, from, variable } = await chooseProxy(url, network, environment, systemProxy);
		return {
			proxy: proxy?.shown ?? null,
			proxyFrom: from === 'local' ? 'settings' : from,
			variable,
			hasUser: proxy !== null && proxy.authorization !== null,
			proxyProblem: null,
		};
	} catch (error) {
		if (!(error instanceof ProxyError) || error.problem === null) throw error;
		const { problem, where } = error;
		const proxyFrom = network.proxy === 'own' ? 'settings' : where === 'the system' ? 'system' : 'environment';
		const variable = proxyFrom === 'environment' ? where : null;
		return { proxy: null, proxyFrom, variable, hasUser: false, proxyProblem: problem };
	}
}

async function caState(
	network: AppSettings['network'],
	environment: Ports['environment'],
	readTrust: ReadTrust,
): Promise<NetworkState['caBundle']> {
	const path = caBundleOf(network, environment);
	if (path === null) return null;
	const from = network.caBundle === null ? 'environment' : 'settings';
	try {
		const { certificates } = await readTrust(path);
		return { path, from, certificates, problem: null, systemCode: null };
	} catch (error) {
		if (!(error instanceof CaBundleError)) throw error;
		return { path, from, certificates: 0, problem: error.problem, systemCode: systemCode(error) };
	}
}
