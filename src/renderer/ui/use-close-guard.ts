import { useRef } from 'react';

interface CloseDetails {
	readonly reason: string;
	readonly cancel: () => void;
}

/**
 * For a popup with fields in it. What can't be kept is not dropped without a word: the first try to close ends in the
 * field, whose note says what is wrong; the second one closes. Such a field has `aria-invalid` or `data-undecided`.
 */
export function useCloseGuard(onOpen: (open: boolean) => void): {
	readonly popup: React.RefObject<HTMLDivElement | null>;
	readonly onOpenChange: (open: boolean, details: CloseDetails) => void;
} {
	const popup = useRef<HTMLDivElement>(null);
	const warned = useRef<string | null>(null);
	return {
		popup,
		onOpenChange: (open, details) => {
			const field = open ? null : wrongField(popup.current);
			const what = field === null ? null : `${field.id} ${field.value}`;
			if (field === null || (warned.current === what && details.reason !== 'focus-out')) {
				warned.current = null;
				onOpen(open);
				return;
			}
			details.cancel();
			// A press outside takes the focus out before it is a press; with Tab the focus may go where it likes.
			if (details.reason === 'focus-out') return;
			warned.current = what;
			// After the press that would have closed it has taken the focus elsewhere.
			requestAnimationFrame(() => {
				field.focus();
				field.select();
			});
		},
	};
}

/** The first field of a popup that can't be kept as it is. */
export function wrongField(popup: HTMLElement | null): HTMLInputElement | HTMLTextAreaElement | null {
	return (
		popup?.querySelector<HTMLInputElement | HTMLTextAreaElement>(
			':is(input, textarea)[aria-invalid="true"], input[data-undecided="true"]',
		) ?? null
	);
}
