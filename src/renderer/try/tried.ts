import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { RequestSettings } from '../../shared/model/settings.ts';
import { attachFiles } from '../attachments/attach-files.ts';
import type { WaitingFile } from '../attachments/waiting-files.ts';
import { addWaiting, addWaitingResult, removeWaiting, waitingFiles } from '../attachments/waiting-files.ts';
import type { AppState } from '../state/app-store.ts';
import { appStore, NEW, useApp } from '../state/app-store.ts';
import { focusComposer, openById, setDraft } from '../state/conversations.ts';
import type { ExampleResult } from './example-file.ts';
import type { ThingId } from './things-to-try.ts';

/** What stands ready to be tried, and what stood there before. */
interface Tried {
	readonly id: ThingId;
	readonly text: string;
	readonly settings: RequestSettings;
	readonly before: Pick<AppState, 'openId' | 'setup' | 'fresh'> & {
		readonly draft: string;
		readonly files: readonly WaitingFile[];
	};
}

const store = createStore<{ readonly tried: Tried | null }>()(() => ({ tried: null }));

/** Puts something to try into a new conversation's composer, with its settings and files. Nothing is sent. */
export async function tryOut(
	id: ThingId,
	told: {
		readonly text: string;
		readonly settings: RequestSettings;
		readonly files: readonly File[];
		readonly result: ExampleResult | null;
	},
): Promise<void> {
	const { openId, setup, fresh, drafts } = appStore.getState();
	const draft = drafts[NEW] ?? '';
	const standing = standsReady(appStore.getState(), store.getState().tried);
	// Whoever chooses another thing goes back to what they had themselves: their own words in place of the try's are theirs.
	const same = standing !== null && (draft === '' || draft === standing.text);
	const before = same ? standing.before : { openId, setup, fresh, draft, files: waitingFiles(NEW) };
	takeFilesAway();
	await openById(null);
	appStore.setState({ fresh: told.settings });
	setDraft(null, told.text);
	store.setState({ tried: { id, text: told.text, settings: told.settings, before } });
	if (told.result !== null) addWaitingResult(NEW, told.result);
	if (told.files.length > 0) await attachFiles(told.files);
	focusComposer();
}

/** Brings back what stood there before something was put in its place. */
export async function undoTry(): Promise<void> {
	const { tried } = store.getState();
	if (tried === null) return;
	const { openId, setup, fresh, draft, files } = tried.before;
	store.setState({ tried: null });
	takeFilesAway();
	setDraft(null, draft);
	for (const { id: _, url: __, ...file } of files) addWaiting(NEW, file);
	appStore.setState({ fresh });
	if (openId !== null) await openById(openId);
	else appStore.setState({ setup });
	focusComposer();
}

/** What stands ready in the new conversation; null: nothing, or the person has made something else of it. */
export function useTried(): ThingId | null {
	const tried = useStore(store, (state) => state.tried);
	return useApp((state) => standsReady(state, tried)?.id ?? null);
}

function standsReady({ openId, fresh }: AppState, tried: Tried | null): Tried | null {
	return openId === null && tried !== null && fresh === tried.settings ? tried : null;
}

function takeFilesAway(): void {
	removeWaiting(
		NEW,
		waitingFiles(NEW).map(({ id }) => id),
	);
}
