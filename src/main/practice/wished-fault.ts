import type { DrawnFault, Fault } from './faults.ts';
import type { Prompt } from './prompt.ts';
import { questionOf } from './question.ts';

/** After so many frames a wished stream breaks: some words of the answer have come. */
const SOME_FRAMES = 6;

/** What can be asked for by its name, in small letters. */
const WISHES: Readonly<Record<string, Fault>> = {
	throttlingexception: { kind: 'throttled' },
	serviceunavailableexception: { kind: 'service-unavailable' },
	internalserverexception: { kind: 'internal-error' },
	accessdeniedexception: { kind: 'access-denied' },
	modeltimeoutexception: { kind: 'model-timeout' },
	// The texts of these two: bedrock-facts.md, 4.
	resourcenotfoundexception: {
		kind: 'refused',
		exception: 'ResourceNotFoundException',
		message:
			'Model use case details have not been submitted for this account. Fill out the Anthropic use case details form before using the model. If you have already filled out the form, try again in 15 minutes.',
	},
	expiredtokenexception: {
		kind: 'refused',
		exception: 'ExpiredTokenException',
		message: 'The security token included in the request is expired',
	},
	modelstreamerrorexception: {
		kind: 'stream-exception',
		afterFrames: SOME_FRAMES,
		exception: 'modelStreamErrorException',
	},
	'connection reset': { kind: 'connection-reset' },
	'broken stream': { kind: 'cut-stream', afterFrames: SOME_FRAMES, inside: 'frame', how: 'half-close' },
	'slow start': { kind: 'slow-first-byte', ms: 8000 },
};

/** `error: ThrottlingException`, 「エラー：ThrottlingException × 2」: the whole question, so that a pasted log is none. */
const WISH = /^\s*(?:error|エラー)\s*[:：]\s*([a-z]+(?: [a-z]+)?)(?:\s*[x×]\s*(\d))?[\s.。]*$/iu;

/**
 * The fault that a question asks for by its name, for the first so many attempts of a call or for all; null: none. The
 * number of an attempt is what the SDK says of it (`amz-sdk-request: attempt=2; max=3`).
 */
export function wishedFault(prompt: Prompt, headers: Readonly<Record<string, string>>): DrawnFault | null {
	const [, name = '', times] = WISH.exec(questionOf(prompt)) ?? [];
	const wish = name.toLowerCase();
	const fault = Object.hasOwn(WISHES, wish) ? WISHES[wish] : undefined;
	if (fault === undefined) return null;
	const attempt = Number(/\battempt=(\d+)/.exec(headers['amz-sdk-request'] ?? '')?.[1] ?? 1);
	if (times !== undefined && attempt > Number(times)) return null;
	// Nobody waits for it, and nobody lets it go on: what is held is held until the client goes.
	return { fault, released: new Promise(() => {}), reach: () => {} };
}
