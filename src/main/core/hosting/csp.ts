import { randomBytes } from 'node:crypto';

/**
 * The Content-Security-Policy of every page, in both hosts (Electron's security list, 7). `nonce` lets CodeMirror put
 * its style element into the page; a host makes a new one for each response.
 */
export function contentSecurityPolicy(nonce: string): string {
	return [
		"default-src 'none'",
		"script-src 'self'",
		`style-src 'self' 'nonce-${nonce}'`,
		"img-src 'self' data: blob:",
		// What a person attached is played from where the window holds it.
		'media-src blob:',
		"font-src 'self'",
		"connect-src 'self'",
		"base-uri 'none'",
		"form-action 'none'",
		"frame-ancestors 'none'",
	].join('; ');
}

/** 128 random bits as base64, which a CSP nonce must be (CSP Level 3, 2.3.1). */
export function newNonce(): string {
	return randomBytes(16).toString('base64');
}

/** Headers of every response of a host, besides its content type. */
export function securityHeaders(nonce: string): Readonly<Record<string, string>> {
	return {
		'Content-Security-Policy': contentSecurityPolicy(nonce),
		'X-Content-Type-Options': 'nosniff',
		'Referrer-Policy': 'no-referrer',
		'Cross-Origin-Opener-Policy': 'same-origin',
		'Cross-Origin-Resource-Policy': 'same-origin',
		'Cache-Control': 'no-store',
	};
}

/** A page with the nonce in it, as `<meta name="csp-nonce">`, where the renderer finds it. */
export function withNonce(html: string, nonce: string): string {
	return html.replace(/<head\b[^>]*>/i, (head) => `${head}<meta name="csp-nonce" content="${nonce}">`);
}
