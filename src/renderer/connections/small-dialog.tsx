import { Dialog } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import icon from '../ui/icon-button.module.css';
import css from './small-dialog.module.css';

interface Props {
	readonly open: boolean;
	readonly onClose: () => void;
	readonly title: ReactNode;
	/** False: the rest of the window can be used meanwhile, and only the dialog itself closes it. */
	readonly modal?: boolean;
	/** What the first focus goes to; without it the first part that can take it. */
	readonly initialFocus?: React.RefObject<HTMLElement | null>;
	/** Decides where the focus goes afterwards; true: back where it was. */
	readonly finalFocus?: () => boolean;
	readonly children: ReactNode;
	/** Its buttons. */
	readonly foot?: ReactNode;
}

/** A dialog about one thing: its name, a few lines, its buttons. */
export function SmallDialog({
	open,
	onClose,
	title,
	modal = true,
	initialFocus,
	finalFocus = () => true,
	children,
	foot,
}: Props) {
	const { t } = useTranslation();
	return (
		<Dialog.Root
			open={open}
			modal={modal}
			disablePointerDismissal
			onOpenChange={(next) => {
				if (!next) onClose();
			}}
		>
			<Dialog.Portal>
				{modal && <Dialog.Backdrop className={css['backdrop']} />}
				<Dialog.Popup
					className={css['dialog']}
					finalFocus={finalFocus}
					{...(initialFocus !== undefined && { initialFocus })}
				>
					<header className={css['head']}>
						<Dialog.Title className={css['title']}>{title}</Dialog.Title>
						<Dialog.Close className={icon['icon']} aria-label={t('close')}>
							<X size={16} />
						</Dialog.Close>
					</header>
					<div className={css['body']}>{children}</div>
					{foot !== undefined && <footer className={css['foot']}>{foot}</footer>}
				</Dialog.Popup>
			</Dialog.Portal>
		</Dialog.Root>
	);
}
