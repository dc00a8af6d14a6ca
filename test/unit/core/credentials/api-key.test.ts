import { expect, test } from 'vitest';
import { createApiKey } from '../../../../src/main/core/credentials/api-key.ts';
import { memorySecrets } from '../../../../src/main/core/hosting/memory-secrets.ts';

test('a key goes in, is told of, and never comes out', async () => {
	const secrets = memorySecrets();
	let changes = 0;
	const apiKey = createApiKey(secrets, () => {
		changes += 1;
	});
	expect(await apiKey.state()).toEqual({ stored: false, keeps: 'memory', region: null, expiresAt: null });
	const kept = { stored: true, keeps: 'memory', region: null, expiresAt: null };
	expect(await apiKey.set(' ABSK-planted\n')).toEqual(kept);
	expect(await secrets.read('api-key')).toBe('ABSK-planted');
	expect(await apiKey.state()).toEqual(kept);
	expect(await apiKey.remove()).toEqual({ ...kept, stored: false });
	expect(await secrets.read('api-key')).toBeNull();
	expect(changes).toBe(2);
});

test('a store that can’t keep it is no success, and its words are told without the key', async () => {
	const apiKey = createApiKey(
		{
			keeps: 'encrypted',
			read: async () => null,
			write: async (_, secret) => {
				throw new Error(`The key store is locked: ${secret}`);
			},
		},
		() => expect.unreachable('nothing has changed'),
	);
	await expect(apiKey.set('ABSK-planted')).rejects.toMatchObject({
		name: 'StoreError',
		code: 'not-saved',
		message: 'The key store is locked: …',
	});
	await expect(apiKey.remove()).rejects.toMatchObject({ code: 'not-saved' });
});
