import { z } from 'zod';
import { MOST_COLUMNS } from '../../shared/model/conversation.ts';
import { requestSettings } from '../../shared/model/settings.ts';
import type { AppState } from './app-store.ts';
import { appStore } from './app-store.ts';

/** What was chosen for a new conversation; null: what the settings say. */
export const keptFresh = requestSettings.nullable().catch(null);

/** A comparison that is being set up: the settings of its columns, and the place of the one in focus; null: none is. */
export const keptSetup = z
	.object({
		columns: z.array(requestSettings).min(1).max(MOST_COLUMNS),
		focused: z.number().int().nonnegative(),
	})
	.nullable()
	.catch(null);

const KEY = 'outcrop.new';

let keeping = false;

/** From now on keeps what is chosen and not saved yet, for this window's next load. */
export function keepNew(): void {
	if (keeping) return;
	keeping = true;
	appStore.subscribe((state, before) => {
		if (state.fresh === before.fresh && state.setup === before.setup) return;
		// What is from before must not come back where there is no room for what is now.
		sessionStorage.removeItem(KEY);
		const kept = { fresh: chosenFresh(state), setup: placedSetup(state) };
		if (kept.fresh === null && kept.setup === null) return;
		try {
			sessionStorage.setItem(KEY, JSON.stringify(kept));
		} catch {
			// Only a reload would miss it.
		}
	});
}

/** What the window had kept before it was loaded. */
export function keptNew(): { readonly fresh: unknown; readonly setup: unknown } {
	try {
		const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? '{}');
		return z.object({ fresh: z.unknown(), setup: z.unknown() }).parse(kept);
	} catch {
		return { fresh: null, setup: null };
	}
}

/** What is as the settings say follows them, also when they are changed before the next load. */
function chosenFresh({ fresh, settings }: AppState): AppState['fresh'] | null {
	return JSON.stringify(fresh) === JSON.stringify(settings.defaults) ? null : fresh;
}

function placedSetup({ setup }: AppState): z.infer<typeof keptSetup> {
	if (setup === null) return null;
	const at = setup.columns.findIndex(({ key }) => key === setup.focused);
	return { columns: setup.columns.map(({ settings }) => settings), focused: Math.max(0, at) };
}
