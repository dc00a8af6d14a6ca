/** Why the store could not do what it was asked to. */
export class StoreError extends Error {
	override readonly name = 'StoreError';
	/**
	 * `not-saved`: nothing was written, but the same may work later (full disk, lost permission, locked). `refused`:
	 * nothing was written, and the same will be refused again (a constraint, a broken file, a defect of ours).
	 * `corrupt`: what was read is not what was written. `forgotten`: what was to be read has been erased on purpose.
	 */
	readonly code: 'read-only' | 'not-saved' | 'refused' | 'corrupt' | 'forgotten';

	constructor(code: StoreError['code'], message: string, options?: ErrorOptions) {
		super(message, options);
		this.code = code;
	}
}
