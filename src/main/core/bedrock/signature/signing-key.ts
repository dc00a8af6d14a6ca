import { createHash, createHmac } from 'node:crypto';

/** What is signed in the end: algorithm, time, scope, and the hash of the canonical request. `longDate` as in `x-amz-date`. */
export function stringToSign(algorithm: string, longDate: string, scope: string, canonical: string): string {
	return [algorithm, longDate, scope, createHash('sha256').update(canonical).digest('hex')].join('\n');
}

/**
 * The key of one day, region and service (`20261120/us-east-1/bedrock/aws4_request`): four HMACs, each keyed with the
 * result of the one before. A secret, like the key that it is made from.
 */
export function signingKey(secretAccessKey: string, scope: string): Uint8Array {
	return scope
		.split('/')
		.reduce<Uint8Array>((key, part) => hmac(key, part), new TextEncoder().encode(`AWS4${secretAccessKey}`));
}

/** The signature, as hex. */
export function sign(key: Uint8Array, text: string): string {
	return Buffer.from(hmac(key, text)).toString('hex');
}

function hmac(key: Uint8Array, text: string): Uint8Array {
	return createHmac('sha256', key).update(text).digest();
}
