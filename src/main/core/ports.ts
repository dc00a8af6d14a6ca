import type { AppSettings } from '../../shared/model/app-settings.ts';
import type { SetAside } from './storage/set-aside.ts';

/** What a host must give the app. The core reads no environment, clock or path by itself. */
export interface Ports {
	readonly host: 'electron' | 'node';
	readonly version: string;
	/** `process.platform`. */
	readonly platform: string;
	/** The system's language as a BCP 47 tag; null where the window knows it better (a browser has its own). */
	readonly locale: string | null;
	/** Where everything of the user is kept: database, settings. Exists and is held by this process alone. */
	readonly dataFolder: string;
	/** The user's home folder, for the AWS config files. */
	readonly homeFolder: string;
	/** The environment variables, as they were at the start. */
	readonly environment: Readonly<Record<string, string | undefined>>;
	readonly clock: Clock;
	readonly log: Log;
	readonly settingsFile: SettingsFile;
	readonly secrets: SecretStore;
	/** The operating system's proxy for an address (`http://proxy:3128`); null: none, or the host can't know. */
	systemProxy(url: string): Promise<string | null>;
	/** Opens a sign-in's page in the system's browser. The core has already checked that it is https. */
	openExternal(url: string): Promise<void>;
	readonly practice: PracticeAccess;
}

export interface Clock {
	/** Milliseconds since the epoch. */
	now(): number;
	/** Milliseconds on a clock that never jumps; fractions allowed, the zero is arbitrary. */
	monotonic(): number;
}

/** Lines for a developer. Never given a header, a body or a credential. */
export interface Log {
	info(message: string): void;
	warn(message: string): void;
	error(message: string, error?: unknown): void;
}

/** Where the settings lie: electron-store or conf. Whatever is read is validated by the core. */
export interface SettingsFile {
	readonly path: string;
	/** A file that was no JSON object and was set aside before the host's library could reset it; null: none. */
	readonly setAside: SetAside | null;
	/** What was found at the start; `null` where there was nothing. */
	read(): unknown;
	/** Throws when it can't be written. */
	write(settings: AppSettings): void;
}

/** Keeps secrets for the core. What is written is read by the core alone. */
export interface SecretStore {
	/** `encrypted`: by the system's key store, over restarts. `memory`: until the app ends. */
	readonly keeps: 'encrypted' | 'memory';
	/** null: there is none, or it can't be decrypted (any more). */
	read(name: SecretName): Promise<string | null>;
	/** null removes it. Rejects when it can't be kept. */
	write(name: SecretName, secret: string | null): Promise<void>;
}

export type SecretName = 'api-key';

/** How the built-in practice endpoint is reached. Its keys are practice keys: they open nothing else. */
export interface PracticeAccess {
	/** `http://127.0.0.1:PORT`. */
	readonly endpoint: string;
	readonly region: string;
	readonly accessKeyId: string;
	readonly secretAccessKey: string;
}
