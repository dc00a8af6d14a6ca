import type { ReactNode } from 'react';
import css from './wide-button.module.css';

interface Props {
	readonly icon: ReactNode;
	readonly title: string;
	readonly hint: string;
	readonly disabled: boolean;
	readonly onClick: () => void;
}

/** A way to somewhere else, as wide as what it stands in: what it is called, and what is there. */
export function WideButton({ icon, title, hint, disabled, onClick }: Props) {
	return (
		<button type="button" className={css['button']} disabled={disabled} onClick={onClick}>
			{icon}
			<span>
				<b>{title}</b>
				<small>{hint}</small>
			</span>
		</button>
	);
}
