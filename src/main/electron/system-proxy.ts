import type { Log, Ports } from '../core/ports.ts';

/** What is used of Electron's `Session`. */
export interface ProxySession {
	/** Answers as a PAC script does: `PROXY proxy:3128; DIRECT`. */
	resolveProxy(url: string): Promise<string>;
}

/**
 * The operating system's proxy for an address, by Chromium, which knows its settings and PAC scripts. The first one of
 * those that it names counts; SOCKS proxies are passed over, and the log says so once.
 */
export function createSystemProxy(session: ProxySession, log: Pick<Log, 'warn'>): Ports['systemProxy'] {
	let told = false;
	return async (url) => {
		for (const entry of (await session.resolveProxy(url)).split(';')) {
			const [type = '', address = ''] = entry.trim().split(/\s+/);
			if (type.toUpperCase() === 'DIRECT') return null;
			const scheme = SCHEMES[type.toUpperCase()];
			if (scheme !== undefined && address !== '') return `${scheme}://${address}`;
			if (!told && /^SOCKS/i.test(type)) {
				told = true;
				log.warn('The system names a SOCKS proxy. Outcrop uses HTTP and HTTPS proxies only, and goes past it.');
			}
		}
		return null;
	};
}

const SCHEMES: Readonly<Record<string, string>> = { PROXY: 'http', HTTP: 'http', HTTPS: 'https' };
