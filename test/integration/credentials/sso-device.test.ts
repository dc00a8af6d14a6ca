import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { FakeSignIn } from '../../helpers/fake-sign-in-server.ts';
import { startFakeSignIn } from '../../helpers/fake-sign-in-server.ts';
import type { SsoMachine } from './support/sso-machine.ts';
import { follow, makeSsoMachine } from './support/sso-machine.ts';

let fake: FakeSignIn;
let machine: SsoMachine;
beforeEach(async () => {
	fake = await startFakeSignIn();
	machine = await makeSsoMachine(fake);
	// The SDK looks for SSO tokens in the process's own home folder.
	vi.stubEnv('HOME', machine.homeFolder);
});
afterEach(async () => {
	await fake.close();
	await machine.remove();
});

const unstopped = new AbortController().signal;
const failure = { code: 'unknown', status: null, requestId: null, systemCode: null };
const DEVICE = ['RegisterClient', 'StartDeviceAuthorization', 'CreateToken'];

const byDevice = (profile = 'work', signal = unstopped) =>
	machine.signIn({ connection: `profile:${profile}`, flow: 'device' }, signal);

describe('with a code', () => {
	test('a person confirms it on any computer, and the token is kept for the session', async () => {
		const { time } = machine.clock;
		const events = await follow(byDevice());
		const expiresAt = Math.floor(machine.clock.time / 1000 + 28_800) * 1000;
		expect(events).toEqual([
			{
				type: 'device',
				url: `${fake.endpoint}/device?user_code=WXYZ-4321`,
				userCode: 'WXYZ-4321',
				opened: false,
				expiresAt: time + 600_000,
			},
			{ type: 'done', expiresAt },
		]);
		expect(fake.operations()).toEqual(DEVICE);
		const [registered, started, asked] = fake.requests.map(({ fields }) => fields);
		expect(registered).toEqual({
			clientName: 'outcrop',
			clientType: 'public',
			scopes: ['sso:account:access', 'codewhisperer:analysis'],
		});
		const client = { clientId: 'client-1', clientSecret: expect.stringMatching(/^SECRET-client-/) };
		expect(started).toEqual({ ...client, startUrl: 'https://acme.awsapps.com/start' });
		expect(asked).toEqual({
			...client,
			deviceCode: expect.stringMatching(/^SECRET-device-/),
			grantType: 'urn:ietf:params:oauth:grant-type:device_code',
		});
		expect(await machine.readCache('acme')).toMatchObject({
			startUrl: 'https://acme.awsapps.com/start',
			region: 'eu-central-1',
			refreshToken: expect.stringMatching(/^SECRET-refresh-/),
		});
	});

	test('the app asks no more often than AWS wants it to', async () => {
		fake.set({ device: ['pending', 'slow-down', 'pending', 'slow-down', 'approved'], interval: 2 });
		expect((await follow(byDevice())).map(({ type }) => type)).toEqual(['device', 'done']);
		expect(machine.waits).toEqual([2000, 2000, 7000, 7000, 12_000]);
	});

	test('the app never asks more often than each second', async () => {
		fake.set({ device: ['pending', 'approved'], interval: 0 });
		await follow(byDevice());
		expect(machine.waits).toEqual([1000, 1000]);
	});

	test.each([
		['refused', 'denied', 'SignInDenied', 'The sign-in was refused in the browser.'],
		['too late for AWS', 'expired', 'SignInTimeout', 'The code was not confirmed in time.'],
	] as const)('%s, it ends', async (_name, answer, type, message) => {
		fake.set({ device: ['pending', answer] });
		expect((await follow(byDevice())).at(-1)).toEqual({ type: 'failed', failure: { ...failure, type, message } });
		expect(fake.operations()).toEqual([...DEVICE, 'CreateToken']);
	});

	test('too late by the clock, AWS is not asked again', async () => {
		fake.set({ device: ['pending'], deviceSeconds: 3 });
		expect((await follow(byDevice())).at(-1)).toEqual({
			type: 'failed',
			failure: { ...failure, type: 'SignInTimeout', message: 'The code was not confirmed in time.' },
		});
		expect(machine.waits).toEqual([1000, 1000, 1000]);
		expect(fake.operations()).toEqual([...DEVICE, 'CreateToken']);
	});

	test('an interval longer than the code is good for is not waited for', async () => {
		fake.set({ device: ['pending'], deviceSeconds: 600, interval: 5_000_000 });
		expect((await follow(byDevice())).at(-1)).toMatchObject({ failure: { type: 'SignInTimeout' } });
		// A timer of Node's would have been over at once, again and again.
		expect(machine.waits).toEqual([600_000]);
		expect(fake.operations()).toEqual(['RegisterClient', 'StartDeviceAuthorization']);
	});

	test('given up, it ends without a word and asks no more', async () => {
		const stop = new AbortController();
		machine.onWait = () => {
			if (machine.waits.length === 2) stop.abort();
		};
		fake.set({ device: ['pending'] });
		expect((await follow(byDevice('work', stop.signal))).map(({ type }) => type)).toEqual(['device']);
		expect(machine.waits).toHaveLength(2);
		expect(fake.operations()).toEqual([...DEVICE]);
		await expect(machine.readCache('acme')).rejects.toMatchObject({ code: 'ENOENT' });
	});

	test('the address is opened where that can be done', async () => {
		fake.set({ verificationUri: 'https://device.sso.test/' });
		const url = 'https://device.sso.test/?user_code=WXYZ-4321';
		expect((await follow(byDevice()))[0]).toMatchObject({ type: 'device', url, opened: true });
		expect(machine.opened).toEqual([url]);

		const other = await makeSsoMachine(fake, { opens: false });
		const events = await follow(other.signIn({ connection: 'profile:work', flow: 'device' }, unstopped));
		await other.remove();
		expect(events.map((event) => ('opened' in event ? event.opened : event.type))).toEqual([false, 'done']);
	});

	test('no address but an https one is handed to the system', async () => {
		fake.set({ verificationUri: 'file:///etc/passwd' });
		expect((await follow(byDevice()))[0]).toMatchObject({ type: 'device', opened: false });
		expect(machine.opened).toEqual([]);
	});

	test('a failure in whose words AWS repeats a secret is told without it', async () => {
		fake.failNext('CreateToken', 'InvalidRequestException', 'Not {deviceCode} with {clientSecret}.');
		const events = await follow(byDevice());
		expect(events.at(-1)).toMatchObject({ failure: { type: 'InvalidRequestException', message: 'Not … with ….' } });
		expect(JSON.stringify(events)).not.toContain('SECRET');
	});

	test('a failure in whose words stands a secret of the machine’s config file is told without it', async () => {
		fake.failNext('StartDeviceAuthorization', 'InvalidRequestException', 'Not with SECRET-static-key.');
		expect((await follow(byDevice())).at(-1)).toMatchObject({ failure: { message: 'Not with ….' } });
	});
});

