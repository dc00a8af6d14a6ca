import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/**
 * Who may come in. A link's token is good for one browser, which gets the session in exchange; the session is good
 * until the process ends. Both have 256 random bits.
 */
export interface Access {
	/** A new token; the one before it is no longer good. */
	newToken(): string;
	/** The session, when the token is the current one; it is spent by that. */
	redeem(token: string): string | null;
	isSession(value: string): boolean;
}

/** Nobody is in yet, and no token is out. */
export function createAccess(): Access {
	const session = secret();
	let token: string | null = null;
	return {
		newToken: () => {
			token = secret();
			return token;
		},
		redeem: (given) => {
			if (token === null || !equal(given, token)) return null;
			token = null;
			return session;
		},
		isSession: (value) => equal(value, session),
	};
}

function secret(): string {
	return randomBytes(32).toString('base64url');
}

/** Takes the same time wherever two texts differ, and whatever their lengths. */
function equal(left: string, right: string): boolean {
	return timingSafeEqual(digest(left), digest(right));
}

function digest(text: string): Buffer {
	return createHash('sha256').update(text).digest();
}
