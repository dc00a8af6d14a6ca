import { expect, test } from 'vitest';
import { describeApiKey } from '../../../../src/main/core/credentials/describe-api-key.ts';

const UNKNOWN = { region: null, expiresAt: null };

function shortTerm(changes: Record<string, string> = {}): string {
	const query = new URLSearchParams({
		Action: 'CallWithBearerToken',
		'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
		'X-Amz-Credential': 'ASIAPLANTED000000001/20261121/ap-northeast-1/bedrock/aws4_request',
		'X-Amz-Date': '20261121T033733Z',
		'X-Amz-Expires': '43200',
		'X-Amz-SignedHeaders': 'host',
		'X-Amz-Signature': 'f00d',
		Version: '1',
		...changes,
	});
	return `bedrock-api-key-${Buffer.from(`bedrock.amazonaws.com/?${query}`).toString('base64')}`;
}

test('a short-term key names its region and its end', () => {
	const facts = { region: 'ap-northeast-1', expiresAt: Date.parse('2026-11-21T15:37:33Z') };
	expect(describeApiKey(shortTerm())).toEqual(facts);
	expect(describeApiKey(`  ${shortTerm().replace(/=+$/, '')}\n`)).toEqual(facts);
});

test.each([
	['a long-term key', 'ABSKQmVkcm9ja0FQSUtleS1wbGFudGVk'],
	['nothing', null],
	['an empty text', ''],
	['what is no Base64', 'bedrock-api-key-***'],
	['what holds nothing', 'bedrock-api-key-AAAA'],
])('%s tells nothing', (_name, key) => {
	expect(describeApiKey(key)).toEqual(UNKNOWN);
});

test('what is not as it should be counts as unknown, and what is beside it does not', () => {
	expect(describeApiKey(shortTerm({ 'X-Amz-Date': 'yesterday' }))).toEqual({
		region: 'ap-northeast-1',
		expiresAt: null,
	});
	expect(describeApiKey(shortTerm({ 'X-Amz-Expires': 'never' })).expiresAt).toBeNull();
	expect(describeApiKey(shortTerm({ 'X-Amz-Credential': 'A/20261121/us-east-1/s3/aws4_request' })).region).toBeNull();
	expect(describeApiKey(shortTerm({ 'X-Amz-Credential': 'A/20261121/<b>/bedrock/aws4_request' })).region).toBeNull();
});
