import { setTimeout } from 'node:timers/promises';
import type { ConnectionId } from '../../../../shared/model/connection.ts';
import { profileName } from '../../../../shared/model/connection.ts';
import type { SignInEvent } from '../../../../shared/model/sign-in.ts';
import { redactText } from '../../bedrock/redact.ts';
import type { Clock, Ports } from '../../ports.ts';
import type { AwsSurroundings } from '../aws-files.ts';
import { readAwsProfiles } from '../aws-files.ts';
import type { ClientAccess } from '../client-access.ts';
import { authorizationCodeFlow } from './authorization-code.ts';
import { deviceFlow } from './device-flow.ts';
import type { FlowParts, Granted, Wait } from './flow.ts';
import { createRegister, openOidc } from './oidc.ts';
import { createRuns } from './shared-runs.ts';
import { SignInError, signInFailure } from './sign-in-failure.ts';
import type { SignInTarget } from './sign-in-target.ts';
import { signInTarget } from './sign-in-target.ts';
import { tokenFile, writeToken } from './token-file.ts';

/** What is signed in to. `flow` `device`: with a code, because the person's browser is on another computer. */
export interface AskedSignIn {
	readonly connection: ConnectionId;
	readonly flow?: 'device' | undefined;
}

/** Signs a person in; the last event is `done` or `failed`. Aborting ends everything, without one. */
export type SignIn = (asked: AskedSignIn, signal: AbortSignal) => AsyncGenerator<SignInEvent, void>;

/**
 * Sign-in to IAM Identity Center. The token lands in the AWS CLI's cache, where the SDK's `fromIni` finds it. Who asks
 * for a sign-in that is running joins it; it is given up when nobody follows it any more. `changed` is called when a
 * token was written.
 */
export function createSignIn(options: {
	readonly access: ClientAccess;
	readonly surroundings: AwsSurroundings;
	readonly clock: Clock;
	readonly openExternal: Ports['openExternal'];
	readonly changed: () => void;
	/** Aborted when the app ends: a listener would outlive its window. */
	readonly closing: AbortSignal;
	readonly wait?: Wait;
}): SignIn {
	const { access, surroundings, clock, openExternal, changed, closing } = options;
	const wait = options.wait ?? ((milliseconds, signal) => setTimeout(milliseconds, undefined, { signal }));
	const { register, forget } = createRegister(clock);
	const runs = createRuns();

	async function perform(
		{ profile, session }: Extract<SignInTarget, { type: 'sso' }>,
		flow: AskedSignIn['flow'],
		parts: Pick<FlowParts, 'tell' | 'keepSecret' | 'signal'>,
	): Promise<number> {
		async function keep({ registration, token }: Granted): Promise<number> {
			const { accessToken, expiresIn, refreshToken = null } = token;
			if (!accessToken || expiresIn === undefined) throw new Error('AWS gave no token.');
			const expiresAt = Math.floor(clock.now() / 1000 + expiresIn) * 1000;
			await writeToken(tokenFile(surroundings, session), {
				startUrl: session.startUrl,
				region: session.region,
				accessToken,
				expiresAt,
				clientId: registration.clientId,
				clientSecret: registration.clientSecret,
				registrationExpiresAt: registration.expiresAt,
				refreshToken,
			});
			return expiresAt;
		}
		const oidc = await openOidc(access, profile, session);
		const openIt = (url: string) => open(url, openExternal);
		const all: FlowParts = { ...parts, oidc, session, register, clock, wait, open: openIt, keep };
		// As the AWS CLI does: a legacy profile knows the device grant only.
		const byCode = flow === 'device' || session.name === null ? null : await authorizationCodeFlow(all);
		return byCode ?? (await deviceFlow(all));
	}

	return async function* signIn({ connection, flow }, signal) {
		const failed = async (error: unknown, secrets: readonly string[] = []): Promise<SignInEvent> => {
			const failure = signInFailure(error);
			const message = redactText(await access.cut(failure.message), secrets);
			return { type: 'failed', failure: { ...failure, message } };
		};
		const name = profileName(connection);
		const target = name === null ? null : signInTarget(await readAwsProfiles(surroundings), name);
		if (target?.type !== 'sso') {
			yield await failed(notOffered(connection, target));
			return;
		}
		const key = JSON.stringify([tokenFile(surroundings, target.session), flow ?? null]);
		yield* runs.follow(key, AbortSignal.any([signal, closing]), async (tell, running) => {
			const secrets: string[] = [];
			const keepSecret = (text: string) => {
				if (text !== '') secrets.push(text);
			};
			try {
				const expiresAt = await perform(target, flow, { tell, keepSecret, signal: running });
				changed();
				tell({ type: 'done', expiresAt });
			} catch (error) {
				if (error instanceof Error && error.name === 'InvalidClientException') forget();
				if (!running.aborted) tell(await failed(error, secrets));
			}
		});
	};
}

function notOffered(connection: ConnectionId, target: SignInTarget | null): SignInError {
	if (target?.type === 'incomplete') return new SignInError('SsoConfigurationIncomplete', target.words);
	if (target?.type === 'login') {
		return new SignInError('SignInNotOffered', `Run 'aws login --profile ${target.profile}' in a terminal.`);
	}
	return new SignInError('SignInNotOffered', `Nobody signs in for ${connection}.`);
}

/** Only https leaves the app (`Ports.openExternal`); what else a configured endpoint names is opened by hand. */
async function open(url: string, openExternal: Ports['openExternal']): Promise<boolean> {
	if (URL.parse(url)?.protocol !== 'https:') return false;
	return openExternal(url).then(
		() => true,
		() => false,
	);
}
