import { z } from 'zod';
import { appStore } from './app-store.ts';

const KEY = 'outcrop.drafts';
const LONGEST = 100_000;

/** Keeps what stands in the composers for this window's next load; what is very long, or has no room, is not kept. */
export function keepDrafts(): void {
	const { drafts } = appStore.getState();
	const kept = Object.entries(drafts).filter(([, text]) => text !== '' && text.length <= LONGEST);
	try {
		sessionStorage.setItem(KEY, JSON.stringify(Object.fromEntries(kept)));
	} catch {
		// Only a reload would miss it.
	}
}

/** What stood in the composers before a reload. */
export function keptDrafts(): Readonly<Record<string, string>> {
	try {
		return z.record(z.string(), z.string()).parse(JSON.parse(sessionStorage.getItem(KEY) ?? '{}'));
	} catch {
		return {};
	}
}
