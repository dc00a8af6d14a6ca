import { Radio } from '@base-ui/react/radio';
import { RadioGroup } from '@base-ui/react/radio-group';
import css from './segments.module.css';

interface Props<Value extends string> {
	readonly value: Value;
	readonly options: readonly { readonly value: Value; readonly label: string }[];
	readonly onChange: (value: Value) => void;
	/** The id of its label. */
	readonly labelledBy: string;
	/** In a line of text. */
	readonly small?: boolean;
}

/** One of a few values, side by side. */
export function Segments<Value extends string>({ value, options, onChange, labelledBy, small }: Props<Value>) {
	return (
		<RadioGroup<Value>
			className={css['group']}
			value={value}
			onValueChange={onChange}
			aria-labelledby={labelledBy}
			data-small={small || undefined}
		>
			{options.map((option) => (
				<Radio.Root key={option.value} value={option.value} className={css['option']} aria-label={option.label}>
					{option.label}
				</Radio.Root>
			))}
		</RadioGroup>
	);
}
