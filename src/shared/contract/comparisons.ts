import { z } from 'zod';
import { conversation, FEWEST_COLUMNS, MOST_COLUMNS } from '../model/conversation.ts';
import { requestSettingsPatch } from '../model/settings.ts';
import { procedure } from './base.ts';

const byId = z.object({ id: z.string() });

/** What is done with all the conversations of a comparison at once. `id`: theirs, `comparison.id` of each. */
export const comparisonsContract = {
	/** New, empty conversations, a column each: all of them, or none. `columns`: as `settings` of `conversations.create`. */
	create: procedure
		.input(z.object({ columns: z.array(requestSettingsPatch).min(FEWEST_COLUMNS).max(MOST_COLUMNS) }))
		.output(z.array(conversation)),
	rename: procedure.input(byId.extend({ title: z.string().trim().min(1).max(500) })).output(z.void()),
	/** Takes them out of the list, as `conversations.remove` does. */
	remove: procedure.input(byId).output(z.void()),
	/** Brings back what the last `remove` took out, until the app is closed. */
	restore: procedure.input(byId).output(z.void()),
};
