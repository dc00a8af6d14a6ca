/** The nonce that the host put into the page beside its CSP header; empty where there is none. */
export function pageNonce(): string {
	return document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
}
