import type { Masker } from '../../../shared/masking/mask-text.ts';
import { createMasker } from '../../../shared/masking/mask-text.ts';
import type { KnownWords } from './known-words.ts';
import { unmaskDeep } from './mask-value.ts';

/** Presenter mode, as main sees it: what is private, and by what it is masked. */
export interface Presenter {
	/** Masks while presenter mode is on; null while it is off. Rejects when nobody can tell what is private. */
	masker(): Promise<Masker | null>;
	/** What a window tells, with what was masked for it put back. */
	take(input: unknown, path: string): Promise<unknown>;
	/** What tells whose the machine is may have changed: the AWS files, the settings. */
	changed(): void;
}

/**
 * One masker from the app's start to its end: a value keeps its mask, and a mask that a window still holds is known.
 * `drafts`: the procedure that is told texts which may have been masked earlier, also when presenter mode is off.
 */
export function createPresenter(options: {
	readonly isOn: () => boolean;
	readonly known: () => Promise<KnownWords>;
	readonly drafts: string;
}): Presenter {
	const masker = createMasker({ profiles: [], hosts: [], bareNumbers: true });
	let learnt: Promise<void> | null = null;

	async function learn(): Promise<void> {
		const { profiles, people, hosts } = await options.known();
		for (const name of [...profiles, ...people]) masker.maskValue('name', name);
		for (const host of hosts) masker.maskValue('host', host);
	}

	return {
		async masker() {
			if (!options.isOn()) return null;
			learnt ??= learn();
			const learning = learnt;
			try {
				await learning;
			} catch (error) {
				if (learnt === learning) learnt = null;
				throw error;
			}
			return masker;
		},
		async take(input, path) {
			return options.isOn() || path === options.drafts ? unmaskDeep(input, masker) : input;
		},
		changed() {
			learnt = null;
		},
	};
}
