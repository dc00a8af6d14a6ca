import { expect, test } from 'vitest';
import {
	canonicalLines,
	headerParts,
	toSignLines,
} from '../../../../../src/renderer/inspector/signature/signature-lines.ts';

const signature = {
	algorithm: 'AWS4-HMAC-SHA256',
	accessKeyId: 'AKIA…34',
	scope: '20261120/us-east-1/bedrock/aws4_request',
	signedHeaders: ['host', 'x-amz-date'],
	signature: '0f1e',
	canonicalRequest:
		'POST\n/model/a%253A0/converse\n\nhost:a.example\nx-amz-date:20261120T000000Z\n\nhost;x-amz-date\nabc',
	stringToSign: 'AWS4-HMAC-SHA256\n20261120T000000Z\n20261120/us-east-1/bedrock/aws4_request\ndef',
	matches: true,
};

test('each line of the canonical request, also the two that are empty', () => {
	expect(canonicalLines(signature).map(({ part, text }) => `${part} ${text}`)).toEqual([
		'method POST',
		'path /model/a%253A0/converse',
		'query ',
		'headers host:a.example',
		'headers x-amz-date:20261120T000000Z',
		'blank ',
		'signedHeaders host;x-amz-date',
		'payloadHash abc',
	]);
});

test('the string to sign, and the header', () => {
	expect(toSignLines(signature).map(({ part, text }) => `${part} ${text}`)).toEqual([
		'algorithm AWS4-HMAC-SHA256',
		'dateTime 20261120T000000Z',
		'scope 20261120/us-east-1/bedrock/aws4_request',
		'requestHash def',
	]);
	expect(headerParts(signature).map(({ part, text }) => `${part} ${text}`)).toEqual([
		'algorithm AWS4-HMAC-SHA256',
		'accessKeyId AKIA…34',
		'date 20261120',
		'region us-east-1',
		'service bedrock',
		'terminator aws4_request',
		'signedHeaders host;x-amz-date',
		'signature 0f1e…',
	]);
});
