import { expect, test } from 'vitest';
import { contentSecurityPolicy, newNonce, withNonce } from '../../../../src/main/core/hosting/csp.ts';

test('the policy is exactly this', () => {
	expect(contentSecurityPolicy('bm9uY2U=')).toBe(
		"default-src 'none'; script-src 'self'; style-src 'self' 'nonce-bm9uY2U='; img-src 'self' data: blob:; media-src blob:; " +
			"font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
	);
});

test('a nonce has 128 bits, in base64, and is never the same', () => {
	const nonces = Array.from({ length: 100 }, newNonce);
	for (const nonce of nonces) expect(nonce).toMatch(/^[A-Za-z0-9+/]{22}==$/);
	expect(new Set(nonces).size).toBe(100);
});

test('the nonce goes into the head and nowhere else', () => {
	expect(withNonce('<html><head>\n<title><header></title></head><header></header></html>', 'n')).toBe(
		'<html><head><meta name="csp-nonce" content="n">\n<title><header></title></head><header></header></html>',
	);
});
