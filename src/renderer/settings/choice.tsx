import { Radio } from '@base-ui/react/radio';
import { RadioGroup } from '@base-ui/react/radio-group';
import { useId } from 'react';
import field from '../ui/field.module.css';
import css from './choice.module.css';

interface Props<Value extends string> {
	readonly label: string;
	readonly value: Value;
	readonly options: readonly { readonly value: Value; readonly label: string }[];
	readonly onChange: (value: Value) => void;
}

/** One of a few values, side by side. */
export function Choice<Value extends string>({ label, value, options, onChange }: Props<Value>) {
	const id = useId();
	return (
		<div className={css['choice']}>
			<span id={id} className={field['label']}>
				{label}
			</span>
			<RadioGroup<Value> className={css['group']} value={value} onValueChange={onChange} aria-labelledby={id}>
				{options.map((option) => (
					<Radio.Root key={option.value} value={option.value} className={css['option']} aria-label={option.label}>
						{option.label}
					</Radio.Root>
				))}
			</RadioGroup>
		</div>
	);
}
