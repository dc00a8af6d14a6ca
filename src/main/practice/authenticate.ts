import { createHash, timingSafeEqual } from 'node:crypto';
import { Sha256 } from '@aws-crypto/sha256-js';
import { SignatureV4 } from '@smithy/signature-v4';
import type { PracticeCredentials } from './credentials.ts';
import { EXPIRED_SESSION_TOKEN, PRACTICE_SESSION_TOKEN } from './credentials.ts';
import { Refusal } from './refusal.ts';

/** A request as its signature sees it. */
export interface SignedRequest {
	readonly method: string;
	/** Path and query, exactly as on the request line. */
	readonly rawUrl: string;
	/** Lower-case names; `:authority` with HTTP/2. */
	readonly headers: Readonly<Record<string, string>>;
	readonly body: Uint8Array;
}

/** The names of services in a signature: runtime and control plane share one (bedrock-facts.md, 1.1). */
type SignedService = 'bedrock' | 'sts';

const MAX_SKEW_MINUTES = 5;
const MAX_SKEW = MAX_SKEW_MINUTES * 60_000;
const SIGNATURE_DIFFERS =
	'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.';

/**
 * Checks the bearer token or the SigV4 signature of a request and gives the region that it was signed for (null with a
 * bearer token). Throws a `Refusal` in AWS's words (bedrock-facts.md, 4; unverified where noted there).
 */
export async function authenticate(
	request: SignedRequest,
	credentials: PracticeCredentials,
	now: number,
	service: SignedService = 'bedrock',
): Promise<string | null> {
	const authorization = request.headers['authorization'];
	if (authorization === undefined) {
		throw new Refusal('MissingAuthenticationTokenException', 'Missing Authentication Token');
	}
	const bearer = /^Bearer\s+(.*)$/i.exec(authorization);
	// STS knows no API keys.
	if (bearer !== null && service === 'bedrock') {
		if (sameText(bearer[1] ?? '', credentials.apiKey)) return null;
		throw new Refusal('AccessDeniedException', 'Authentication failed: Please make sure your API Key is valid.', {
			messageKey: 'Message',
		});
	}
	return await checkSignature(request, authorization, credentials, now, service);
}

interface Authorization {
	readonly accessKeyId: string;
	readonly date: string;
	readonly region: string;
	readonly service: string;
	readonly signedHeaders: readonly string[];
	readonly signature: string;
}

async function checkSignature(
	request: SignedRequest,
	header: string,
	credentials: PracticeCredentials,
	now: number,
	service: SignedService,
): Promise<string> {
	const authorization = parseAuthorization(header);
	const longDate = request.headers['x-amz-date'] ?? '';
	if (authorization.accessKeyId !== credentials.accessKeyId) throw invalidToken();
	const token = request.headers['x-amz-security-token'];
	if (token === EXPIRED_SESSION_TOKEN) {
		throw new Refusal('ExpiredTokenException', 'The security token included in the request is expired');
	}
	if (token !== undefined && token !== PRACTICE_SESSION_TOKEN) throw invalidToken();
	checkScope(authorization, longDate, service);
	checkDate(longDate, now);
	if (!authorization.signedHeaders.some((name) => name === 'host' || name === ':authority')) {
		throw badSignature("'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.");
	}
	const expected = parseAuthorization(await sign(request, authorization, credentials, parseDate(longDate)));
	if (!sameText(authorization.signature, expected.signature)) throw badSignature(SIGNATURE_DIFFERS);
	return authorization.region;
}

