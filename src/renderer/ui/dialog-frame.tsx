import type { DialogPopupProps } from '@base-ui/react/dialog';
import { Dialog } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import type { ReactNode, Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from './class-names.ts';
import css from './dialog-frame.module.css';
import icon from './icon-button.module.css';

interface Props extends Pick<DialogPopupProps, 'initialFocus' | 'finalFocus'> {
	readonly title: ReactNode;
	/** Says how large it is. */
	readonly className: string | undefined;
	/** About one thing: it may come over another dialog. */
	readonly small?: boolean;
	/** False: the rest of the window can be used meanwhile. */
	readonly modal?: boolean;
	readonly ref?: Ref<HTMLDivElement>;
	readonly children: ReactNode;
}

/** Finds a dialog that is open and keeps everything else from being used. */
export const OPEN_MODAL = '[data-modal][data-open]';

/** What every dialog looks like: its place, its name and the way to close it. For inside of a `Dialog.Root`. */
export function DialogFrame({ title, className, small = false, modal = true, children, ...popup }: Props) {
	const { t } = useTranslation();
	return (
		<Dialog.Portal>
			{modal && <Dialog.Backdrop className={css['backdrop']} data-small={small || undefined} />}
			<Dialog.Popup
				className={classNames(css['dialog'], className)}
				data-small={small || undefined}
				data-modal={modal || undefined}
				{...popup}
			>
				<header className={css['head']}>
					<Dialog.Title className={css['title']}>{title}</Dialog.Title>
					<Dialog.Close className={icon['icon']} aria-label={t('close')}>
						<X size={16} />
					</Dialog.Close>
				</header>
				{children}
			</Dialog.Popup>
		</Dialog.Portal>
	);
}
