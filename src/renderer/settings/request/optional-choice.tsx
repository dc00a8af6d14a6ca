import { useTranslation } from 'react-i18next';
import { Choice } from '../choice.tsx';

interface Props<Value extends string> {
	readonly label: string;
	readonly value: Value | null;
	readonly options: readonly { readonly value: Value; readonly label: string }[];
	readonly onChange: (value: Value | null) => void;
}

/** One of a few values, or none, which is then not sent. */
export function OptionalChoice<Value extends string>({ label, value, options, onChange }: Props<Value>) {
	const { t } = useTranslation('request');
	return (
		<Choice<Value | ''>
			label={label}
			value={value ?? ''}
			options={[{ value: '', label: t('notSent') }, ...options]}
			onChange={(next) => onChange(next === '' ? null : next)}
		/>
	);
}
