import { z } from 'zod';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { createStore } from 'zustand/vanilla';

const resultDraft = z.object({ format: z.enum(['text', 'json']), isError: z.boolean(), text: z.string() });

/** What is being written as the result of a tool. */
export type ResultDraft = z.infer<typeof resultDraft>;

/** Drafts by turn and tool use. */
export const resultDrafts = z.record(z.string(), resultDraft);

const EMPTY: ResultDraft = { format: 'text', isError: false, text: '' };
const KEY = 'outcrop.results';
const LONGEST = 100_000;

/** By turn and tool use. */
const drafts = createStore<Readonly<Record<string, ResultDraft>>>()(() => ({}));

let room = true;

/** What stands in the form for a tool's result. */
export function useResultDraft(turnId: string, toolUseId: string): ResultDraft {
	return useStore(drafts, (state) => state[`${turnId} ${toolUseId}`] ?? EMPTY);
}

/** What stands in the forms of a turn, in the order of their tool uses. */
export function useResultDrafts(turnId: string, toolUseIds: readonly string[]): readonly ResultDraft[] {
	return useStore(
		drafts,
		useShallow((state) => toolUseIds.map((id) => state[`${turnId} ${id}`] ?? EMPTY)),
	);
}

/** Keeps what stands in a form, over a reload of the window too. */
export function setResultDraft(turnId: string, toolUseId: string, draft: ResultDraft): void {
	drafts.setState({ [`${turnId} ${toolUseId}`]: draft });
	keep();
}

/** Forgets the drafts of a turn whose results have been sent. */
export function dropResultDrafts(turnId: string): void {
	const others = Object.entries(drafts.getState()).filter(([key]) => !key.startsWith(`${turnId} `));
	drafts.setState(Object.fromEntries(others), true);
	keep();
}

/** Takes over what stood in the forms before a reload. */
export function restoreResults(kept: Readonly<Record<string, ResultDraft>>): void {
	drafts.setState(kept, true);
	keep();
}

/** Whether something stands in a form that a reload would lose. */
export function losesResults(): boolean {
	return !room || Object.values(drafts.getState()).some(({ text }) => text.length > LONGEST);
}

function keep(): void {
	const short = Object.entries(drafts.getState()).filter(([, { text }]) => text.length <= LONGEST);
	try {
		sessionStorage.setItem(KEY, JSON.stringify(Object.fromEntries(short)));
		room = true;
	} catch {
		room = false;
	}
}

/** What stood in the forms before a reload. */
export function keptResults(): Readonly<Record<string, ResultDraft>> {
	try {
		return resultDrafts.parse(JSON.parse(sessionStorage.getItem(KEY) ?? '{}'));
	} catch {
		return {};
	}
}
