import type { Ports } from '../core/ports.ts';

/** What is used of Electron's `Session`. */
export interface ProxySession {
	/** Answers as a PAC script does: `PROXY proxy:3128; DIRECT`. */
	resolveProxy(url: string): Promise<string>;
}

/**
 * The operating system's proxy for an address, by Chromium, which knows its settings and PAC scripts. The first one of
 * those that it names counts. SOCKS proxies are passed over for the next one; where there is none, the core is told and
 * refuses: going past a proxy would not be what the system says.
 */
export function createSystemProxy(session: ProxySession): Ports['systemProxy'] {
	return async (url) => {
		let socks: string | null = null;
		for (const entry of (await session.resolveProxy(url)).split(';')) {
			const [type = '', address = ''] = entry.trim().split(/\s+/);
			if (type.toUpperCase() === 'DIRECT') return null;
			const scheme = SCHEMES[type.toUpperCase()];
			if (scheme !== undefined && address !== '') return `${scheme}://${address}`;
			if (/^SOCKS/i.test(type)) socks ??= `${type.toLowerCase()}://${address}`;
		}
		return socks;
	};
}

const SCHEMES: Readonly<Record<string, string>> = { PROXY: 'http', HTTP: 'http', HTTPS: 'https' };
