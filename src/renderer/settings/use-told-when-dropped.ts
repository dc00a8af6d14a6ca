import { useEffect, useRef } from 'react';
import { toasts } from '../notices/toasts.ts';

/** A field that goes away with something in it that can't be kept says so. null: nothing is wrong. */
export function useToldWhenDropped(words: string | null): void {
	const latest = useRef(words);
	latest.current = words;
	useEffect(
		() => () => {
			if (latest.current !== null) toasts.add({ title: latest.current, type: 'problem' });
		},
		[],
	);
}
