import type { ComponentProps } from 'react';
import { useId } from 'react';
import field from '../ui/field.module.css';
import { Segments } from '../ui/segments.tsx';
import css from './choice.module.css';

interface Props<Value extends string>
	extends Pick<ComponentProps<typeof Segments<Value>>, 'value' | 'options' | 'onChange'> {
	readonly label: string;
}

/** A setting that has one of a few values. */
export function Choice<Value extends string>({ label, ...segments }: Props<Value>) {
	const id = useId();
	return (
		<div className={css['choice']}>
			<span id={id} className={field['label']}>
				{label}
			</span>
			<Segments {...segments} labelledBy={id} />
		</div>
	);
}
