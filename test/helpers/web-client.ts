/** Goes in by a link as a browser does, and gives the cookie that it got. */
export async function enter(url: string): Promise<string> {
	const response = await fetch(url, { redirect: 'manual' });
	const cookie = response.headers.get('set-cookie')?.split(';')[0];
	if (response.status !== 303 || cookie === undefined) throw new Error(`Not let in: ${response.status}`);
	return cookie;
}

/** A WebSocket as a page of the host would open it: with its cookie and its origin. */
export function pageSocket(url: string, cookie: string): WebSocket {
	const { host, origin } = new URL(url);
	// Node's WebSocket takes headers, which the DOM's types do not know.
	return Reflect.construct(WebSocket, [`ws://${host}/rpc`, { headers: { cookie, origin } }]);
}

/** Goes in by a link, and resolves with an open WebSocket. */
export async function openSocket(url: string): Promise<WebSocket> {
	const socket = pageSocket(url, await enter(url));
	await new Promise((resolve, reject) => {
		socket.addEventListener('open', resolve);
		socket.addEventListener('error', reject);
	});
	return socket;
}
