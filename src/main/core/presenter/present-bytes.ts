import { maskBytes } from './mask-bytes.ts';
import type { Presenter } from './presenter.ts';

/** Masks bodies for a window while presenter mode is on. */
export function presentBytes(presenter: Presenter): (bytes: Uint8Array, arriving: boolean) => Promise<Uint8Array> {
	return async (bytes, arriving) => {
		const masker = await presenter.masker();
		return masker === null ? bytes : maskBytes(bytes, masker, arriving);
	};
}
