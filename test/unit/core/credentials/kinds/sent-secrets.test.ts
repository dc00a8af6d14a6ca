import { HttpRequest, HttpResponse } from '@smithy/core/protocols';
import { expect, test } from 'vitest';
import { secretive } from '../../../../../src/main/core/credentials/kinds/sent-secrets.ts';
import type { Transport } from '../../../../../src/main/core/network/network.ts';

/** A transport that takes everything. */
const taking: Transport = {
	metadata: { handlerProtocol: 'http/1.1' },
	handle: async () => ({ response: new HttpResponse({ statusCode: 200 }) }),
	destroy() {},
	updateHttpClientConfig() {},
	httpHandlerConfigs: () => ({}),
};

/** What is left of words after a request with this went out. */
async function wordsAfter(sent: { readonly headers?: Record<string, string>; readonly body?: unknown }, words: string) {
	const { transport, cut } = secretive(taking);
	await transport.handle(new HttpRequest(sent));
	const error = cut(new Error(words));
	return error instanceof Error ? error.message : null;
}

test.each([
	{ headers: { 'x-amz-sso_bearer_token': 'PLANTED' } },
	{ headers: { 'X-Amz-Security-Token': 'PLANTED' } },
	{ headers: { DPoP: 'PLANTED' } },
	{ body: 'Action=AssumeRole&TokenCode=PLANTED&Version=1' },
	{ body: 'WebIdentityToken=PLANTED&RoleArn=a' },
	{ body: JSON.stringify({ clientId: 'a', clientSecret: 'PLANTED' }) },
	{ body: new TextEncoder().encode(JSON.stringify({ refreshToken: 'PLANTED' })) },
])('what went out is cut out of the words about it: %j', async (sent) => {
	expect(await wordsAfter(sent, "Not good: PLANTED and 'PLANTED'.")).toBe("Not good: … and '…'.");
});

test('a short code is cut out between quotes alone, where it is the value', async () => {
	const words = "1 validation error detected: Value '12' at 'tokenCode': 12 letters";
	expect(await wordsAfter({ body: 'TokenCode=12' }, words)).toBe(
		"1 validation error detected: Value '…' at 'tokenCode': 12 letters",
	);
});

test('the longer of two is cut out whole', async () => {
	const body = JSON.stringify({ accessToken: 'PLANTED', refreshToken: 'PLANTED-more' });
	expect(await wordsAfter({ body }, 'PLANTED-more')).toBe('…');
});

test('what is no secret stays, and so does what is no error', async () => {
	const body = 'RoleArn=arn:aws:iam::111122223333:role/reader&TokenCode=';
	const words = 'Not authorized on arn:aws:iam::111122223333:role/reader';
	expect(await wordsAfter({ body }, words)).toBe(words);
	expect(await wordsAfter({ body: '{"half' }, words)).toBe(words);
	expect(secretive(taking).cut('thrown')).toBe('thrown');
});
