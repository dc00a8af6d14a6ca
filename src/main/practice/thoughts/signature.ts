import { createHash, createHmac } from 'node:crypto';

/** Not a secret: practice signs so that a changed thought can be told, and nothing hangs on it. */
const KEY = 'the practice endpoint of Outcrop';
const SIGNED = 'practice-thoughts-1';
const ENCRYPTED = 'practice-redacted-1';

/**
 * A signature over the thoughts as they are shown, base64 like Anthropic's; of omitted ones nothing is shown, and the
 * signature still tells one thought from another. Always the same for the same thoughts.
 */
export function signThoughts(shown: string, thoughts: string): string {
	const nonce = createHash('sha256').update(thoughts).digest('hex').slice(0, 32);
	return Buffer.from([SIGNED, nonce, mac(nonce, shown)].join('.')).toString('base64');
}

/** Whether a signature is practice's own, and of this very text. */
export function isSignatureOf(signature: string, shown: string): boolean {
	const [kind, nonce = '', sum] = Buffer.from(signature, 'base64').toString('latin1').split('.');
	return kind === SIGNED && sum === mac(nonce, shown);
}

/** Thoughts as a block that only practice can read, in base64. */
export function encryptThoughts(thoughts: string): string {
	const hidden = createHash('sha512').update(KEY).update(thoughts).digest('base64url');
	return Buffer.from([ENCRYPTED, hidden, mac(hidden, '')].join('.')).toString('base64');
}

/** Whether an encrypted block comes back as it was given. */
export function isEncryptedThought(data: string): boolean {
	const [kind, hidden = '', sum] = Buffer.from(data, 'base64').toString('latin1').split('.');
	return kind === ENCRYPTED && sum === mac(hidden, '');
}

function mac(nonce: string, text: string): string {
	return createHmac('sha256', KEY).update(nonce).update('\0').update(text).digest('base64url');
}
