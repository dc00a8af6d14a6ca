import { resolve } from 'node:path';

/** `--data-dir DIR` or `--data-dir=DIR` of the command line, absolute; null when it isn't there. Chromium's own switches pass. */
export function dataFolderArgument(args: readonly string[], currentFolder: string): string | null {
	const index = args.findIndex((arg) => arg === '--data-dir' || arg.startsWith('--data-dir='));
	if (index < 0) return null;
	const value = args[index] === '--data-dir' ? args[index + 1] : args[index]?.slice('--data-dir='.length);
	return value ? resolve(currentFolder, value) : null;
}

/** The origin that pages come from: the development server's where there is one, which a packaged app never asks. */
export function pageOrigin(own: string, packaged: boolean, developmentUrl: string | undefined): string {
	return packaged || !developmentUrl ? own : new URL(developmentUrl).origin;
}
