import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { memorySecrets } from '../core/hosting/memory-secrets.ts';
import type { Log, SecretName, SecretStore } from '../core/ports.ts';

/** What is used of Electron's `safeStorage`, after the app is ready. */
export interface SafeStorage {
	isAsyncEncryptionAvailable(): Promise<boolean>;
	encryptStringAsync(text: string): Promise<Buffer>;
	decryptStringAsync(encrypted: Buffer): Promise<{ readonly shouldReEncrypt: boolean; readonly result: string }>;
	/** Linux only. `basic_text`: there is no key store, and the key would be one that everybody knows. */
	getSelectedStorageBackend(): string;
}

/**
 * Secrets in a file of the data folder, encrypted by the system's key store; in memory where there is none that deserves
 * the name. The key store is not asked for anything before there is a secret: it may ask a person to unlock it.
 */
export function electronSecrets(options: {
	readonly safeStorage: SafeStorage;
	readonly platform: string;
	/** The file, which only this user can read. */
	readonly file: string;
	readonly log: Log;
}): SecretStore {
	const { safeStorage, platform, file, log } = options;
	const memory = memorySecrets();
	let isKept = platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text';
	let asked: Promise<boolean> | null = null;
	let writing: Promise<void> = Promise.resolve();

	function canEncrypt(): Promise<boolean> {
		asked ??= ask();
		return asked;
	}

	async function ask(): Promise<boolean> {
		try {
			isKept &&= await safeStorage.isAsyncEncryptionAvailable();
		} catch (error) {
			isKept = false;
			log.error("The system's key store can't be used", error);
		}
		if (!isKept) log.warn('Secrets are kept in memory only: the system offers no key store.');
		return isKept;
	}

	async function readAll(): Promise<Readonly<Record<string, string>>> {
		const text = await readFile(file, 'utf8').catch(() => null);
		if (text === null) return {};
		try {
			const found: unknown = JSON.parse(text);
			if (typeof found !== 'object' || found === null) return {};
			const entries = Object.entries(found).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
			return Object.fromEntries(entries);
		} catch {
			// Not the error: it would quote what stands there.
			log.warn('The file of the secrets is no JSON, and counts as empty.');
			return {};
		}
	}

	/** `encrypted` null removes. Another file takes the old one's place, so that there is always a whole one. */
	async function replace(name: SecretName, encrypted: string | null): Promise<void> {
		const { [name]: before, ...others } = await readAll();
		if (encrypted === null && before === undefined) return;
		const next = encrypted === null ? others : { ...others, [name]: encrypted };
		const fresh = `${file}.new`;
		try {
			await rm(fresh, { force: true });
			await writeFile(fresh, JSON.stringify(next), { mode: 0o600, flush: true });
			await rename(fresh, file);
		} catch (error) {
			await rm(fresh, { force: true });
			throw error;
		}
	}

	async function write(name: SecretName, secret: string | null): Promise<void> {
		if (secret !== null && (await canEncrypt())) {
			const encrypted = await safeStorage.encryptStringAsync(secret);
			await replace(name, encrypted.toString('base64'));
			await memory.write(name, null);
		} else {
			await replace(name, null);
			await memory.write(name, secret);
		}
	}

	/** Unless something else was written while the old text was decrypted. */
	async function renew(name: SecretName, old: string, secret: string): Promise<void> {
		if ((await readAll())[name] === old) await write(name, secret);
	}

	function inTurn(work: () => Promise<void>): Promise<void> {
		const done = writing.then(work);
		writing = done.catch(() => {});
		return done;
	}

	return {
		get keeps() {
			return isKept ? 'encrypted' : 'memory';
		},
		async read(name) {
			const held = await memory.read(name);
			if (held !== null) return held;
			const { [name]: encrypted } = await readAll();
			if (encrypted === undefined || !(await canEncrypt())) return null;
			try {
				const { result, shouldReEncrypt } = await safeStorage.decryptStringAsync(Buffer.from(encrypted, 'base64'));
				// The key store has a new key.
				if (shouldReEncrypt) {
					const renewed = inTurn(() => renew(name, encrypted, result));
					await renewed.catch(() => log.warn('A secret could not be kept anew.'));
				}
				return result;
			} catch {
				log.warn(`The secret "${name}" can't be decrypted: the system's key store has another key now.`);
				return null;
			}
		},
		write: (name, secret) => inTurn(() => write(name, secret)),
	};
}
