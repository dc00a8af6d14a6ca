import { z } from 'zod';

/** Something that happened to the user's files and that the user must know of. Words: i18n `notice.*`. */
export const notice = z.object({
	id: z.string(),
	code: z.enum(['settings-set-aside', 'database-set-aside', 'settings-not-saved']),
	/** The file that was set aside, or that could not be written. */
	path: z.string(),
	/** The operating system's or SQLite's own words, or empty. */
	detail: z.string(),
});
export type Notice = z.infer<typeof notice>;