test.each([
	'InvalidClientMetadataException',
	'InvalidRedirectUriException',
	'InvalidRequestException',
	'UnauthorizedClientException',
	'UnsupportedGrantTypeException',
])('where a registration for the browser is refused with %s, a code is used', async (type) => {
	fake.set({ refuseAuthorizationCode: type });
	const events = await follow(machine.signIn({ connection: 'profile:work' }, unstopped));
	expect(events.map((event) => event.type)).toEqual(['device', 'done']);
	expect(fake.operations()).toEqual(['RegisterClient', ...DEVICE]);
});

test.each([
	['RegisterClient', undefined],
	['RegisterClient', 'device'],
	['StartDeviceAuthorization', 'device'],
	['CreateToken', 'device'],
] as const)('a service that never answers %s is given up, and said to be silent', async (operation, flow) => {
	const limit = new AbortController();
	vi.spyOn(AbortSignal, 'timeout').mockReturnValue(limit.signal);
	fake.holdNext(operation);
	const events = follow(machine.signIn({ connection: 'profile:work', flow }, unstopped));
	await fake.received(operation);
	limit.abort();
	expect((await events).at(-1)).toEqual({
		type: 'failed',
		failure: {
			...failure,
			code: 'timeout-first-byte',
			type: 'NoResponse',
			message: 'The sign-in service of AWS did not answer within 30 s.',
		},
	});
});

test.each(['RegisterClient', 'StartDeviceAuthorization', 'CreateToken'] as const)(
	'%s: a service that fails is told of, and asked again only when a person does',
	async (operation) => {
		// The process's own environment has no say in it.
		vi.stubEnv('AWS_MAX_ATTEMPTS', '3');
		fake.failNext(operation, 'InternalServerException', 'Not now.', 500);
		expect((await follow(byDevice())).at(-1)).toMatchObject({
			type: 'failed',
			failure: { type: 'InternalServerException', message: 'Not now.', status: 500 },
		});
		expect(fake.operations().filter((name) => name === operation)).toEqual([operation]);
		expect((await follow(byDevice())).map(({ type }) => type)).toEqual(['device', 'done']);
	},
);

test('another failure to register is told in AWS’s words', async () => {
	fake.failNext('RegisterClient', 'InvalidScopeException', 'No such scope.');
	const events = await follow(machine.signIn({ connection: 'profile:work' }, unstopped));
	expect(events).toMatchObject([
		{ type: 'failed', failure: { type: 'InvalidScopeException', message: 'No such scope.', status: 400 } },
	]);
	expect(fake.operations()).toEqual(['RegisterClient']);
});

test('a legacy profile signs in with a code, and the unmodified SDK finds the token', async () => {
	const events = await follow(machine.signIn({ connection: 'profile:legacy' }, unstopped));
	expect(events.map(({ type }) => type)).toEqual(['device', 'done']);
	expect(fake.requests[0]?.fields).toEqual({ clientName: 'outcrop', clientType: 'public' });
	const { accessToken, region, startUrl } = await machine.readCache('https://legacy.awsapps.com/start');
	expect([region, startUrl]).toEqual(['us-west-2', 'https://legacy.awsapps.com/start']);

	const settings = { connection: 'profile:legacy', region: null, endpointUrl: null, fips: null, dualStack: null };
	const target = await machine.access.target(settings, 'bedrock_runtime');
	expect(await machine.access.authenticate(target, unstopped)).toMatchObject({ type: 'keys' });
	expect(fake.requests.at(-1)?.headers['x-amz-sso_bearer_token']).toBe(accessToken);
});

test('signing in for a role is signing in to the session at the end of its chain', async () => {
	const events = await follow(byDevice('role'));
	expect(events.map(({ type }) => type)).toEqual(['device', 'done']);
	expect((await machine.readCache('acme'))['startUrl']).toBe('https://acme.awsapps.com/start');
});
