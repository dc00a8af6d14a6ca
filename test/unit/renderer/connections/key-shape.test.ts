import { expect, test } from 'vitest';
import { keyShape } from '../../../../src/renderer/connections/key-shape.ts';

test.each([
	['bedrock-api-key-YmVkcm9jay5hbWF6b25hd3MuY29tLz9BY3Rpb249', 'bedrock'],
	['  ABSKQmVkcm9ja0FQSUtleS1leGFtcGxlPT0=\n', 'bedrock'],
	['AKIAIOSFODNN7EXAMPLE', 'access-key-id'],
	['ASIAIOSFODNN7EXAMPLE', 'access-key-id'],
	['wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY', 'secret-key'],
	[`IQoJb3JpZ2luX2Vj${'A'.repeat(80)}`, 'session-token'],
	['sk-ant-api03-xxxx', 'other-service'],
	['AWS_BEARER_TOKEN_BEDROCK=bedrock-api-key-abc', 'assignment'],
	['export AWS_BEARER_TOKEN_BEDROCK=bedrock-api-key-abc', 'assignment'],
	['$env:AWS_BEARER_TOKEN_BEDROCK = "bedrock-api-key-abc"', 'assignment'],
	['bedrock-api-key-abc def', 'spaces'],
	['hello', 'unknown'],
	['bedrock-api-key', 'unknown'],
] as const)('%s is told as %s', (text, shape) => {
	expect(keyShape(text)).toBe(shape);
});
