import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { SafeStorage } from '../../../src/main/electron/electron-secrets.ts';
import { electronSecrets } from '../../../src/main/electron/electron-secrets.ts';

let folder: string;
let file: string;
let lines: string[];
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'outcrop-secrets-'));
	file = join(folder, 'secrets.json');
	lines = [];
});
afterEach(() => rm(folder, { recursive: true }));

const SECRET = 'ABSKsecret-of-the-test';

interface KeyStore extends SafeStorage {
	key: number;
	asked: number;
}

/** A key store that adds its key to each byte, and knows its own work by a mark. */
function keyStore(changes: Partial<SafeStorage> = {}): KeyStore {
	const store: KeyStore = {
		key: 7,
		asked: 0,
		async isAsyncEncryptionAvailable() {
			store.asked += 1;
			return true;
		},
		encryptStringAsync: async (text) => Buffer.from([store.key, ...Buffer.from(text).map((byte) => byte + store.key)]),
		async decryptStringAsync(encrypted) {
			if (encrypted[0] !== store.key) throw new Error(`wrong key for ${encrypted.toString('latin1')}`);
			return {
				result: Buffer.from(encrypted.subarray(1).map((byte) => byte - store.key)).toString(),
				shouldReEncrypt: false,
			};
		},
		getSelectedStorageBackend: () => 'gnome_libsecret',
		...changes,
	};
	return store;
}

function open(safeStorage: SafeStorage, platform = 'linux') {
	const tell = (line: string) => lines.push(line);
	const log = { info: tell, warn: tell, error: (line: string, error?: unknown) => tell(`${line}: ${error}`) };
	return electronSecrets({ safeStorage, platform, file, log });
}

test('a secret is there again after a restart, encrypted, in a file of this user alone', async () => {
	const first = open(keyStore());
	expect(first.keeps).toBe('encrypted');
	await first.write('api-key', SECRET);
	expect(await open(keyStore()).read('api-key')).toBe(SECRET);
	const text = await readFile(file, 'utf8');
	expect(text).not.toContain(SECRET);
	expect(text).not.toContain(Buffer.from(SECRET).toString('base64'));
	expect((await stat(file)).mode & 0o777).toBe(0o600);
	expect(await readdir(folder)).toEqual(['secrets.json']);
});

test('the key store is left alone until there is a secret', async () => {
	const store = keyStore();
	const secrets = open(store);
	expect([await secrets.read('api-key'), secrets.keeps, store.asked]).toEqual([null, 'encrypted', 0]);
	await secrets.write('api-key', null);
	expect([store.asked, await readdir(folder)]).toEqual([0, []]);
	await secrets.write('api-key', SECRET);
	await secrets.write('api-key', 'another');
	expect(store.asked).toBe(1);
});

test('a secret is removed from the file', async () => {
	const secrets = open(keyStore());
	await secrets.write('api-key', SECRET);
	await secrets.write('api-key', null);
	expect(await secrets.read('api-key')).toBeNull();
	expect(await readFile(file, 'utf8')).toBe('{}');
});

test('writes come in their order', async () => {
	const secrets = open(keyStore());
	await Promise.all([
		secrets.write('api-key', 'first'),
		secrets.write('api-key', null),
		secrets.write('api-key', SECRET),
	]);
	expect(await secrets.read('api-key')).toBe(SECRET);
});

test.each([
	['a key that everybody knows', keyStore({ getSelectedStorageBackend: () => 'basic_text' })],
	['no encryption', keyStore({ isAsyncEncryptionAvailable: async () => false })],
	[
		'a key store that fails',
		keyStore({ isAsyncEncryptionAvailable: () => Promise.reject(new Error('The portal is away.')) }),
	],
])('with %s nothing is written, and the secret is kept in memory', async (_, store) => {
	const secrets = open(store);
	await secrets.write('api-key', SECRET);
	expect(await secrets.read('api-key')).toBe(SECRET);
	expect(secrets.keeps).toBe('memory');
	expect(await readdir(folder)).toEqual([]);
	expect(await open(store).read('api-key')).toBeNull();
	expect(lines.at(-1)).toBe('Secrets are kept in memory only: the system offers no key store.');
});

test('the backend is asked for on Linux alone, where there is one', async () => {
	const getSelectedStorageBackend = () => {
		throw new Error('Linux only');
	};
	expect(open(keyStore({ getSelectedStorageBackend }), 'darwin').keeps).toBe('encrypted');
});

test('what another key has encrypted counts as gone, and the log says so without it', async () => {
	const store = keyStore();
	const secrets = open(store);
	await secrets.write('api-key', SECRET);
	store.key = 9;
	expect(await secrets.read('api-key')).toBeNull();
	expect(lines).toEqual([`The secret "api-key" can't be decrypted: the system's key store has another key now.`]);
	await secrets.write('api-key', 'another');
	expect(await secrets.read('api-key')).toBe('another');
});

test('a secret is encrypted anew when the key store asks for it', async () => {
	const store = keyStore();
	const { decryptStringAsync } = store;
	const secrets = open(store);
	await secrets.write('api-key', SECRET);
	store.decryptStringAsync = async (encrypted) => {
		const decrypted = await decryptStringAsync(encrypted);
		store.key = 9;
		store.decryptStringAsync = decryptStringAsync;
		return { ...decrypted, shouldReEncrypt: true };
	};
	expect(await secrets.read('api-key')).toBe(SECRET);
	expect(await open(store).read('api-key')).toBe(SECRET);
});

test('encrypting anew does not undo what was written meanwhile', async () => {
	for (const next of ['another', null]) {
		const store = keyStore();
		const { decryptStringAsync } = store;
		const secrets = open(store);
		await secrets.write('api-key', SECRET);
		store.decryptStringAsync = async (encrypted) => {
			const decrypted = await decryptStringAsync(encrypted);
			store.decryptStringAsync = decryptStringAsync;
			await secrets.write('api-key', next);
			return { ...decrypted, shouldReEncrypt: true };
		};
		await secrets.read('api-key');
		expect(await open(store).read('api-key')).toBe(next);
	}
});

test('a file that is no JSON counts as empty, and what stood there is not told', async () => {
	await writeFile(file, `{"api-key": ${SECRET}`);
	const secrets = open(keyStore());
	expect(await secrets.read('api-key')).toBeNull();
	expect(lines).toEqual(['The file of the secrets is no JSON, and counts as empty.']);
	await secrets.write('api-key', SECRET);
	expect(await open(keyStore()).read('api-key')).toBe(SECRET);
});

test('a secret that can’t be written is an error, and the old one stays', async () => {
	const store = keyStore();
	const secrets = open(store);
	await secrets.write('api-key', SECRET);
	store.encryptStringAsync = () => Promise.reject(new Error('Locked.'));
	await expect(secrets.write('api-key', 'another')).rejects.toThrow('Locked.');
	expect(await secrets.read('api-key')).toBe(SECRET);
});
