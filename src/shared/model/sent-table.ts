import { z } from 'zod';
import type { SentSetting } from '../requests/sent-settings.ts';
import { family } from './family.ts';

const settings = [
	'system',
	'maxTokens',
	'temperature',
	'topP',
	'topK',
	'stopSequences',
	'reasoning',
	'effort',
	'tools',
	'systemTools',
	'toolChoice',
	'cache.system',
	'cache.tools',
	'cache.messages',
	'citations',
	'guardrail',
	'guardrail.version',
	'guardrail.trace',
	'guardrail.streamProcessingMode',
	'guardrail.questionOnly',
	'guardrail.system',
	'outputSchema',
	'additionalFields',
	'responsePaths',
	'promptVariables',
	'requestMetadata',
	'performance',
	'serviceTier',
] as const satisfies readonly SentSetting[];

/** Every setting that can be sent, in the order in which they are shown. */
export const sentSettingNames: readonly (typeof settings)[number][] = settings;

/** Where something stands in a request that was sent: the path from the top of its body, or the name of a header. */
export const sentPlace = z.discriminatedUnion('kind', [
	z.object({ kind: z.literal('body'), path: z.array(z.union([z.string(), z.number()])) }),
	z.object({ kind: z.literal('header'), name: z.string() }),
]);
export type SentPlace = z.infer<typeof sentPlace>;

/** Why a setting is sent as it is. The words are the window's (`sent:reason.*`). */
export const sentReason = z.enum([
	// Not sent.
	'noPlace',
	'noPlacePrompt',
	'notStreaming',
	'noTools',
	'noSystem',
	'noDocument',
	'notObject',
	'notFound',
	// Sent in another way.
	'inText',
	'overridden',
	'nameLeft',
	'nameAdded',
	'rewritten',
	// Sent as it is set, and worth a word.
	'always',
	'leads',
	'asMessage',
	'spelled',
	// Not set, and sent.
	'version',
	'schemaVersion',
	'inputType',
	'thinkingOn',
	'contentType',
	'accept',
	'unknown',
]);
export type SentReason = z.infer<typeof sentReason>;

/** A setting beside what was sent of it, or something that was sent and that no setting asked for. */
export const sentRow = z.object({
	/** The setting; null: none asked for it. */
	what: z.enum(settings).nullable(),
	/** As it was set; `text` null: too long to be kept. null: it was not set. */
	asSet: z.object({ text: z.string().nullable(), length: z.number().int().nonnegative() }).nullable(),
	/** As it stands in the request, read from its bytes; long ones shortened. null: it is not in it. */
	sent: z.object({ place: sentPlace, text: z.string() }).nullable(),
	/**
	 * - `same`: sent as it is set. `unsent`: set, and not sent. `differs`: sent in another way.
	 * - `added`: the app sent it by itself. `byHand`: a person wrote the body.
	 * - `unclear`: set and sent, and too much of it was masked or cut to tell whether it is the same.
	 */
	status: z.enum(['same', 'unsent', 'differs', 'added', 'byHand', 'unclear']),
	reason: sentReason.nullable(),
});
export type SentRow = z.infer<typeof sentRow>;

/** What became of the talk. */
export const sentTalk = z.object({
	/** Whose form it has: Converse's, or that of a family's own body. */
	kind: z.union([z.literal('converse'), family]),
	place: sentPlace,
	/** Messages; null: it is one text. */
	count: z.number().int().nonnegative().nullable(),
	/**
	 * How an answer is gone on with: `begun`, its beginning stands last; `asked`, the app asks for the rest in words of its
	 * own; `results`, after results of tools. null: it begins anew.
	 */
	state: z.enum(['begun', 'asked', 'results']).nullable(),
	/** The words by which the app asks for the rest; null: none, or they are not apart. */
	text: z.string().nullable(),
	/** Uses of tools and their results that stand in it as text, because the settings want it so. */
	toolTexts: z.number().int().nonnegative(),
});
export type SentTalk = z.infer<typeof sentTalk>;

/** The settings of a call beside what was sent. */
export const sentTable = z.object({
	/** `unknown`: the call was made when settings were not yet kept. `unreadable`: the body is no JSON object. */
	state: z.enum(['ready', 'unknown', 'forgotten', 'unreadable']),
	/** The body was written by a person. */
	edited: z.boolean(),
	talk: sentTalk.nullable(),
	rows: z.array(sentRow),
	/** The settings that were not set and are not in the request. */
	unset: z.array(z.enum(settings)),
});
export type SentTable = z.infer<typeof sentTable>;
