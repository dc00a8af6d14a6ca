import { z } from 'zod';
import type { RequestSettings } from '../../shared/model/settings.ts';
import { requestSettings } from '../../shared/model/settings.ts';
import { appStore } from '../state/app-store.ts';
import { client } from '../state/client.ts';
import { settingsSaved } from '../state/conversations.ts';
import { keepDrafts, keptDrafts } from '../state/drafts.ts';
import { openSettings } from '../state/panels.ts';
import { updateSettings } from '../state/settings.ts';

const KEY = 'outcrop.presenter';

/** What is carried over the reload that shows the window with other eyes. */
const carried = z.object({ fresh: z.string(), from: z.enum(['settings', 'window']) });

/** Switches presenter mode. `from` is where the focus is to be afterwards. */
export async function switchPresenter(from: 'settings' | 'window'): Promise<void> {
	const { settings, fresh } = appStore.getState();
	await settingsSaved();
	keepDrafts();
	try {
		sessionStorage.setItem(KEY, JSON.stringify({ fresh: JSON.stringify(fresh), from }));
	} catch {
		// Only what was chosen for a conversation that has not begun is missed.
	}
	await updateSettings({ presenter: !settings.presenter });
}

/**
 * The drafts and what was chosen for a new conversation, as they are to be seen now: main masks them, or puts back what
 * was masked.
 */
export async function shownAgain(): Promise<{
	readonly drafts: Readonly<Record<string, string>>;
	readonly fresh: RequestSettings | null;
}> {
	const held = readCarried();
	const drafts = keptDrafts();
	const shown = await client().app.shown({ ...drafts, ...(held !== null && { [KEY]: held.fresh }) });
	const { [KEY]: fresh, ...others } = shown;
	return { drafts: others, fresh: fresh === undefined ? null : readFresh(fresh) };
}

/** Opens again from where presenter mode was switched. */
export function backWhereSwitched(): void {
	const held = readCarried();
	sessionStorage.removeItem(KEY);
	if (held?.from === 'settings') openSettings('general');
}

function readCarried(): z.infer<typeof carried> | null {
	try {
		return carried.parse(JSON.parse(sessionStorage.getItem(KEY) ?? ''));
	} catch {
		return null;
	}
}

function readFresh(text: string): RequestSettings | null {
	try {
		return requestSettings.parse(JSON.parse(text));
	} catch {
		return null;
	}
}
