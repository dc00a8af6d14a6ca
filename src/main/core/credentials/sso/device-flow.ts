import type { CreateTokenResponse } from '@aws-sdk/client-sso-oidc';
import type { FlowParts } from './flow.ts';
import { inTime } from './oidc.ts';
import { SignInError } from './sign-in-failure.ts';

/** RFC 8628, 3.2 and 3.5; milliseconds. */
const DEFAULT_INTERVAL = 5000;
const SLOW_DOWN = 5000;

/**
 * The device grant (RFC 8628): the person confirms a code in any browser, on any computer, while the app asks again and
 * again. Gives the token's end.
 */
export async function deviceFlow(parts: FlowParts): Promise<number> {
	const { oidc, session, clock, wait, open, tell, keepSecret, signal } = parts;
	const registration = await parts.register(oidc, session, 'device_code', signal);
	keepSecret(registration.clientSecret);
	const { clientId, clientSecret } = registration;
	const { StartDeviceAuthorizationCommand } = await import('@aws-sdk/client-sso-oidc');
	const command = new StartDeviceAuthorizationCommand({ clientId, clientSecret, startUrl: session.startUrl });
	const device = await inTime(signal, (options) => oidc.client.send(command, options));
	const { deviceCode, userCode, expiresIn = 600 } = device;
	const url = device.verificationUriComplete ?? device.verificationUri;
	if (!deviceCode || !userCode || !url) throw new Error('AWS gave no code to confirm.');
	keepSecret(deviceCode);
	const expiresAt = clock.now() + expiresIn * 1000;
	tell({ type: 'device', url, userCode, opened: await open(url), expiresAt });

	let interval = device.interval === undefined ? DEFAULT_INTERVAL : Math.max(device.interval, 1) * 1000;
	for (;;) {
		await wait(Math.min(interval, expiresAt - clock.now()), signal);
		if (clock.now() >= expiresAt) throw expired();
		const answer = await poll({ clientId, clientSecret, deviceCode }, parts);
		if (typeof answer === 'object') return parts.keep({ registration, token: answer });
		if (answer === 'slow-down') interval += SLOW_DOWN;
	}
}

async function poll(
	client: { readonly clientId: string; readonly clientSecret: string; readonly deviceCode: string },
	{ oidc, signal }: FlowParts,
): Promise<CreateTokenResponse | 'pending' | 'slow-down'> {
	const { CreateTokenCommand } = await import('@aws-sdk/client-sso-oidc');
	const command = new CreateTokenCommand({ ...client, grantType: 'urn:ietf:params:oauth:grant-type:device_code' });
	try {
		return await inTime(signal, (options) => oidc.client.send(command, options));
	} catch (error) {
		switch (error instanceof Error ? error.name : '') {
			case 'AuthorizationPendingException':
				return 'pending';
			case 'SlowDownException':
				return 'slow-down';
			case 'ExpiredTokenException':
				throw expired();
			case 'AccessDeniedException':
				throw new SignInError('SignInDenied', 'The sign-in was refused in the browser.');
			default:
				throw error;
		}
	}
}

function expired(): SignInError {
	return new SignInError('SignInTimeout', 'The code was not confirmed in time.');
}
