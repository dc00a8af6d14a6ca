import { z } from 'zod';
import { bodyPreview } from '../../shared/model/body-preview.ts';

/** Edited bodies, each with what it was made of, by the key of their call. */
export const keptBodyRecord = z.record(z.string(), z.object({ preview: bodyPreview, text: z.string() }));

/** The same. */
export type KeptBodies = Readonly<z.infer<typeof keptBodyRecord>>;

const KEY = 'outcrop.edited-bodies';
/** Of a body and what it was made of, characters: a browser has room for some five million in all. */
const LONGEST = 1_000_000;

/** Keeps edited bodies for this window's next load. False: one is too long, or there is no room. */
export function keepBodies(bodies: KeptBodies): boolean {
	const all = Object.entries(bodies);
	const kept = all.filter(([, { preview, text }]) => preview.text.length + text.length <= LONGEST);
	try {
		if (kept.length === 0) sessionStorage.removeItem(KEY);
		else sessionStorage.setItem(KEY, JSON.stringify(Object.fromEntries(kept)));
		return kept.length === all.length;
	} catch {
		// What was kept before is no longer what was written.
		sessionStorage.removeItem(KEY);
		return false;
	}
}

/** The edited bodies that a reload left. */
export function keptBodies(): KeptBodies {
	try {
		return keptBodyRecord.parse(JSON.parse(sessionStorage.getItem(KEY) ?? '{}'));
	} catch {
		return {};
	}
}
