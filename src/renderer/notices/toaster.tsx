import { Toast } from '@base-ui/react/toast';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { pixelScale } from '../presenter/presenter-look.ts';
import { onProblem } from '../state/errors.ts';
import button from '../ui/button.module.css';
import { classNames } from '../ui/class-names.ts';
import icon from '../ui/icon-button.module.css';
import { isShortcut } from '../ui/shortcut.ts';
import css from './toaster.module.css';
import { toasts, undoLatest } from './toasts.ts';

/** Shows the toasts, and says what could not be done. */
export function Toaster({ children }: { readonly children: ReactNode }) {
	const { t } = useTranslation('notices');
	useEffect(
		() =>
			onProblem(({ code, detail }) => {
				// A lost connection has its banner.
				if (code === 'LINK') return;
				toasts.add({ id: code, title: t(`error.${code}`), description: detail, priority: 'high', type: 'problem' });
			}),
		[t],
	);
	useUndoKey();
	const chat = useChatBox();
	return (
		<Toast.Provider toastManager={toasts} timeout={8000}>
			{children}
			<Toast.Portal>
				<Toast.Viewport className={css['viewport']} style={chat ?? {}}>
					<List />
				</Toast.Viewport>
			</Toast.Portal>
		</Toast.Provider>
	);
}

function List() {
	const { t } = useTranslation();
	const { toasts: shown } = Toast.useToastManager();
	return shown.map((toast) => (
		<Toast.Root key={toast.id} toast={toast} className={css['toast']} data-kind={toast.type}>
			<Toast.Content className={css['content']}>
				<div className={css['words']}>
					<Toast.Title className={css['title']} />
					<Toast.Description className={css['description']} />
				</div>
				<Toast.Action className={button['button']} />
				<Toast.Close className={classNames(icon['icon'], icon['small'])} aria-label={t('close')}>
					<X size={14} />
				</Toast.Close>
			</Toast.Content>
		</Toast.Root>
	));
}

/** The undo shortcut takes back what a toast offers to, where it does not belong to a text field. */
function useUndoKey(): void {
	useEffect(() => {
		const key = (event: KeyboardEvent) => {
			// By its letter, which stands elsewhere on other keyboards.
			if (event.key.toLowerCase() !== 'z' || !isShortcut(event, event.code)) return;
			const target = event.target instanceof HTMLElement ? event.target : null;
			if (target?.closest('input, textarea, [contenteditable="true"], [role="dialog"]') != null) return;
			if (undoLatest()) event.preventDefault();
		};
		window.addEventListener('keydown', key);
		return () => window.removeEventListener('keydown', key);
	}, []);
}

/** The middle of the chat's pane and the width that it leaves, CSS pixels; null before the pane is there. */
function useChatBox(): { readonly left: number; readonly maxWidth: number } | null {
	const [box, setBox] = useState<{ left: number; maxWidth: number } | null>(null);
	useEffect(() => {
		const pane = document.querySelector('main');
		if (pane === null) return;
		// Whatever moves the pane changes its width as well: the panes share the window's.
		const observer = new ResizeObserver(() => {
			const { left, width } = pane.getBoundingClientRect();
			const scale = pixelScale();
			setBox({ left: (left + width / 2) / scale, maxWidth: width / scale - 32 });
		});
		observer.observe(pane);
		return () => observer.disconnect();
	}, []);
	return box;
}
