import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { AppInfo } from '../../shared/contract/app.ts';
import type { AppSettings } from '../../shared/model/app-settings.ts';
import { defaultAppSettings } from '../../shared/model/app-settings.ts';
import type { Conversation, ConversationSummary } from '../../shared/model/conversation.ts';
import type { Notice } from '../../shared/model/notice.ts';
import type { RequestSettings } from '../../shared/model/settings.ts';
import { defaultRequestSettings } from '../../shared/model/settings.ts';
import type { Retrying } from './turn-events.ts';

/** The answer that the inspector shows. `exchangeId` null: the last exchange of the turn. */
export interface Selection {
	readonly turnId: string;
	readonly exchangeId: string | null;
}

/** A column of a comparison that is being set up: nothing of it is saved. */
interface SetupColumn {
	/** The window's own. */
	readonly key: string;
	readonly settings: RequestSettings;
}

/** A comparison that is being set up, with the column that the pickers, chips and dialogs are about. */
export interface ComparisonSetup {
	readonly columns: readonly SetupColumn[];
	readonly focused: string;
}

/** Everything that the window knows. Changed only by the functions of this folder. */
export interface AppState {
	/** `failed`: the first load did not succeed. */
	readonly phase: 'loading' | 'ready' | 'failed';
	/** Whether the core can be reached. */
	readonly linked: boolean;
	readonly info: AppInfo | null;
	readonly settings: AppSettings;
	readonly notices: readonly Notice[];
	/** Newest first. */
	readonly list: readonly ConversationSummary[];
	/** The open conversation; null: the new one, which is saved with its first message. */
	readonly openId: string | null;
	/** Settings of the new conversation. */
	readonly fresh: RequestSettings;
	/** The comparison that is being set up, in place of the new conversation; null: none. */
	readonly setup: ComparisonSetup | null;
	/** The conversations that were read, by id. */
	readonly loaded: Readonly<Record<string, Conversation>>;
	/** Running turns that this window watches: turn id by conversation id. */
	readonly running: Readonly<Record<string, string>>;
	/** The last failed attempt of a running turn that no words have come of yet, by turn id. */
	readonly retrying: Readonly<Record<string, Retrying>>;
	/** What stands in the composer, by conversation id (`NEW` for the new one). */
	readonly drafts: Readonly<Record<string, string>>;
	readonly selection: Selection | null;
	/** Rises each time the composer is to take the focus: a conversation was opened, an answer stopped or asked for again. */
	readonly opened: number;
}

/** The key of the new conversation's draft. */
export const NEW = 'new';

/** The one store of the window. */
export const appStore = createStore<AppState>()(() => ({
	phase: 'loading',
	linked: true,
	info: null,
	settings: defaultAppSettings,
	notices: [],
	list: [],
	openId: null,
	fresh: defaultRequestSettings,
	setup: null,
	loaded: {},
	running: {},
	retrying: {},
	drafts: {},
	selection: null,
	opened: 0,
}));

/** A part of the window's state; renders again when that part changes. */
export function useApp<Part>(part: (state: AppState) => Part): Part {
	return useStore(appStore, part);
}
