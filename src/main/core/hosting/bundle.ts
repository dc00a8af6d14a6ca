import { readFile, realpath, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { withNonce } from './csp.ts';

/** A file of the renderer's bundle, ready to be served. */
export interface BundleFile {
	readonly type: string;
	readonly body: Uint8Array<ArrayBuffer>;
}

/** What a bundle is made of; anything else in its folder is not served. */
const types: Readonly<Record<string, string>> = {
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.css': 'text/css; charset=utf-8',
	'.svg': 'image/svg+xml',
	'.png': 'image/png',
	'.woff2': 'font/woff2',
};

/**
 * Reads a file of the bundle by the path of its URL, as it came in the request (still percent-encoded, without query).
 * `/` is `index.html`; pages get the nonce. null: there is no such file, or it is not inside the folder.
 */
export async function readBundleFile(folder: string, urlPath: string, nonce: string): Promise<BundleFile | null> {
	const segments = pathSegments(urlPath);
	if (segments === null) return null;
	const type = types[extname(segments.at(-1) ?? '')];
	if (type === undefined) return null;
	try {
		const root = await realpath(folder);
		const path = join(root, ...segments);
		// A bundle has no links. Whatever does not lie where its name says is not a part of it.
		if ((await realpath(path)) !== path || !(await stat(path)).isFile()) return null;
		const body = new Uint8Array(await readFile(path));
		if (!type.startsWith('text/html')) return { type, body };
		return { type, body: new TextEncoder().encode(withNonce(new TextDecoder().decode(body), nonce)) };
	} catch (error) {
		if (isMissing(error)) return null;
		throw error;
	}
}

/** Names from the bundle's folder down, or null where a segment could mean anything but a name. */
function pathSegments(urlPath: string): readonly string[] | null {
	if (urlPath === '/') return ['index.html'];
	if (!urlPath.startsWith('/')) return null;
	try {
		const segments = urlPath.slice(1).split('/').map(decodeURIComponent);
		return segments.every((segment) => /^(?!\.)[^/\\:\0]+$/.test(segment)) ? segments : null;
	} catch {
		return null;
	}
}

function isMissing(error: unknown): boolean {
	return error instanceof Error && 'code' in error && ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'].includes(`${error.code}`);
}
