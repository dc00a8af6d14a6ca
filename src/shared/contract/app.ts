import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { notice } from '../model/notice.ts';
import { procedure } from './base.ts';

export const appInfo = z.object({
	version: z.string(),
	host: z.enum(['electron', 'node']),
	platform: z.string(),
	/** The system's language as a BCP 47 tag (`ja-JP`); null: ask the browser. */
	locale: z.string().nullable(),
	dataFolder: z.string(),
	/** True when the database is from a newer version: everything can be read, nothing can be changed. */
	readOnly: z.boolean(),
	practice: z.object({ endpoint: z.string(), region: z.string() }),
});
export type AppInfo = z.infer<typeof appInfo>;

/** What a window must know without asking. `conversations`: the list changed. `conversation`: this one did. */
export const appEvent = z.discriminatedUnion('type', [
	z.object({ type: z.literal('conversations') }),
	z.object({ type: z.literal('conversation'), id: z.string() }),
	z.object({ type: z.literal('settings') }),
	z.object({ type: z.literal('notices') }),
	/** The AWS files, a sign-in or the API key changed: read the connections again. */
	z.object({ type: z.literal('connections') }),
	/** Main asks a person something, or no longer does. */
	z.object({ type: z.literal('questions') }),
	/** The account was asked for its models. */
	z.object({ type: z.literal('models') }),
	/** Captured bodies were erased: read again what is kept. */
	z.object({ type: z.literal('storage') }),
]);
export type AppEvent = z.infer<typeof appEvent>;

export const appContract = {
	info: procedure.output(appInfo),
	notices: procedure.output(z.array(notice)),
	dismissNotice: procedure.input(z.object({ id: z.string() })).output(z.void()),
	/** What a window kept of its own, as it is to be seen now: masked in presenter mode, else as it was written. */
	shown: procedure.input(z.record(z.string(), z.unknown())).output(z.record(z.string(), z.unknown())),
	/** Runs until it is aborted. */
	events: procedure.output(eventIterator(appEvent)),
};
