import { z } from 'zod';
import { comparisonPlace, conversation, conversationSummary } from '../model/conversation.ts';
import { requestSettingsPatch } from '../model/settings.ts';
import { procedure } from './base.ts';

const byId = z.object({ id: z.string() });

export const conversationsContract = {
	/** Newest first; deleted ones are left out. */
	list: procedure.output(z.array(conversationSummary)),
	get: procedure.input(byId).output(conversation),
	/** A new, empty conversation with the default settings, changed as `settings` says; as a column where `comparison` is. */
	create: procedure
		.input(z.object({ settings: requestSettingsPatch.optional(), comparison: comparisonPlace.optional() }))
		.output(conversation),
	rename: procedure.input(byId.extend({ title: z.string().trim().min(1).max(500) })).output(conversationSummary),
	/** Takes it out of the list; `restore` brings it back until the app is closed. A running turn is stopped. */
	remove: procedure.input(byId).output(z.void()),
	restore: procedure.input(byId).output(conversationSummary),
	updateSettings: procedure.input(byId.extend({ settings: requestSettingsPatch })).output(conversation),
};
