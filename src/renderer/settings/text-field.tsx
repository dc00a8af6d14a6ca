import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../ui/class-names.ts';
import field from '../ui/field.module.css';
import { IconButton } from '../ui/icon-button.tsx';
import type { Parsed } from './parse-parameter.ts';
import css from './text-field.module.css';
import { useField } from './use-field.ts';
import { useToldWhenDropped } from './use-told-when-dropped.ts';

interface Props<Value> {
	readonly label: string;
	/** By which it is found when the form is opened for it. */
	readonly name?: string;
	readonly value: Value;
	readonly show: (value: Value) => string;
	readonly parse: (text: string) => Parsed<Value>;
	readonly onKeep: (value: Value) => void;
	readonly hint?: string;
	/** Something about the value that AWS will not like. */
	readonly warning?: string | null;
	readonly placeholder?: string;
	readonly disabled?: boolean;
	/** Shown where the value can be left out of the request; a press leaves it out. */
	readonly clearLabel?: string;
	readonly mono?: boolean;
	/** The id of another note about it. */
	readonly describedBy?: string;
	/** Its note stands apart from it, and so begins with its label. */
	readonly inRow?: boolean;
}

/** A field of one line, with what is wrong said in words under it. */
export function TextField<Value>({
	label,
	name,
	value,
	show,
	parse,
	onKeep,
	hint = '',
	warning = null,
	placeholder,
	disabled = false,
	clearLabel,
	mono = false,
	inRow = false,
	describedBy = '',
}: Props<Value>): ReactNode {
	const { t } = useTranslation('settings');
	const id = useId();
	const { text, wrong, setText, flush } = useField(value, show, parse, onKeep);
	useToldWhenDropped(wrong === null ? null : t('unchanged', { field: label, needs: t(`needs.${wrong}`) }));
	const note = wrong === null ? (warning ?? hint) : t(`invalid.${wrong}`);
	const kind = wrong === null ? (warning === null ? 'hint' : 'warning') : 'error';
	return (
		<div className={classNames(field['field'], inRow && css['inRow'])}>
			<label className={field['label']} htmlFor={id}>
				{label}
			</label>
			<div className={css['row']}>
				<input
					id={id}
					name={name}
					className={`${field['input']} ${mono ? field['mono'] : ''}`}
					value={text}
					placeholder={placeholder}
					disabled={disabled}
					spellCheck={false}
					autoComplete="off"
					aria-invalid={wrong !== null}
					aria-describedby={`${id}-note ${describedBy}`.trim()}
					onChange={(event) => setText(event.currentTarget.value)}
					onBlur={flush}
				/>
				{clearLabel !== undefined && text !== '' && (
					<IconButton
						small
						tipAlign="end"
						label={`${label}: ${clearLabel}`}
						onClick={() => {
							setText('');
							flush();
						}}
					>
						<X size={14} />
					</IconButton>
				)}
			</div>
			<p id={`${id}-note`} className={field[kind]} role={wrong === null ? undefined : 'alert'}>
				{inRow && note !== '' ? t('noteOf', { field: label, note }) : note}
			</p>
		</div>
	);
}
