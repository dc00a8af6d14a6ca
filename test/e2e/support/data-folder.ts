import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';

/** All bytes of a data folder's files, the database and its journal among them, as text. */
export function dataFolderText(folder: string): string {
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => readFileSync(join(entry.parentPath, entry.name)).toString('utf8'))
		.join('\n');
}

/** Waits until a text has reached the data folder's files. */
export async function expectSaved(folder: string, text: string): Promise<void> {
	await expect.poll(() => dataFolderText(folder).includes(text)).toBe(true);
}
