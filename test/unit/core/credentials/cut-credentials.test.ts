import { afterEach, beforeEach, expect, test } from 'vitest';
import { cutCredentials } from '../../../../src/main/core/credentials/cut-credentials.ts';
import type { Machine } from '../../../integration/credentials/support/machine.ts';
import { makeMachine } from '../../../integration/credentials/support/machine.ts';

let machine: Machine;
beforeEach(async () => {
	machine = await makeMachine();
	await machine.credentials('[work]\naws_secret_access_key = PLANTED-key\naws_session_token = PLANTED-session\n');
	await machine.config('[profile made]\ncredential_process = vault --pin PLANTED-pin --user=PLANTED-user\n');
});
afterEach(() => machine.remove());

const environment = {
	AWS_SECRET_ACCESS_KEY: 'PLANTED-e-key',
	AWS_SESSION_TOKEN: 'PLANTED-e-session',
	AWS_BEARER_TOKEN_BEDROCK: 'PLANTED-e-bearer',
	AWS_CONTAINER_AUTHORIZATION_TOKEN: 'PLANTED-e-container',
};

const cut = (text: string) =>
	cutCredentials(text, { environment, homeFolder: machine.homeFolder }, 'PLANTED-stored-key');

test.each([
	'PLANTED-key',
	'PLANTED-session',
	'PLANTED-pin',
	'PLANTED-user',
	'PLANTED-stored-key',
	...Object.values(environment),
])('%s is cut out, wherever it stands', async (secret) => {
	expect(await cut(`AWS says: ${secret}, and "${secret}".`)).toBe('AWS says: …, and "…".');
});

test('a token of a canonical request is cut out, though this machine does not know it', async () => {
	expect(await cut('host:x\nx-amz-date:1\nx-amz-security-token:FwoG/abc==\n\nhost')).toBe(
		'host:x\nx-amz-date:1\nx-amz-security-token:…\n\nhost',
	);
});

test('keys that a process writes among its complaints are cut out', async () => {
	expect(await cut('no: {"AccessKeyId":"ASIA1","SecretAccessKey":"abc/d","SessionToken": "tok=="} end')).toBe(
		'no: {"AccessKeyId":"ASIA1","SecretAccessKey":"…","SessionToken": "…"} end',
	);
	expect(await cut('aws_secret_access_key = abc/d\naws_session_token=tok==')).toBe(
		'aws_secret_access_key = …\naws_session_token=…',
	);
});

test('what the parser of JSON repeats of a file is cut out, by whichever words', async () => {
	for (const file of [
		'{"a": SECRET-1',
		'{"refreshToken":"SECRET-1" "b":1}',
		'{"a":"SECRET-1"}"more"',
		'{"a":1}23',
		'',
	]) {
		let words = '';
		try {
			JSON.parse(file);
		} catch (error) {
			words = `${error}`;
		}
		expect(words).toContain('SyntaxError');
		expect(await cut(words)).not.toContain('SECRET');
	}
});

test('other words stay as they are', async () => {
	const words = 'Command failed: no vault.\nUnexpected token expired; ask your administrator.';
	expect(await cut(words)).toBe(words);
});
