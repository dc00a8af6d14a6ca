import { expect, test } from 'vitest';
import { createByteScrubber } from '../../../../src/main/core/bedrock/byte-scrubber.ts';
import { redactHeaders, redactText, redactUrl, secretsOf } from '../../../../src/main/core/bedrock/redact.ts';

const signature = '0123456789abcdef'.repeat(4);
const authorization = `AWS4-HMAC-SHA256 Credential=ASIAEXAMPLEKEYID1234/20261120/us-east-1/bedrock/aws4_request, SignedHeaders=host;x-amz-date, Signature=${signature}`;

test.each([
	[
		'authorization',
		authorization,
		'AWS4-HMAC-SHA256 Credential=ASIA…34/20261120/us-east-1/bedrock/aws4_request, SignedHeaders=host;x-amz-date, Signature=0123…',
	],
	['Authorization', 'Bearer ABSKsecret', 'Bearer …'],
	['AUTHORIZATION', 'alone', '…'],
	['authorization', 'AWS4-HMAC-SHA256 Credential=short/20261120, nonsense', 'AWS4-HMAC-SHA256 …'],
	[
		'authorization',
		'AWS4-HMAC-SHA256 Credential=short/1/2/3/aws4_request, SignedHeaders=host, Signature=abcdef',
		'AWS4-HMAC-SHA256 Credential=…/1/2/3/aws4_request, SignedHeaders=host, Signature=abcd…',
	],
	['X-Amz-Security-Token', 'IQoJ', '…'],
	['Cookie', 'a=b', '…'],
	['Set-Cookie', 'a=b', '…'],
	['Proxy-Authorization', 'Basic abc', '…'],
	['host', 'bedrock-runtime.us-east-1.amazonaws.com', 'bedrock-runtime.us-east-1.amazonaws.com'],
])('header %s: %s', (name, value, shown) => {
	expect(redactHeaders([[name, value]])).toEqual([[name, shown]]);
});

test('cuts the secrets of a presigned query, and nothing else', () => {
	expect(
		redactUrl('https://host/p?a=1&X-Amz-Credential=AKIA%2F1&x-amz-signature=ff&X-Amz-Security-Token=t&X-Amz-Date=2'),
	).toBe('https://host/p?a=1&X-Amz-Credential=…&x-amz-signature=…&X-Amz-Security-Token=…&X-Amz-Date=2');
	expect(redactUrl('https://host/model/a%3A0/converse')).toBe('https://host/model/a%3A0/converse');
});

test('knows the secrets of a request, longest first', () => {
	const headers = [
		['x-amz-security-token', 'session-token'],
		['authorization', authorization],
		['host', 'somewhere.example'],
	] as [string, string][];
	expect(secretsOf(headers)).toEqual([signature, 'session-token']);
	expect(secretsOf([['Authorization', 'Bearer ABSK-key-of-mine']])).toEqual(['ABSK-key-of-mine']);
	expect(redactText('a session-token b session-token', ['session-token'])).toBe('a … b …');
});

test('a secret is known also as JSON or a URL may write it', () => {
	const token = 'IQoJb3JpZ2luX2VjE/AB+cd==';
	expect(secretsOf([['X-Amz-Security-Token', token]])).toEqual([
		'IQoJb3JpZ2luX2VjE%2FAB%2Bcd%3D%3D',
		'IQoJb3JpZ2luX2VjE\\/AB+cd==',
		token,
	]);
});

test('a secret with white space around or in it is known as a signature sees it, and nothing short is cut everywhere', () => {
	expect(secretsOf([['X-Amz-Security-Token', ' my  token ']])).toEqual([
		'%20my%20%20token%20',
		' my  token ',
		'my%20token',
		'my token',
	]);
	expect(secretsOf([['X-Amz-Security-Token', 'a          b']])).toEqual([
		encodeURIComponent('a          b'),
		'a          b',
	]);
});

test('overwrites a secret that is spread over pieces, and holds nothing else back', () => {
	const body = 'one SECRET-TOKEN two SECRET three SECRET-TOKEN';
	for (let size = 1; size <= body.length; size++) {
		const scrubber = createByteScrubber(['SECRET-TOKEN']);
		const told: Uint8Array[] = [];
		for (let at = 0; at < body.length; at += size) {
			told.push(scrubber.push(Buffer.from(body.slice(at, at + size))));
			expect(Buffer.concat(told).toString()).not.toContain('SECRET-T');
		}
		told.push(scrubber.flush());
		expect(Buffer.concat(told).toString()).toBe('one ************ two SECRET three ************');
	}
	expect(createByteScrubber(['SECRET']).push(Buffer.from('plain'))).toEqual(new Uint8Array(Buffer.from('plain')));
	expect(createByteScrubber([]).push(Buffer.from('plain'))).toEqual(new Uint8Array(Buffer.from('plain')));
});
