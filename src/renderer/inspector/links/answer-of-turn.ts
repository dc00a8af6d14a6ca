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

/** The element in which a turn's answer is rendered; null where it is out of view in a long conversation, or has no words. */
export function renderedAnswer(turnId: string): Element | null {
	return document.querySelector(`[data-turn-id="${CSS.escape(turnId)}"] ${RENDERED}`);
}
