import { expect, test } from 'vitest';
import { redactHeaders } from '../../../../../src/main/core/bedrock/redact.ts';
import { isCut, valueParts } from '../../../../../src/renderer/inspector/body/cut-out.ts';

test('a value from the wire is one piece', () => {
	expect(valueParts('application/json')).toEqual([{ text: 'application/json', cut: false }]);
	expect(isCut('application/json')).toBe(false);
	expect(valueParts('')).toEqual([]);
});

test('finds each place where the wiretap cut', () => {
	const signature = 'a1b2'.padEnd(64, '0');
	const signed = `AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20261120/us-east-1/bedrock/aws4_request, SignedHeaders=host, Signature=${signature}`;
	const [[, value] = ['', '']] = redactHeaders([['authorization', signed]]);
	expect(isCut(value)).toBe(true);
	expect(valueParts(value)).toEqual([
		{ text: 'AWS4-HMAC-SHA256 Credential=AKIA', cut: false },
		{ text: '…', cut: true },
		{ text: 'LE/20261120/us-east-1/bedrock/aws4_request, SignedHeaders=host, Signature=a1b2', cut: false },
		{ text: '…', cut: true },
	]);
});

test('a value that was cut out whole is just the mark', () => {
	const [[, value] = ['', '']] = redactHeaders([['x-amz-security-token', 'IQoJb3JpZ2luX2VjEXAMPLE']]);
	expect(valueParts(value)).toEqual([{ text: '…', cut: true }]);
});
