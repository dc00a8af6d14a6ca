import { z } from 'zod';
import { losesBodies } from '../editor/editor-store.ts';
import { keptBodies, keptBodyRecord } from '../editor/kept-bodies.ts';
import { i18n } from '../i18n/i18n.ts';
import { toasts } from '../notices/toasts.ts';
import { appStore } from '../state/app-store.ts';
import { client } from '../state/client.ts';
import { settingsSaved } from '../state/conversations.ts';
import { draftTexts, keepDrafts, keptDrafts, losesDrafts } from '../state/drafts.ts';
import { keptFresh, keptNew, keptSetup } from '../state/kept-new.ts';
import { openSettings } from '../state/panels.ts';
import { keptResults, losesResults, resultDrafts } from '../state/result-drafts.ts';
import { updateSettings } from '../state/settings.ts';

const KEY = 'outcrop.presenter';

/** What is carried over the reload that shows the window with other eyes. */
const carried = z.object({ from: z.enum(['settings', 'window']) });

/**
 * Switches presenter mode. `from` is where the focus is to be afterwards. What is too long to be kept is not given up
 * without a word (`sure`: it may go).
 */
export async function switchPresenter(from: 'settings' | 'window', sure = false): Promise<void> {
	const { settings } = appStore.getState();
	if (!sure && (losesBodies() || losesDrafts() || losesResults())) {
		toasts.add({
			id: 'presenter-loses',
			title: i18n.t('presenter:loses'),
			type: 'refused',
			actionProps: { children: i18n.t('presenter:anyway'), onClick: () => void switchPresenter(from, true) },
		});
		return;
	}
	await settingsSaved();
	keepDrafts();
	try {
		sessionStorage.setItem(KEY, JSON.stringify({ from }));
	} catch {
		// Only where the focus was is missed.
	}
	await updateSettings({ presenter: !settings.presenter });
}

/** What a window has kept of what was written in it and not sent. */
const kept = z.object({
	drafts: draftTexts.catch({}),
	results: resultDrafts.catch({}),
	bodies: keptBodyRecord.catch({}),
	setup: keptSetup,
	fresh: keptFresh,
});

/** What the window has kept, as it is to be seen now: main masks it, or puts back what was masked. */
export async function shownAgain(): Promise<z.infer<typeof kept>> {
	const held = { drafts: keptDrafts(), results: keptResults(), bodies: keptBodies(), ...keptNew() };
	return kept.parse(await client().app.shown(held));
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
