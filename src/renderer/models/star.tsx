import { Star as StarIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../ui/class-names.ts';
import css from './star.module.css';

interface Props {
	/** Of the model, or the id. */
	readonly name: string;
	readonly on: boolean;
	/** False in a list that is walked with the arrow keys. */
	readonly tabbable?: boolean;
	readonly onToggle: () => void;
}

/** Marks a favourite. */
export function Star({ name, on, tabbable = true, onToggle }: Props) {
	const { t } = useTranslation('models');
	return (
		<button
			type="button"
			className={classNames(css['star'], on && css['on'])}
			aria-label={t(on ? 'unstar' : 'star', { name })}
			tabIndex={tabbable ? 0 : -1}
			onClick={(event) => {
				event.stopPropagation();
				onToggle();
			}}
			onDoubleClick={(event) => event.stopPropagation()}
		>
			<StarIcon size={14} strokeWidth={1.7} fill={on ? 'currentColor' : 'none'} aria-hidden />
		</button>
	);
}
