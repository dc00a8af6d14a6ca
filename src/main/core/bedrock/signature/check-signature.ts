import type { RequestSignature } from '../../../../shared/model/signature.ts';
import { readAuthorization, redactHeaders, redactText, secretsOf } from '../redact.ts';
import type { SignableRequest } from './canonical-request.ts';
import { canonicalRequest } from './canonical-request.ts';
import { sign, signingKey, stringToSign } from './signing-key.ts';

/**
 * Signs a signed request again by our own means, and compares. Null where it bears no Signature Version 4. Nothing secret
 * is in what it gives: neither the key nor what is derived from it, nor the session token.
 */
export function checkSignature(request: SignableRequest, secretAccessKey: string): RequestSignature | null {
	const headers = Object.entries(request.headers).map(([name, value]): [string, string] => [name.toLowerCase(), value]);
	const header = (wanted: string) => headers.find(([name]) => name === wanted)?.[1] ?? '';
	const authorization = readAuthorization(header('authorization'));
	if (authorization === null) return null;
	const { algorithm, scope, signedHeaders, signature } = authorization;
	const canonical = canonicalRequest(request, signedHeaders);
	// By its name, however short it is, and then wherever else it stands.
	const told = canonicalRequest({ ...request, headers: Object.fromEntries(redactHeaders(headers)) }, signedHeaders);
	const text = stringToSign(algorithm, header('x-amz-date'), scope, canonical);
	return {
		algorithm,
		accessKeyId: authorization.shortKeyId,
		scope,
		signedHeaders: [...signedHeaders],
		signature: signature.slice(0, 4),
		canonicalRequest: redactText(told, secretsOf(headers)),
		stringToSign: text,
		matches: sign(signingKey(secretAccessKey, scope), text) === signature,
	};
}
