import { expect, test } from 'vitest';
import { checkSignature } from '../../../../../src/main/core/bedrock/signature/check-signature.ts';

const secret = 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY';
const vanilla = {
	method: 'GET',
	path: '/',
	query: {},
	headers: {
		host: 'example.amazonaws.com',
		'x-amz-date': '20150830T123600Z',
		authorization:
			'AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE123/20150830/us-east-1/service/aws4_request, SignedHeaders=host;x-amz-date, Signature=5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31',
	},
	body: new Uint8Array(),
};

test('the parts of the header, and the two texts, of AWS’s simplest example', () => {
	expect(checkSignature(vanilla, secret)).toEqual({
		algorithm: 'AWS4-HMAC-SHA256',
		accessKeyId: 'AKID…23',
		scope: '20150830/us-east-1/service/aws4_request',
		signedHeaders: ['host', 'x-amz-date'],
		signature: '5fa0',
		canonicalRequest:
			'GET\n/\n\nhost:example.amazonaws.com\nx-amz-date:20150830T123600Z\n\nhost;x-amz-date\ne3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
		stringToSign:
			'AWS4-HMAC-SHA256\n20150830T123600Z\n20150830/us-east-1/service/aws4_request\nbb579772317eb040ac9ed261061d46c1f17a8133879d6129b6e1c25292927e63',
		matches: true,
	});
});

test('another key, or another byte in the body, and it does not match', () => {
	expect(checkSignature(vanilla, `${secret}x`)?.matches).toBe(false);
	expect(checkSignature({ ...vanilla, body: Uint8Array.of(1) }, secret)?.matches).toBe(false);
});

test('a body that was changed after it was signed is seen, whatever its header says', () => {
	const told = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
	const headers = { ...vanilla.headers, 'x-amz-content-sha256': told };
	const check = checkSignature({ ...vanilla, headers, body: Uint8Array.of(1) }, secret);
	expect(check?.canonicalRequest.split('\n').at(-1)).toMatch(/^4bf5122f/);
	const unsigned = { ...headers, 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' };
	const other = checkSignature({ ...vanilla, headers: unsigned, body: Uint8Array.of(1) }, secret);
	expect(other?.canonicalRequest.split('\n').at(-1)).toBe('UNSIGNED-PAYLOAD');
});

test('the session token’s value is cut out, and counts all the same', () => {
	const token = 'IQoJb3JpZ2luX2VjE/AB+cd==';
	const authorization = vanilla.headers.authorization.replace('x-amz-date,', 'x-amz-date;x-amz-security-token,');
	const signed = { ...vanilla, headers: { ...vanilla.headers, 'X-Amz-Security-Token': token, authorization } };
	const check = checkSignature(signed, secret);
	expect(check?.canonicalRequest).toContain('\nx-amz-security-token:…\n');
	expect(JSON.stringify(check)).not.toContain(token);
	for (const odd of ['short', 'two  spaces in it', ` ${token} `]) {
		const headers = { ...signed.headers, 'X-Amz-Security-Token': odd };
		expect(checkSignature({ ...signed, headers }, secret)?.canonicalRequest).toContain('\nx-amz-security-token:…\n');
	}
	const other = { ...signed, headers: { ...signed.headers, 'X-Amz-Security-Token': 'another-token' } };
	expect(checkSignature(other, secret)?.stringToSign).not.toBe(check?.stringToSign);
});

test('a request with an API key has no such signature', () => {
	expect(checkSignature({ ...vanilla, headers: { Authorization: 'Bearer ABSK' } }, secret)).toBeNull();
	expect(checkSignature({ ...vanilla, headers: {} }, secret)).toBeNull();
});
