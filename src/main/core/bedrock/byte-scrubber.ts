const STAR = 0x2a;

/** Overwrites secrets in a body that arrives in pieces. */
export interface ByteScrubber {
	/** What can be told of the body by now: a tail that may be the beginning of a secret is held back. */
	push(piece: Uint8Array): Uint8Array;
	/** What was held back. */
	flush(): Uint8Array;
}

/**
 * Replaces each byte of each secret with `*`, also where a secret is spread over several pieces; lengths stay. Pieces
 * that are given back are copies.
 */
export function createByteScrubber(secrets: readonly string[]): ByteScrubber {
	const needles = secrets.map((secret) => Buffer.from(secret));
	let held = Buffer.alloc(0);

	return {
		push(piece) {
			const bytes = Buffer.concat([held, piece]);
			for (const needle of needles) overwrite(bytes, needle);
			const keep = Math.max(0, ...needles.map((needle) => overlap(bytes, needle)));
			held = Buffer.from(bytes.subarray(bytes.length - keep));
			return new Uint8Array(bytes.subarray(0, bytes.length - keep));
		},
		flush() {
			const rest = new Uint8Array(held);
			held = Buffer.alloc(0);
			return rest;
		},
	};
}

function overwrite(bytes: Buffer, needle: Buffer): void {
	for (let at = bytes.indexOf(needle); at !== -1; at = bytes.indexOf(needle, at)) {
		bytes.fill(STAR, at, at + needle.length);
	}
}

/** Length of the longest beginning of `needle` that the bytes end with. */
function overlap(bytes: Buffer, needle: Buffer): number {
	for (let length = Math.min(bytes.length, needle.length - 1); length > 0; length--) {
		if (bytes.subarray(bytes.length - length).equals(needle.subarray(0, length))) return length;
	}
	return 0;
}
