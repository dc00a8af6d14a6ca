import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../../../node_modules/electron', import.meta.url));

/**
 * Where Electron's binary lies, or null when it was never downloaded. Looks without importing the package, which would
 * start the download.
 */
export function electronBinary(): string | null {
	const pathFile = join(folder, 'path.txt');
	if (!existsSync(pathFile)) return null;
	const path = join(folder, 'dist', readFileSync(pathFile, 'utf8').trim());
	return existsSync(path) ? path : null;
}
