import { z } from 'zod';
import { MOST_COLUMNS } from '../../shared/model/conversation.ts';
import { requestSettings } from '../../shared/model/settings.ts';
import type { ComparisonSetup } from '../state/app-store.ts';

/** A comparison that is being set up: the settings of its columns, and the place of the one in focus. */
export const keptSetupRecord = z.object({
	columns: z.array(requestSettings).min(1).max(MOST_COLUMNS),
	focused: z.number().int().nonnegative(),
});

/** The same. */
export type KeptSetup = Readonly<z.infer<typeof keptSetupRecord>>;

const KEY = 'outcrop.setup';

/** Keeps the comparison that is being set up for this window's next load; null: none is. */
export function keepSetup(setup: ComparisonSetup | null): void {
	// One from before must not come back where there is no room for the next one.
	sessionStorage.removeItem(KEY);
	if (setup === null) return;
	const { columns, focused } = setup;
	const at = columns.findIndex(({ key }) => key === focused);
	const kept: KeptSetup = { columns: columns.map(({ settings }) => settings), focused: Math.max(0, at) };
	try {
		sessionStorage.setItem(KEY, JSON.stringify(kept));
	} catch {
		// Only a reload would miss it.
	}
}

/** The comparison that a reload left, as it was kept; null: none. */
export function keptSetup(): KeptSetup | null {
	try {
		return keptSetupRecord.nullable().parse(JSON.parse(sessionStorage.getItem(KEY) ?? 'null'));
	} catch {
		return null;
	}
}
