import { Toast } from '@base-ui/react/toast';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { onProblem } from '../state/errors.ts';
import button from '../ui/button.module.css';
import { classNames } from '../ui/class-names.ts';
import icon from '../ui/icon-button.module.css';
import css from './toaster.module.css';
import { toasts } from './toasts.ts';

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
	return (
		<Toast.Provider toastManager={toasts} timeout={8000}>
			{children}
			<Toast.Portal>
				<Toast.Viewport className={css['viewport']}>
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
				<Toast.Action className={classNames(button['button'], button['plain'])} />
				<Toast.Close className={classNames(icon['icon'], icon['small'])} aria-label={t('close')}>
					<X size={14} />
				</Toast.Close>
			</Toast.Content>
		</Toast.Root>
	));
}
