import { z } from 'zod';
import { client } from '../state/client.ts';
import type { WaitingFiles } from './waiting-files.ts';
import { allWaiting, restoreWaiting } from './waiting-files.ts';

/** In the session's storage, the key of what this window has handed over. */
const FLAG = 'outcrop.files';
const DATABASE = 'outcrop-files';
const STORE = 'waiting';

/**
 * Hands the files that wait in composers over a reload which the window itself is about to make. They lie on the disk only
 * until `takeCarriedFiles`: what a browser keeps by itself would outlive the window.
 */
export async function carryFiles(): Promise<void> {
	const waiting = allWaiting();
	if (Object.keys(waiting).length === 0) return;
	const key = crypto.randomUUID();
	await inStore((store) => store.put(waiting, key));
	sessionStorage.setItem(FLAG, key);
}

/** Puts the files back that were handed over, under the names by which they are to be seen now. */
export async function takeCarriedFiles(): Promise<void> {
	const key = sessionStorage.getItem(FLAG);
	if (key === null) return;
	sessionStorage.removeItem(FLAG);
	const carried: WaitingFiles | undefined = await inStore((store) => store.get(key));
	await inStore((store) => store.delete(key));
	if (carried === undefined) return;
	const names = Object.fromEntries(
		Object.entries(carried).map(([owner, files]) => [owner, files.map(({ name }) => name)]),
	);
	const shown = z.record(z.string(), z.array(z.string())).parse(await client().app.shown(names));
	const named = Object.entries(carried).map(([owner, files]) => [
		owner,
		files.map((file, index) => ({ ...file, name: shown[owner]?.[index] ?? file.name })),
	]);
	restoreWaiting(Object.fromEntries(named));
}

/** Does one thing in the browser's own database. Rejects where there is none, or no room. */
async function inStore<Result>(act: (store: IDBObjectStore) => IDBRequest<Result>): Promise<Result> {
	const opening = indexedDB.open(DATABASE);
	opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore(STORE));
	const database = await done(opening);
	try {
		return await done(act(database.transaction(STORE, 'readwrite').objectStore(STORE)));
	} finally {
		database.close();
	}
}

function done<Result>(request: IDBRequest<Result>): Promise<Result> {
	const { promise, resolve, reject } = Promise.withResolvers<Result>();
	request.addEventListener('success', () => resolve(request.result));
	request.addEventListener('error', () => reject(request.error ?? new Error('The browser’s database failed')));
	return promise;
}
