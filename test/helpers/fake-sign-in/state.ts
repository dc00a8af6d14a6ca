import { randomBytes } from 'node:crypto';

/** Keys that the fake hands out (SSO role credentials, assumed roles). */
export interface FakeKeys {
	readonly accessKeyId: string;
	readonly secretAccessKey: string;
	readonly sessionToken: string;
}

/** What a poll of the device flow is answered with. */
export type DeviceAnswer = 'pending' | 'slow-down' | 'approved' | 'denied' | 'expired';

/** How the fake behaves; changed at any time with `set`. Times in seconds. */
export interface FakeSignInRules {
	/** The error type that a registration for `authorization_code` is refused with; null: it is granted. */
	readonly refuseAuthorizationCode: string | null;
	/** What GET /authorize does: lets in, refuses, sends back another state, or shows a page with the links Allow and Deny. */
	readonly authorize: 'allow' | 'deny' | 'wrong-state' | 'ask';
	/** Polls of the device flow, in order; the last answer again and again. GET /device?user_code=… sets `['approved']`. */
	readonly device: readonly DeviceAnswer[];
	readonly deviceSeconds: number;
	/** The page of the device flow; null: GET /device. */
	readonly verificationUri: string | null;
	/** Between two polls. */
	readonly interval: number;
	readonly tokenSeconds: number;
	/** Whether a refresh token comes with the access token, and a refresh is granted. */
	readonly refresh: boolean;
	readonly registrationSeconds: number;
	/** The keys of every role; null: new ones each time. With the practice endpoint's keys the call can go on there. */
	readonly keys: FakeKeys | null;
	readonly keySeconds: number;
	/** The only code that AssumeRole takes where a SerialNumber comes with it. */
	readonly mfaCode: string;
	readonly account: string;
}

const defaultRules: FakeSignInRules = {
	refuseAuthorizationCode: null,
	authorize: 'allow',
	device: ['approved'],
	deviceSeconds: 600,
	verificationUri: null,
	interval: 1,
	tokenSeconds: 28_800,
	refresh: true,
	registrationSeconds: 90 * 86_400,
	keys: null,
	keySeconds: 3600,
	mfaCode: '123456',
	account: '111122223333',
};

/** An error to answer with; the server writes it in the format of the service that was called. */
export class Refused extends Error {
	readonly type: string;
	readonly status: number;

	constructor(type: string, message: string, status = 400) {
		super(message);
		this.type = type;
		this.status = status;
	}
}

interface Client {
	readonly secret: string;
	readonly grants: readonly string[];
	readonly redirects: readonly string[];
}

interface Code {
	readonly clientId: string;
	readonly challenge: string;
	readonly redirect: string;
}

/** All that the fake remembers. */
export class FakeState {
	rules = defaultRules;
	readonly clients = new Map<string, Client>();
	readonly codes = new Map<string, Code>();
	readonly deviceCodes = new Map<string, { readonly clientId: string; readonly expiresAt: number }>();
	/** Access tokens and when they end, milliseconds since the epoch. */
	readonly accessTokens = new Map<string, number>();
	/** Refresh tokens and their client. */
	readonly refreshTokens = new Map<string, string>();
	/** Access key ids and the ARN that calls with them are made as. */
	readonly identities = new Map<string, { readonly arn: string; readonly userId: string }>();

	/** A new access token; with `clientId` and where the rules say so also a refresh token. */
	issue(clientId: string | null) {
		const accessToken = secret('access');
		this.accessTokens.set(accessToken, Date.now() + this.rules.tokenSeconds * 1000);
		const answer = { accessToken, tokenType: 'Bearer', expiresIn: this.rules.tokenSeconds };
		if (clientId === null || !this.rules.refresh) return answer;
		const refreshToken = secret('refresh');
		this.refreshTokens.set(refreshToken, clientId);
		return { ...answer, refreshToken };
	}

	/** Keys of a role, known to GetCallerIdentity from now on. */
	keysFor(role: string, session: string): FakeKeys & { readonly expiration: number } {
		const keys = this.rules.keys ?? {
			accessKeyId: `ASIA${randomBytes(8).toString('hex').toUpperCase()}`,
			secretAccessKey: secret('key'),
			sessionToken: secret('session'),
		};
		this.identities.set(keys.accessKeyId, {
			arn: `arn:aws:sts::${this.rules.account}:assumed-role/${role}/${session}`,
			userId: `AROAFAKEROLE00000001:${session}`,
		});
		return { ...keys, expiration: Date.now() + this.rules.keySeconds * 1000 };
	}
}

/** Unguessable, and plain to find in a log: every secret of the fake begins with `SECRET-`. */
export function secret(kind: string): string {
	return `SECRET-${kind}-${randomBytes(18).toString('base64url')}`;
}
