import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EXPIRED_SESSION_TOKEN, PRACTICE_SESSION_TOKEN } from '../../../src/main/practice/credentials.ts';
import type { PracticeServer } from '../../../src/main/practice/practice-server.ts';
import { startPractice } from '../../../src/main/practice/practice-server.ts';
import { practiceClient, rejection, transports } from './support/practice-client.ts';
import type { SignOptions } from './support/raw-call.ts';
import { rawPost, signedHeaders } from './support/raw-call.ts';

const NOW = Date.parse('2026-11-20T10:00:00Z');
const PATH = '/model/anthropic.claude-v2/converse';
const BODY = JSON.stringify({ messages: [{ role: 'user', content: [{ text: 'Hello' }] }] });
const CORAL = 'http://internal.amazon.com/coral/com.amazon.coral.service/';
const NO_MATCH =
	'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.';

let server: PracticeServer;
/** A server whose clock stands still. */
let frozen: PracticeServer;
beforeAll(async () => {
	server = await startPractice();
	frozen = await startPractice({
		clock: { now: () => NOW, monotonic: () => 0, wait: () => Promise.resolve() },
	});
});
afterAll(async () => {
	await server.close();
	await frozen.close();
});

async function answerTo(headers: Record<string, string>) {
	const response = await fetch(server.endpoint + PATH, { method: 'POST', headers, body: BODY });
	return { status: response.status, type: response.headers.get('x-amzn-errortype'), text: await response.text() };
}

const at = (minutes: number) => ({ signingDate: new Date(NOW + minutes * 60_000) });

const signatures: readonly { name: string; options: SignOptions; type: string; message: string }[] = [
	{
		name: 'an unknown access key id',
		options: { accessKeyId: 'AKIAIOSFODNN7EXAMPLE' },
		type: 'UnrecognizedClientException',
		message: 'The security token included in the request is invalid.',
	},
	{
		name: 'an unknown session token',
		options: { sessionToken: 'someone-else' },
		type: 'UnrecognizedClientException',
		message: 'The security token included in the request is invalid.',
	},
	{
		name: 'an expired session token',
		options: { sessionToken: EXPIRED_SESSION_TOKEN },
		type: 'ExpiredTokenException',
		message: 'The security token included in the request is expired',
	},
	{
		name: 'a wrong secret',
		options: { secretAccessKey: 'not-the-secret' },
		type: 'InvalidSignatureException',
		message: NO_MATCH,
	},
	{
		name: 'another service',
		options: { service: 'bedrock-runtime' },
		type: 'InvalidSignatureException',
		message: "Credential should be scoped to correct service: 'bedrock'. ",
	},
	{
		name: 'a clock that is slow',
		options: at(-6),
		type: 'InvalidSignatureException',
		message: 'Signature expired: 20261120T095400Z is now earlier than 20261120T095500Z (20261120T100000Z - 5 min.)',
	},
	{
		name: 'a clock that is fast',
		options: at(6),
		type: 'InvalidSignatureException',
		message:
			'Signature not yet current: 20261120T100600Z is still later than 20261120T100500Z (20261120T100000Z + 5 min.)',
	},
];

describe('a signature', () => {
	it.each(signatures)('with $name is refused', async ({ options, type, message }) => {
		const answer = await rawPost(frozen, PATH, BODY, { ...at(0), ...options });
		expect(answer.status).toBe(403);
		expect(answer.headers.get('x-amzn-errortype')).toBe(`${type}:${CORAL}`);
		expect(answer.text).toBe(JSON.stringify({ message }));
	});

	it.each([
		['five minutes ago', at(-5)],
		['in five minutes', at(5)],
		['for another region', { ...at(0), region: 'ap-northeast-1' }],
		['with the practice session token', { ...at(0), sessionToken: PRACTICE_SESSION_TOKEN }],
	])('made %s is accepted', async (_name, options) => {
		expect((await rawPost(frozen, PATH, BODY, options)).status).toBe(200);
	});

	it('does not fit another body', async () => {
		const headers = await signedHeaders(server, PATH, '{}');
		expect(await answerTo(headers)).toEqual({
			status: 403,
			type: `InvalidSignatureException:${CORAL}`,
			text: JSON.stringify({ message: NO_MATCH }),
		});
	});

	it('does not fit another body that claims the signed hash in an unsigned header', async () => {
		const { 'x-amz-content-sha256': hash, ...headers } = await signedHeaders(server, PATH, '{}');
		expect(hash).toMatch(/^[0-9a-f]{64}$/);
		expect((await answerTo({ ...headers, 'x-amz-content-sha256': String(hash) })).status).toBe(403);
	});

	it('must cover the host', async () => {
		const headers = await signedHeaders(server, PATH, BODY);
		const authorization = String(headers['authorization']).replace('host;', '');
		expect(await answerTo({ ...headers, authorization })).toMatchObject({
			status: 403,
			text: JSON.stringify({ message: "'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization." }),
		});
	});

	it('must be whole', async () => {
		const authorization = 'AWS4-HMAC-SHA256 Credential=a/b/c/bedrock/aws4_request, SignedHeaders=host';
		expect(await answerTo({ authorization })).toMatchObject({
			status: 400,
			type: `IncompleteSignatureException:${CORAL}`,
			text: expect.stringMatching(
				/^\{"message":"Authorization header requires 'Signature' parameter\. \(Hashed with SHA-256 and encoded with Base64\) Authorization=[^"]{44}"\}$/,
			),
		});
	});

	it('must be there', async () => {
		expect(await answerTo({})).toEqual({
			status: 403,
			type: `MissingAuthenticationTokenException:${CORAL}`,
			text: '{"message":"Missing Authentication Token"}',
		});
	});
});

describe('an API key', () => {
	it('is refused with a capital Message when it is wrong', async () => {
		expect(await answerTo({ authorization: 'Bearer bedrock-api-key-someone-else' })).toMatchObject({
			status: 403,
			text: '{"Message":"Authentication failed: Please make sure your API Key is valid."}',
		});
	});
});

describe.each(transports)('the SDK over %s', (transport) => {
	it('tells the refusals by their names', async () => {
		const command = new ConverseCommand({
			modelId: 'anthropic.claude-v2',
			messages: [{ role: 'user', content: [{ text: 'Hello' }] }],
		});
		const credentials = { accessKeyId: server.accessKeyId, secretAccessKey: server.secretAccessKey };
		const names: (readonly [string, unknown])[] = [];
		for (const given of [
			{ ...credentials, secretAccessKey: 'wrong' },
			{ ...credentials, accessKeyId: 'AKIAIOSFODNN7EXAMPLE' },
			{ ...credentials, sessionToken: EXPIRED_SESSION_TOKEN },
		]) {
			const client = practiceClient(server, transport, { credentials: given });
			const error = await rejection(client.send(command));
			client.destroy();
			names.push([error.name, error.$metadata?.['httpStatusCode']]);
		}
		expect(names).toEqual([
			['InvalidSignatureException', 403],
			['UnrecognizedClientException', 403],
			['ExpiredTokenException', 403],
		]);
	});
});
