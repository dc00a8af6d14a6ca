import type { HeaderLines } from '../../../shared/model/exchange.ts';

/** Stands where something was cut out. */
export const CUT = '…';

const SECRET_HEADERS = new Set([
	'x-amz-security-token',
	'cookie',
	'set-cookie',
	'proxy-authorization',
	'proxy-authenticate',
	'x-api-key',
]);

const SECRET_PARAMETERS = new Set(['x-amz-security-token', 'x-amz-signature', 'x-amz-credential']);

/**
 * Header lines with every secret cut out. Of an AWS signature its scheme, both ends of the key id, the scope, the
 * signed headers and four characters stay, so that two attempts can be told apart. Names are compared without case:
 * the SDK writes `Authorization` for bearer tokens and `authorization` for signatures.
 */
export function redactHeaders(headers: HeaderLines): HeaderLines {
	return headers.map(([name, value]) => [name, redactHeader(name.toLowerCase(), value)]);
}

/** A URL with the secrets of a presigned query string cut out. */
export function redactUrl(url: string): string {
	return url.replace(/([?&])([^=&#]+)=([^&#]*)/g, (whole, lead: string, name: string) =>
		SECRET_PARAMETERS.has(name.toLowerCase()) ? `${lead}${name}=${CUT}` : whole,
	);
}

/**
 * The secrets that a request carries, in full, in each way in which an answer may write them, longest first. AWS repeats
 * some of them in its own error messages (the canonical request of a signature that does not match holds the session
 * token).
 */
export function secretsOf(headers: HeaderLines): readonly string[] {
	const secrets = headers.flatMap(([name, value]) => {
		const lower = name.toLowerCase();
		if (lower === 'authorization') return [/Signature=(\S+)/i.exec(value)?.[1] ?? value.replace(/^\S+\s+/, '')];
		return SECRET_HEADERS.has(lower) ? [value] : [];
	});
	const written = secrets.flatMap(waysToWrite).filter((secret) => secret.length >= 8);
	return [...new Set(written)].sort((a, b) => b.length - a.length);
}

/** As it stands and as a signature sees it (white space), as some JSON writers escape it, and in a query string. */
function waysToWrite(secret: string): string[] {
	return [secret, secret.trim().replace(/\s+/g, ' ')].flatMap((value) => [
		value,
		value.replaceAll('/', '\\/'),
		encodeURIComponent(value),
	]);
}

/** A text with secrets cut out, wherever they stand. */
export function redactText(text: string, secrets: readonly string[]): string {
	return secrets.reduce((rest, secret) => rest.replaceAll(secret, CUT), text);
}

function redactHeader(name: string, value: string): string {
	if (name === 'authorization') return redactAuthorization(value);
	return SECRET_HEADERS.has(name) ? CUT : value;
}

function redactAuthorization(value: string): string {
	const [scheme = ''] = value.split(' ', 1);
	const signed = readAuthorization(value);
	if (signed === null) return scheme === value ? CUT : `${scheme} ${CUT}`;
	const { algorithm, shortKeyId, scope, signedHeaders, signature } = signed;
	return `${algorithm} Credential=${shortKeyId}/${scope}, SignedHeaders=${signedHeaders.join(';')}, Signature=${signature.slice(0, 4)}${CUT}`;
}

/** The parts of a Signature Version 4 `Authorization` header, the key id shortened; null for any other. `signature` is secret. */
export function readAuthorization(value: string): {
	readonly algorithm: string;
	readonly shortKeyId: string;
	readonly scope: string;
	readonly signedHeaders: readonly string[];
	readonly signature: string;
} | null {
	const parts =
		/^(AWS4\S*)\s+Credential=([^/,\s]+)\/([^,\s]*),\s*SignedHeaders=([^,\s]*),\s*Signature=([0-9a-f]*)$/i.exec(value);
	if (parts === null) return null;
	const [, algorithm = '', keyId = '', scope = '', signedHeaders = '', signature = ''] = parts;
	return { algorithm, shortKeyId: shorten(keyId), scope, signedHeaders: signedHeaders.split(';'), signature };
}

/** Both ends of a key id: enough to know it again, too little to use. */
function shorten(keyId: string): string {
	return keyId.length < 12 ? CUT : `${keyId.slice(0, 4)}${CUT}${keyId.slice(-2)}`;
}
