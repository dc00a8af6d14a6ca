import type { CustomScheme } from 'electron';
import { readBundleFile } from '../core/hosting/bundle.ts';
import { newNonce, securityHeaders } from '../core/hosting/csp.ts';

/** The origin of our pages (Electron's security list, 18: no `file:`). */
export const APP_ORIGIN = 'app://outcrop';

/** Must be registered before the app is ready. Standard and secure, so that its pages have an origin like https ones. */
export const appScheme: CustomScheme = {
	scheme: 'app',
	privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
};

/** Answers `app://outcrop/…` out of the renderer's bundle, GET only. For `protocol.handle('app', …)`. */
export function createAppProtocol(bundleFolder: string): (request: Request) => Promise<Response> {
	return async (request) => {
		const nonce = newNonce();
		const refuse = (status: number) => new Response(null, { status, headers: securityHeaders(nonce) });
		if (request.method !== 'GET') return refuse(405);
		if (!request.url.startsWith(`${APP_ORIGIN}/`)) return refuse(404);
		// Taken as it came, because a URL parser would resolve `..` on the way.
		const path = request.url.slice(APP_ORIGIN.length).replace(/[?#].*$/s, '');
		const file = await readBundleFile(bundleFolder, path, nonce);
		if (file === null) return refuse(404);
		return new Response(file.body, { headers: { ...securityHeaders(nonce), 'Content-Type': file.type } });
	};
}
