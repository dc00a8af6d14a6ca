import type { RefObject } from 'react';
import { useEffect, useEffectEvent, useState } from 'react';

/**
 * What is longer does not stand in the field: Chromium takes many seconds to lay out megabytes in a textarea, and for
 * one long line minutes, whatever its style. Characters.
 */
export const LONGEST_IN_FIELD = 50_000;

interface LongDraft {
	/** What stands apart from the field, before what is typed; mostly empty. */
	readonly held: string;
	/** What stands in the field. */
	readonly typed: string;
	readonly write: (typed: string) => void;
	readonly removeHeld: () => void;
}

/**
 * A draft in two: a very long text that was put in, and what is typed after it.
 * @param id whose draft it is
 */
export function useLongDraft(
	field: RefObject<HTMLTextAreaElement | null>,
	id: string | null,
	draft: string,
	save: (draft: string) => void,
): LongDraft {
	const [apart, setApart] = useState({ id, length: 0 });
	const before = apart.id === id && apart.length <= draft.length ? apart.length : 0;
	const length = draft.length - before > LONGEST_IN_FIELD ? draft.length : before;
	const write = (typed: string) => {
		setApart({ id, length });
		save(draft.slice(0, length) + typed);
	};
	useLongInput(field, write);
	return {
		held: draft.slice(0, length),
		typed: draft.slice(length),
		write,
		removeHeld: () => save(draft.slice(length)),
	};
}

/** Takes a very long text that is pasted or dropped before the browser puts it into the field. */
function useLongInput(field: RefObject<HTMLTextAreaElement | null>, write: (typed: string) => void): void {
	const input = useEffectEvent((event: InputEvent) => {
		const area = field.current;
		const text = event.data ?? event.dataTransfer?.getData('text/plain') ?? '';
		if (area === null || text.length <= LONGEST_IN_FIELD || !event.cancelable) return;
		event.preventDefault();
		write(area.value.slice(0, area.selectionStart) + text + area.value.slice(area.selectionEnd));
	});
	useEffect(() => {
		const area = field.current;
		if (area === null) return;
		area.addEventListener('beforeinput', input);
		return () => area.removeEventListener('beforeinput', input);
	}, [field]);
}
