import type { CreateTokenResponse } from '@aws-sdk/client-sso-oidc';
import type { SignInEvent } from '../../../../shared/model/sign-in.ts';
import type { Clock } from '../../ports.ts';
import type { Oidc, Register, Registration } from './oidc.ts';
import type { SsoSession } from './sign-in-target.ts';

/** What a flow works with. */
export interface FlowParts {
	readonly oidc: Oidc;
	readonly session: SsoSession;
	readonly register: Register;
	readonly clock: Clock;
	/** Waits so many milliseconds; rejects when the signal is aborted. */
	readonly wait: Wait;
	/** Opens an address in the person's browser; false: it has to be opened by hand. */
	readonly open: (url: string) => Promise<boolean>;
	readonly tell: (event: SignInEvent) => void;
	/** Told of everything secret that turns up, so that no word about a failure repeats it. */
	readonly keepSecret: (text: string) => void;
	/** Keeps the token and gives its end, milliseconds since the epoch. */
	readonly keep: (granted: Granted) => Promise<number>;
	readonly signal: AbortSignal;
}

export type Wait = (milliseconds: number, signal: AbortSignal) => Promise<unknown>;

/** What AWS grants: a token, with the registration that it belongs to. */
export interface Granted {
	readonly registration: Registration;
	readonly token: CreateTokenResponse;
}
