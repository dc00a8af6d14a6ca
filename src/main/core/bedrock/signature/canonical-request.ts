import { createHash } from 'node:crypto';

/** A request as a signature sees it. */
export interface SignableRequest {
	readonly method: string;
	/** As on the request line: encoded once, without the query. */
	readonly path: string;
	/** Decoded names and values; null: a name alone. */
	readonly query: Readonly<Record<string, string | readonly string[] | null>>;
	readonly headers: Readonly<Record<string, string>>;
	readonly body: Uint8Array;
}

/**
 * The text whose hash is signed: method, path, query, headers, their names, and the hash of the body. Written from AWS's
 * description ("Create a signed AWS API request", IAM User Guide), not with the SDK's signer: it checks that one.
 */
export function canonicalRequest(request: SignableRequest, signedHeaders: readonly string[]): string {
	const values = new Map(Object.entries(request.headers).map(([name, value]) => [name.toLowerCase(), value]));
	return [
		request.method.toUpperCase(),
		canonicalPath(request.path),
		canonicalQuery(request.query),
		...signedHeaders.map((name) => `${name}:${(values.get(name) ?? '').trim().replace(/\s+/g, ' ')}`),
		'',
		signedHeaders.join(';'),
		payloadHash(values.get('x-amz-content-sha256'), request.body),
	].join('\n');
}

/** Without empty, `.` and `..` segments, and encoded once more than on the wire, as every service but S3 has it. */
function canonicalPath(path: string): string {
	const kept: string[] = [];
	for (const segment of path.split('/')) {
		if (segment === '..') kept.pop();
		else if (segment !== '' && segment !== '.') kept.push(encode(segment));
	}
	const end = kept.length > 0 && path.endsWith('/') ? '/' : '';
	return `/${kept.join('/')}${end}`;
}

/** Pairs in the order of their encoded names, then of their encoded values. */
function canonicalQuery(query: SignableRequest['query']): string {
	return Object.entries(query)
		.flatMap(([name, value]) => [value ?? ''].flat().map((text) => [encode(name), encode(text)] as const))
		.sort((a, b) => compare(a[0], b[0]) || compare(a[1], b[1]))
		.map(([name, value]) => `${name}=${value}`)
		.join('&');
}

/** Of the bytes that go out, whatever the header says; but for the one word that stands for "not signed". */
function payloadHash(told: string | undefined, body: Uint8Array): string {
	return told === UNSIGNED ? UNSIGNED : createHash('sha256').update(body).digest('hex');
}

const UNSIGNED = 'UNSIGNED-PAYLOAD';

/** Everything but RFC 3986's unreserved characters. */
function encode(text: string): string {
	return encodeURIComponent(text).replace(
		/[!'()*]/g,
		(character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
	);
}

function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
