import { z } from 'zod';
import { appStore } from './app-store.ts';

const KEY = 'outcrop.drafts';
/** Texts by conversation. */
export const draftTexts = z.record(z.string(), z.string());

const LONGEST = 100_000;
let room = true;

/** Keeps what stands in the composers for this window's next load; what is very long, or has no room, is not kept. */
export function keepDrafts(): void {
	const { drafts } = appStore.getState();
	const kept = Object.entries(drafts).filter(([, text]) => text !== '' && text.length <= LONGEST);
	try {
		sessionStorage.setItem(KEY, JSON.stringify(Object.fromEntries(kept)));
		room = true;
	} catch {
		room = false;
	}
}

/** Whether something stands in a composer that a reload would lose. */
export function losesDrafts(): boolean {
	return !room || Object.values(appStore.getState().drafts).some((text) => text.length > LONGEST);
}

/** What stood in the composers before a reload. */
export function keptDrafts(): Readonly<Record<string, string>> {
	try {
		return draftTexts.parse(JSON.parse(sessionStorage.getItem(KEY) ?? '{}'));
	} catch {
		return {};
	}
}
