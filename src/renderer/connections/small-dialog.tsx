import { Dialog } from '@base-ui/react/dialog';
import type { ReactNode } from 'react';
import { DialogFrame } from '../ui/dialog-frame.tsx';
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
	return (
		<Dialog.Root
			open={open}
			modal={modal}
			disablePointerDismissal
			onOpenChange={(next) => {
				if (!next) onClose();
			}}
		>
			<DialogFrame
				small
				title={title}
				modal={modal}
				className={css['dialog']}
				finalFocus={finalFocus}
				{...(initialFocus !== undefined && { initialFocus })}
			>
				<div className={css['body']}>{children}</div>
				{foot !== undefined && <footer className={css['foot']}>{foot}</footer>}
			</DialogFrame>
		</Dialog.Root>
	);
}
