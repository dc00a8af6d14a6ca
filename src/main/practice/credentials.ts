import { randomBytes } from 'node:crypto';

/** What opens the practice endpoint, and nothing else. */
export interface PracticeCredentials {
	readonly accessKeyId: string;
	readonly secretAccessKey: string;
	/** Accepted as a bearer token in place of a signature. */
	readonly apiKey: string;
}

/** The practice access key id: AWS's form, and plain to see that it is not AWS's. */
const ACCESS_KEY_ID = 'AKIAPRACTICE0000000A';

/** Sent as the session token with the practice keys, it is accepted, as temporary credentials are. */
export const PRACTICE_SESSION_TOKEN = 'practice-session-token';

/** Sent as the session token with the practice keys, it gets AWS's answer to expired temporary credentials. */
export const EXPIRED_SESSION_TOKEN = 'practice-session-token-expired';

/** Fresh credentials, with what is given taken over. */
export function practiceCredentials(given: Partial<PracticeCredentials>): PracticeCredentials {
	return {
		accessKeyId: given.accessKeyId ?? ACCESS_KEY_ID,
		secretAccessKey: given.secretAccessKey ?? randomBytes(30).toString('base64').replaceAll('/', '+'),
		apiKey: given.apiKey ?? `bedrock-api-key-practice-${randomBytes(24).toString('base64url')}`,
	};
}
