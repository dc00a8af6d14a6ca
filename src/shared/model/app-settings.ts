import { z } from 'zod';
import { price } from './model-entry.ts';
import {
	defaultRequestSettings,
	endpointUrl,
	modelId,
	requestSettings,
	requestSettingsPatch,
	withPatch,
} from './settings.ts';

/** A time limit in whole seconds, a day at most. */
export const seconds = z.number().int().min(1).max(86_400);

/** How often a call is tried, and how long it may take; null: no limit of our own. */
export const callSettings = z.object({
	/** Requests at most, the first one included. */
	attempts: z.number().int().min(1).max(10),
	/** To get a connection; for each attempt. */
	connectSeconds: seconds,
	/** Until the response begins; for each attempt. A model may think for minutes before. */
	firstByteSeconds: seconds.nullable(),
	/** Without a byte in a response that has begun. */
	idleSeconds: seconds,
	/** The whole call, with the waits between attempts. */
	totalSeconds: seconds.nullable(),
});
export type CallSettings = z.infer<typeof callSettings>;

/**
 * What is done with an answer that was cut off at max tokens. It is a setting of the app and none of a request: nothing
 * of it is sent. The two limits are for `automatic`, counted from each press of Send, Try again or Continue.
 */
export const continuationSettings = z.object({
	mode: z.enum(['off', 'ask', 'automatic']),
	/** Further calls at most. */
	calls: z.number().int().min(1).max(100),
	/** Output tokens of all calls at most: a call that could exceed them is not made. */
	outputTokens: z.number().int().min(1).max(1_000_000),
});
export type ContinuationSettings = z.infer<typeof continuationSettings>;

/** How calls leave this machine. The practice endpoint is always reached directly. */
export const networkSettings = z.object({
	/** `system`: the environment's variables, then what the operating system says. `own`: `proxyUrl`. */
	proxy: z.enum(['system', 'none', 'own']),
	/** An http or https URL. User names and passwords stay in `HTTPS_PROXY`. */
	proxyUrl: endpointUrl.nullable(),
	/** A PEM file with more certificate authorities to trust; null: `AWS_CA_BUNDLE`, the profile's `ca_bundle`, or none. */
	caBundle: z.string().trim().min(1).max(4096).nullable(),
});
export type NetworkSettings = z.infer<typeof networkSettings>;

/** How long captured bodies are kept; null: no limit. Conversations and answers always stay. */
export const storageSettings = z.object({
	keepDays: z.number().int().min(1).max(36_500).nullable(),
	/** Millions of bytes that captured bodies may take in the database. */
	maxMegabytes: z.number().int().min(1).max(1_000_000).nullable(),
});
export type StorageSettings = z.infer<typeof storageSettings>;

/** Where the panes stand. Widths in CSS pixels. */
export const layout = z.object({
	conversationsOpen: z.boolean(),
	conversationsWidth: z.number().min(160).max(800),
	inspectorOpen: z.boolean(),
	inspectorWidth: z.number().min(280).max(2000),
	/** Whether the inspector explains in full what is pointed at, or in one line; null: in full where it is high enough. */
	explainOpen: z.boolean().nullable(),
	/** Whether the facts of a call lie open below its figures; null: where the window is high enough. */
	factsOpen: z.boolean().nullable(),
});
export type Layout = z.infer<typeof layout>;

/** How many recent models are kept. */
export const RECENT_MODELS = 8;

/** The settings of the app, one JSON file per data folder. */
export const appSettings = z.object({
	language: z.enum(['system', 'ja', 'en']),
	theme: z.enum(['system', 'light', 'dark']),
	/** Larger type for a projector, and whatever tells whose an account is masked. */
	presenter: z.boolean(),
	/** What a new conversation starts with. */
	defaults: requestSettings,
	calls: callSettings,
	continuation: continuationSettings,
	network: networkSettings,
	storage: storageSettings,
	/** Ids as they are called, in the order in which they were added. */
	favouriteModels: z.array(modelId).max(200),
	/** Ids of the last calls, the newest first. */
	recentModels: z.array(modelId).max(RECENT_MODELS),
	/** Whether the first-run page was finished or skipped. */
	welcomed: z.boolean(),
	/** What a person says that tokens cost, by the id that is called; it beats the shipped price. */
	prices: z.record(modelId, price),
	layout,
});
export type AppSettings = z.infer<typeof appSettings>;

export const defaultAppSettings: AppSettings = {
	language: 'system',
	theme: 'system',
	presenter: false,
	defaults: defaultRequestSettings,
	calls: { attempts: 3, connectSeconds: 10, firstByteSeconds: 300, idleSeconds: 300, totalSeconds: null },
	continuation: { mode: 'ask', calls: 10, outputTokens: 20_000 },
	network: { proxy: 'system', proxyUrl: null, caBundle: null },
	storage: { keepDays: null, maxMegabytes: null },
	favouriteModels: [],
	recentModels: [],
	welcomed: false,
	prices: {},
	layout: {
		conversationsOpen: true,
		conversationsWidth: 252,
		inspectorOpen: true,
		inspectorWidth: 460,
		explainOpen: null,
		factsOpen: null,
	},
};

/** A change to some app settings. */
export const appSettingsPatch = z.object({
	language: appSettings.shape.language.optional(),
	theme: appSettings.shape.theme.optional(),
	presenter: z.boolean().optional(),
	defaults: requestSettingsPatch.optional(),
	calls: callSettings.partial().optional(),
	continuation: continuationSettings.partial().optional(),
	network: networkSettings.partial().optional(),
	storage: storageSettings.partial().optional(),
	favouriteModels: appSettings.shape.favouriteModels.optional(),
	recentModels: appSettings.shape.recentModels.optional(),
	welcomed: z.boolean().optional(),
	prices: appSettings.shape.prices.optional(),
	layout: layout.partial().optional(),
});
export type AppSettingsPatch = z.infer<typeof appSettingsPatch>;

/** App settings with a change; of the groups only what the change names. */
export function withAppSettings(settings: AppSettings, patch: AppSettingsPatch): AppSettings {
	const { defaults, calls, continuation, network, storage, layout: panes, ...whole } = patch;
	return withPatch(settings, {
		...whole,
		defaults: withPatch(settings.defaults, defaults ?? {}),
		calls: withPatch(settings.calls, calls ?? {}),
		continuation: withPatch(settings.continuation, continuation ?? {}),
		network: withPatch(settings.network, network ?? {}),
		storage: withPatch(settings.storage, storage ?? {}),
		layout: withPatch(settings.layout, panes ?? {}),
	});
}
