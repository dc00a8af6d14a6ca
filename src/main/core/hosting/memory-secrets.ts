import type { SecretName, SecretStore } from '../ports.ts';

/** Secrets that are gone when the app ends: for a host without a key store of the system. */
export function memorySecrets(): SecretStore {
	const kept = new Map<SecretName, string>();
	return {
		keeps: 'memory',
		read: async (name) => kept.get(name) ?? null,
		async write(name, secret) {
			if (secret === null) kept.delete(name);
			else kept.set(name, secret);
		},
	};
}
