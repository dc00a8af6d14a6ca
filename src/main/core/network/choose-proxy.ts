import type { NetworkSettings } from '../../../shared/model/app-settings.ts';
import type { Ports } from '../ports.ts';
import type { HttpProxy } from './http-proxy.ts';
import { readProxy } from './http-proxy.ts';
import { isListed, isLocal } from './no-proxy.ts';
import { unusable } from './proxy-error.ts';

/** The proxy for an address, and who says so. */
export interface ProxyChoice {
	/** null: directly. */
	readonly proxy: HttpProxy | null;
	/** `local`: the address is on this machine. */
	readonly from: 'settings' | 'environment' | 'system' | 'local';
	/** The variable that decided. */
	readonly variable: string | null;
}

type Environment = Ports['environment'];

/**
 * The proxy for a URL: as the settings say; with `system` by the environment's variables (lower case first, as everywhere;
 * `ALL_PROXY` last), and where there are none by what the operating system says. Throws a ProxyError for a proxy that
 * is set and can't be used: going past it would not be what was chosen.
 */
export async function chooseProxy(
	url: URL,
	{ proxy, proxyUrl }: NetworkSettings,
	environment: Environment,
	systemProxy: Ports['systemProxy'],
): Promise<ProxyChoice> {
	if (isLocal(url.hostname)) return { proxy: null, from: 'local', variable: null };
	if (proxy === 'none') return { proxy: null, from: 'settings', variable: null };
	if (proxy === 'own') {
		if (proxyUrl === null) throw unusable('missing', 'the settings');
		return { proxy: readProxy(proxyUrl, 'the settings'), from: 'settings', variable: null };
	}
	const variable = setIn(environment, proxyVariables(url.protocol));
	if (variable === null) {
		const found = await systemProxy(url.href);
		return { proxy: found === null ? null : readProxy(found, 'the system'), from: 'system', variable: null };
	}
	const exception = setIn(environment, NO_PROXY);
	if (exception !== null && isListed(environment[exception] ?? '', url.hostname, portOf(url))) {
		return { proxy: null, from: 'environment', variable: exception };
	}
	return { proxy: readProxy(environment[variable] ?? '', variable), from: 'environment', variable };
}

/** A text without the user names and passwords of the environment's proxies. */
export function cutProxySecrets(text: string, environment: Environment): string {
	const secrets = [...proxyVariables('https:'), ...proxyVariables('http:')].flatMap((name) => {
		const written = /^(?:[a-z][a-z0-9+.-]*:\/\/)?([^/?#]*)@/i.exec(environment[name]?.trim() ?? '')?.[1];
		if (written === undefined || written === '') return [];
		const password = /:(.*)$/s.exec(written)?.[1] ?? '';
		const ways = [written, decodedOr(written), password, decodedOr(password)];
		return [...ways.filter((way) => way.length >= SHORTEST), base64(decodedOr(written)), `${written}@`];
	});
	return [...new Set(secrets)]
		.sort((a, b) => b.length - a.length)
		.reduce((rest, secret) => rest.replaceAll(secret, '…'), text);
}

/** Characters; what is shorter might be a part of any word. */
const SHORTEST = 4;

const NO_PROXY = ['no_proxy', 'NO_PROXY'];

function proxyVariables(protocol: string): readonly string[] {
	const own = protocol === 'https:' ? ['https_proxy', 'HTTPS_PROXY'] : ['http_proxy', 'HTTP_PROXY'];
	return [...own, 'all_proxy', 'ALL_PROXY'];
}

function setIn(environment: Environment, names: readonly string[]): string | null {
	return names.find((name) => environment[name]?.trim()) ?? null;
}

function portOf({ port, protocol }: URL): number {
	return port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port);
}

function base64(text: string): string {
	return Buffer.from(text).toString('base64');
}

function decodedOr(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
