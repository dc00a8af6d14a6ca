/** The `Host` names under which the host answers. Any other is a name that someone pointed at us (DNS rebinding). */
export function isOwnHost(host: string | undefined, port: number): boolean {
	const names = ['127.0.0.1', 'localhost', '[::1]'];
	return names.some((name) => host === `${name}:${port}` || (port === 80 && host === name));
}

/** True when a WebSocket was asked for by a page of ours: browsers don't hold WebSockets to the same origin. */
export function isOwnOrigin(origin: string | undefined, host: string | undefined): boolean {
	return host !== undefined && origin === `http://${host}`;
}

/** The session's cookie. Its name has the port in it, because cookies of one machine's ports share a jar. */
export function sessionCookie(port: number, session: string): string {
	return `${cookieName(port)}=${session}; Path=/; HttpOnly; SameSite=Strict`;
}

/** Every value that the `Cookie` header has for the session; other apps on this machine can add some. */
export function sessionValues(header: string | undefined, port: number): readonly string[] {
	const prefix = `${cookieName(port)}=`;
	return (header ?? '')
		.split(';')
		.map((pair) => pair.trim())
		.filter((pair) => pair.startsWith(prefix))
		.map((pair) => pair.slice(prefix.length));
}

function cookieName(port: number): string {
	return `outcrop-${port}`;
}
