import { textOf } from '../../../shared/model/content.ts';
import type { Turn } from '../../../shared/model/conversation.ts';
import { appStore } from '../../state/app-store.ts';
import { RENDERED } from './answer-text.ts';

/** A turn of the open conversation; null: there is no such one. */
export function turnOf(turnId: string): Turn | null {
	const { openId, loaded } = appStore.getState();
	return (openId === null ? null : loaded[openId]?.turns.find(({ id }) => id === turnId)) ?? null;
}

/** The Markdown source of a turn's answer. */
export function answerSource({ answer }: Turn): string {
	return answer === null ? '' : textOf(answer.content);
}

/** A run of an answer's text as it is rendered: between thoughts and uses of tools there may be several. */
export interface RenderedRun {
	readonly root: Element;
	/** Its part of the answer's text. */
	readonly source: string;
	/** Where that begins there. */
	readonly start: number;
}

/** The run that an element of a rendered answer is in; null: it is in none. */
export function runAround(element: Element | null, turn: Turn): RenderedRun | null {
	const root = element?.closest(RENDERED) ?? null;
	return root === null ? null : runOf(root, turn);
}

/**
 * The run in which a place of a turn's text is rendered; null where the answer is out of view in a long conversation, or
 * nothing of it is shown there.
 */
export function runAtPlace(turn: Turn, place: number): RenderedRun | null {
	const roots = document.querySelectorAll(`[data-turn-id="${CSS.escape(turn.id)}"] ${RENDERED}`);
	const runs = [...roots].map((root) => runOf(root, turn)).filter((run) => run !== null);
	return runs.findLast(({ start }) => start <= place) ?? null;
}

function runOf(root: Element, turn: Turn): RenderedRun | null {
	const { textStart, textLength } = root.closest<HTMLElement>('[data-text-start]')?.dataset ?? {};
	if (textStart === undefined || textLength === undefined) return null;
	const start = Number(textStart);
	return { root, start, source: answerSource(turn).slice(start, start + Number(textLength)) };
}
