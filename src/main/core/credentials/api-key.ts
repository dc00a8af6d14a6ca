import type { ApiKeyState } from '../../../shared/model/api-key.ts';
import type { SecretStore } from '../ports.ts';
import { StoreError } from '../storage/store-error.ts';
import { describeApiKey } from './describe-api-key.ts';

/** The Bedrock API key that the app keeps. The key goes in and never comes out. */
export interface ApiKey {
	state(): Promise<ApiKeyState>;
	/** Rejects with a StoreError when it can't be kept; then the one before it stays. */
	set(key: string): Promise<ApiKeyState>;
	remove(): Promise<ApiKeyState>;
}

/** The key in the host's secret store. `changed` is called after each change. */
export function createApiKey(secrets: SecretStore, changed: () => void): ApiKey {
	async function state(): Promise<ApiKeyState> {
		const key = await secrets.read('api-key');
		return { stored: key !== null, keeps: secrets.keeps, ...describeApiKey(key) };
	}
	async function write(key: string | null): Promise<ApiKeyState> {
		try {
			await secrets.write('api-key', key);
		} catch (error) {
			// A key store's words are its own, but it was handed the key: no word of it may go on.
			const words = error instanceof Error ? error.message : String(error);
			throw new StoreError('not-saved', key === null ? words : words.replaceAll(key, '…'));
		}
		changed();
		return state();
	}
	return { state, set: (key) => write(key.trim()), remove: () => write(null) };
}
