import { z } from 'zod';

const bytes = z.number().int().nonnegative();

/** How much captured bodies take. */
export const captured = z.object({
	/** Calls of which bodies are kept. */
	exchanges: z.number().int().nonnegative(),
	/** What the bodies take in the file; bytes. */
	keptBytes: bytes,
	/** What they are when they are read; bytes. */
	originalBytes: bytes,
});
export type Captured = z.infer<typeof captured>;

/** What the app keeps on this disk. */
export const storageUse = captured.extend({
	/** The database's file; bytes. */
	fileBytes: bytes,
	/** What of the file is empty; it is used again, or given back to the disk. */
	freeBytes: bytes,
	/** The files that go with messages; bytes. They are part of the talk: forgetting bodies keeps them. */
	attachmentBytes: bytes,
	/** The conversations whose bodies take the most, the largest first. */
	conversations: z.array(captured.extend({ id: z.string(), title: z.string() })),
});
export type StorageUse = z.infer<typeof storageUse>;
