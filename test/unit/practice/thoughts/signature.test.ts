import { expect, it } from 'vitest';
import {
	encryptThoughts,
	isEncryptedThought,
	isSignatureOf,
	signThoughts,
} from '../../../../src/main/practice/thoughts/signature.ts';

it('is of one text and no other', () => {
	const signature = signThoughts('I think.', 'I think.');
	expect(signature).toBe(signThoughts('I think.', 'I think.'));
	expect(signature).toMatch(/^[A-Za-z0-9+/]+=*$/);
	expect(isSignatureOf(signature, 'I think.')).toBe(true);
	expect(isSignatureOf(signature, 'I think!')).toBe(false);
	expect(isSignatureOf(`${signature.slice(0, -4)}AAAA`, 'I think.')).toBe(false);
	expect(isSignatureOf('', '')).toBe(false);
});

it('tells omitted thoughts from each other', () => {
	expect(signThoughts('', 'one')).not.toBe(signThoughts('', 'two'));
	expect(isSignatureOf(signThoughts('', 'one'), '')).toBe(true);
	expect(isSignatureOf(signThoughts('', 'one'), 'one')).toBe(false);
});

it('encrypts so that a change is told', () => {
	const data = encryptThoughts('secret');
	expect(Buffer.from(data, 'base64').toString()).not.toContain('secret');
	expect(isEncryptedThought(data)).toBe(true);
	expect(isEncryptedThought(data.replace(/.{4}$/, 'AAAA'))).toBe(false);
	expect(isEncryptedThought(signThoughts('', ''))).toBe(false);
});
