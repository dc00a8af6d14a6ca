import { unusable } from './proxy-error.ts';

/** An HTTP(S) proxy. Holds its password: never leaves main. */
export interface HttpProxy {
	readonly protocol: 'http:' | 'https:';
	/** A name or an address; IPv6 without brackets. */
	readonly host: string;
	readonly port: number;
	/** With user name and password, for Node's own code. */
	readonly url: string;
	/** Value of a `Proxy-Authorization` header; null without a user name. */
	readonly authorization: string | null;
	/** Without user name and password. */
	readonly shown: string;
}

/**
 * Reads a proxy as a variable or the settings name it: an http or https URL, or `HOST:PORT`, which means http as for
 * curl. `from` says in an error where it stands. Throws a ProxyError for what is no such URL, and for SOCKS.
 */
export function readProxy(text: string, from: string): HttpProxy {
	const written = text.includes('://') ? text.trim() : `http://${text.trim()}`;
	if (/^socks/i.test(written)) {
		throw unusable('socks', from);
	}
	const url = URL.canParse(written) ? new URL(written) : null;
	// A password with `/`, `#` or `?` in it that is not encoded: what stands before is not the host.
	const torn = url?.username === '' && url.password === '' && written.includes('@');
	if (url === null || torn || (url.protocol !== 'http:' && url.protocol !== 'https:') || url.hostname === '') {
		throw unusable('not-a-url', from);
	}
	const { protocol, hostname } = url;
	const port = url.port === '' ? (protocol === 'https:' ? 443 : 80) : Number(url.port);
	const [user, password] = [decoded(url.username), decoded(url.password)];
	const hasUser = user !== '' || password !== '';
	const encoded = hasUser ? `${encodeURIComponent(user)}:${encodeURIComponent(password)}@` : '';
	return {
		protocol,
		host: hostname.replace(/^\[|\]$/g, ''),
		port,
		url: `${protocol}//${encoded}${hostname}:${port}`,
		authorization: hasUser ? `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}` : null,
		shown: `${protocol}//${hostname}:${port}`,
	};
}

/** Percent signs that encode nothing stay as they are. */
function decoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
