import type { ReactNode } from 'react';
import css from './note.module.css';

interface Props {
	readonly title: string;
	readonly icon: ReactNode;
	/** What to do about it, in a sentence or more. */
	readonly children?: ReactNode;
	/** What takes the whole width, under all else. */
	readonly below?: ReactNode;
	readonly actions?: ReactNode;
	readonly kind: string;
}

/** Under an answer: something about it that a reader has to know, and what can be done. */
export function Note({ title, icon, children, below, actions, kind }: Props) {
	return (
		<section className={css['note']} aria-label={title} data-note={kind}>
			{icon}
			<div className={css['words']}>
				<b>{title}</b>
				{children}
			</div>
			{actions !== undefined && <div className={css['actions']}>{actions}</div>}
			{below !== undefined && <div className={css['below']}>{below}</div>}
		</section>
	);
}