/** Signs the request again as its own header says, so that the two signatures can be compared. */
async function sign(
	request: SignedRequest,
	authorization: Authorization,
	credentials: PracticeCredentials,
	signingDate: Date,
): Promise<string> {
	const { service, region } = authorization;
	const { accessKeyId, secretAccessKey } = credentials;
	const signer = new SignatureV4({
		service,
		region,
		credentials: { accessKeyId, secretAccessKey },
		sha256: Sha256,
		applyChecksum: false,
	});
	const headers = Object.fromEntries(authorization.signedHeaders.map((name) => [name, request.headers[name] ?? '']));
	const bodyHash = createHash('sha256').update(request.body).digest('hex');
	if ('x-amz-content-sha256' in headers && headers['x-amz-content-sha256'] !== bodyHash) {
		throw badSignature(SIGNATURE_DIFFERS);
	}
	const [path = '/', query = ''] = request.rawUrl.split('?', 2);
	const signed = await signer.sign(
		{
			method: request.method,
			protocol: 'http:',
			hostname: '127.0.0.1',
			path,
			query: Object.fromEntries(new URLSearchParams(query)),
			headers,
			body: request.body,
		},
		{ signingDate, signableHeaders: new Set(authorization.signedHeaders) },
	);
	return signed.headers['authorization'] ?? '';
}

function parseAuthorization(header: string): Authorization {
	const part = (name: string) => new RegExp(`\\b${name}=([^,\\s]+)`).exec(header)?.[1];
	const [credential, signedHeaders, signature] = ['Credential', 'SignedHeaders', 'Signature'].map(part);
	const [accessKeyId, date, region, service] = (credential ?? '').split('/');
	for (const [name, value] of Object.entries({
		Credential: credential,
		Signature: signature,
		SignedHeaders: signedHeaders,
	})) {
		if (value === undefined) {
			// AWS tells the header hashed, so that it can be compared and not be read.
			const hash = createHash('sha256').update(header).digest('base64');
			throw new Refusal(
				'IncompleteSignatureException',
				`Authorization header requires '${name}' parameter. (Hashed with SHA-256 and encoded with Base64) Authorization=${hash}`,
			);
		}
	}
	return {
		accessKeyId: accessKeyId ?? '',
		date: date ?? '',
		region: region ?? '',
		service: service ?? '',
		signedHeaders: (signedHeaders ?? '').split(';'),
		signature: signature ?? '',
	};
}

function checkScope(authorization: Authorization, longDate: string, service: SignedService): void {
	if (authorization.service !== service) {
		throw badSignature(`Credential should be scoped to correct service: '${service}'. `);
	}
	const shortDate = longDate.slice(0, 8);
	if (authorization.date !== shortDate) {
		throw badSignature(
			`Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '${authorization.date}' != '${shortDate}', from '${longDate}'.`,
		);
	}
}

function checkDate(longDate: string, now: number): void {
	const signed = parseDate(longDate).getTime();
	if (signed < now - MAX_SKEW) throw signatureExpired(longDate, now);
	if (signed > now + MAX_SKEW) {
		throw badSignature(
			`Signature not yet current: ${longDate} is still later than ${longDateOf(now + MAX_SKEW)} (${longDateOf(now)} + ${MAX_SKEW_MINUTES} min.)`,
		);
	}
}

/** What is said of a signature that was made too long ago; `longDate` as in `x-amz-date`. */
export function signatureExpired(longDate: string, now: number): Refusal {
	return badSignature(
		`Signature expired: ${longDate} is now earlier than ${longDateOf(now - MAX_SKEW)} (${longDateOf(now)} - ${MAX_SKEW_MINUTES} min.)`,
	);
}

function parseDate(longDate: string): Date {
	const iso = longDate.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z');
	const date = new Date(iso);
	if (iso === longDate || Number.isNaN(date.getTime())) {
		throw badSignature(
			`Date must be in ISO-8601 'basic format'. Got '${longDate}'. See http://en.wikipedia.org/wiki/ISO_8601`,
		);
	}
	return date;
}

function longDateOf(time: number): string {
	return new Date(time).toISOString().replace(/[-:]|\.\d+/g, '');
}

function invalidToken(): Refusal {
	return new Refusal('UnrecognizedClientException', 'The security token included in the request is invalid.');
}

function badSignature(message: string): Refusal {
	return new Refusal('InvalidSignatureException', message);
}

/** Compares in constant time. */
function sameText(a: string, b: string): boolean {
	const [left, right] = [a, b].map((text) => createHash('sha256').update(text).digest());
	return left !== undefined && right !== undefined && timingSafeEqual(left, right);
}
