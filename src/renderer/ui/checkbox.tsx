import css from './checkbox.module.css';

interface Props {
	readonly label: string;
	readonly hint?: string;
	readonly checked: boolean;
	readonly onChange: (checked: boolean) => void;
}

/** Something to be ticked, with a line about it. */
export function Checkbox({ label, hint, checked, onChange }: Props) {
	return (
		<label className={css['checkbox']}>
			<input type="checkbox" checked={checked} onChange={(event) => onChange(event.currentTarget.checked)} />
			<span>
				{label}
				{hint !== undefined && <small>{hint}</small>}
			</span>
		</label>
	);
}
