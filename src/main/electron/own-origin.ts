/** True when a URL is a page of the origin. `URL.origin` would say `null` for our own scheme. */
export function isOfOrigin(url: string, origin: string): boolean {
	return url === origin || url.startsWith(`${origin}/`);
}
