import type { ApiKeyState } from '../../../shared/model/api-key.ts';
import type { SecretStore } from '../ports.ts';

/** The Bedrock API key that the app keeps. The key goes in and never comes out. */
export interface ApiKey {
	state(): Promise<ApiKeyState>;
	set(key: string): Promise<ApiKeyState>;
	remove(): Promise<ApiKeyState>;
}

/** The key in the host's secret store. `changed` is called after each change. */
export function createApiKey(secrets: SecretStore, changed: () => void): ApiKey {
	async function state(): Promise<ApiKeyState> {
		const key = await secrets.read('api-key');
		return { stored: key !== null, keeps: secrets.keeps, region: null, expiresAt: null };
	}
	async function write(key: string | null): Promise<ApiKeyState> {
		await secrets.write('api-key', key);
		changed();
		return state();
	}
	return { state, set: write, remove: () => write(null) };
}
