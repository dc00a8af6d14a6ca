import { expect, test } from 'vitest';
import type { SignableRequest } from '../../../../../src/main/core/bedrock/signature/canonical-request.ts';
import { canonicalRequest } from '../../../../../src/main/core/bedrock/signature/canonical-request.ts';
import { sign, signingKey, stringToSign } from '../../../../../src/main/core/bedrock/signature/signing-key.ts';

const secret = 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY';
const date = '20150830T123600Z';

/** A request of AWS's Signature Version 4 test suite. */
function request(changes: Partial<SignableRequest> = {}): SignableRequest {
	const headers = { Host: 'example.amazonaws.com', 'X-Amz-Date': date };
	return { method: 'GET', path: '/', query: {}, headers, body: new Uint8Array(), ...changes };
}

function signatureOf(of: SignableRequest, scope: string, signed: readonly string[]): string {
	return sign(signingKey(secret, scope), stringToSign('AWS4-HMAC-SHA256', date, scope, canonicalRequest(of, signed)));
}

/** From AWS's published test suite (aws-sig-v4-test-suite). */
test.each([
	['get-vanilla', {}, '5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31'],
	['post-vanilla', { method: 'POST' }, '5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b'],
	['get-utf8', { path: '/ሴ' }, '8318018e0b0f223aa2bbf98705b62bb787dc9c0e678f255a891fd03141be5d85'],
	['get-relative', { path: '/example/..' }, '5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31'],
	['get-slash', { path: '//' }, '5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31'],
	['get-slash-dot-slash', { path: '/./' }, '5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31'],
	[
		'get-vanilla-query-order-key-case',
		{ query: { Param2: 'value2', Param1: 'value1' } },
		'b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500',
	],
])('%s', (_, changes, signature) => {
	const scope = '20150830/us-east-1/service/aws4_request';
	expect(signatureOf(request(changes), scope, ['host', 'x-amz-date'])).toBe(signature);
});

test('the ListUsers example of the AWS General Reference, step by step', () => {
	const listUsers = request({
		query: { Version: '2010-05-08', Action: 'ListUsers' },
		headers: {
			Host: 'iam.amazonaws.com',
			'Content-Type': 'application/x-www-form-urlencoded;  charset=utf-8 ',
			'X-Amz-Date': date,
		},
	});
	const scope = '20150830/us-east-1/iam/aws4_request';
	const signed = ['content-type', 'host', 'x-amz-date'];
	expect(canonicalRequest(listUsers, signed)).toBe(
		`GET
/
Action=ListUsers&Version=2010-05-08
content-type:application/x-www-form-urlencoded; charset=utf-8
host:iam.amazonaws.com
x-amz-date:20150830T123600Z

content-type;host;x-amz-date
e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855`,
	);
	expect(stringToSign('AWS4-HMAC-SHA256', date, scope, canonicalRequest(listUsers, signed))).toBe(
		`AWS4-HMAC-SHA256
20150830T123600Z
20150830/us-east-1/iam/aws4_request
f536975d06c0309214f805bb90ccff089219ecd68b2577efef23edd43b7e1a59`,
	);
	expect(Buffer.from(signingKey(secret, scope)).toString('hex')).toBe(
		'c4afb1cc5771d871763a393e44b703571b55cc28424d1a5e86da6ed3c154a4b9',
	);
	expect(signatureOf(listUsers, scope, signed)).toBe(
		'5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7',
	);
});

test('an encoded model id is encoded once more, and the query’s pairs are in order', () => {
	const path = '/model/arn%3Aaws%3Abedrock%3A%3Amodel%2F%E5%B2%A9%27/converse';
	const lines = canonicalRequest(request({ path, query: { b: ['2', '1'], a: null, '*': '(' } }), ['host']).split('\n');
	expect(lines.slice(0, 3)).toEqual([
		'GET',
		'/model/arn%253Aaws%253Abedrock%253A%253Amodel%252F%25E5%25B2%25A9%2527/converse',
		'%2A=%28&a=&b=1&b=2',
	]);
});
