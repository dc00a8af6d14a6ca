import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect } from '@playwright/test';

/** All bytes of a data folder's files, the database and its journal among them, as text. */
export function dataFolderText(folder: string): string {
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => readFileSync(join(entry.parentPath, entry.name)).toString('utf8'))
		.join('\n');
}

/** Waits until an answer's text, as far as it is given, is in the database: whole, or in the pieces of a running one. */
export async function expectSaved(folder: string, text: string): Promise<void> {
	await expect.poll(() => savedText(folder)).toContain(text);
}

/** All pieces of answers that still run, joined. A spec that asks has one answer that runs. */
function savedText(folder: string): string {
	const database = new DatabaseSync(join(folder, 'outcrop.db'), { readOnly: true });
	try {
		const rows = database.prepare('SELECT text FROM answer_chunks ORDER BY rowid').all();
		return rows.map(({ text }) => JSON.parse(String(text))).join('');
	} finally {
		database.close();
	}
}
