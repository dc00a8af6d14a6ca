/** Why the store could not do what it was asked to. */
export class StoreError extends Error {
	override readonly name = 'StoreError';
	/** `not-saved`: nothing was written (full disk, lost permission, locked). `corrupt`: a hash does not fit. */
	readonly code: 'read-only' | 'not-saved' | 'corrupt';

	constructor(code: StoreError['code'], message: string, options?: ErrorOptions) {
		super(message, options);
		this.code = code;
	}
}
