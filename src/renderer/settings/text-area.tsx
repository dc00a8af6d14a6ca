import type { ReactNode } from 'react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../ui/class-names.ts';
import field from '../ui/field.module.css';
import type { Parsed } from './parse-parameter.ts';
import css from './text-area.module.css';
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
	readonly rows: number;
	readonly hint?: string;
	readonly warning?: string | null;
	readonly placeholder?: string;
	/** Code: in a face of fixed width, its lines not wrapped. */
	readonly code?: boolean;
	/** More exact words for what is wrong with the text. */
	readonly explain?: (text: string) => string;
	/** What can be done with the text, beside its note. */
	readonly actions?: (text: string, setText: (text: string) => void) => ReactNode;
}

/** A field of several lines, with what is wrong said in words under it. */
export function TextArea<Value>({
	label,
	name,
	value,
	show,
	parse,
	onKeep,
	rows,
	hint = '',
	warning = null,
	placeholder,
	code = false,
	explain,
	actions,
}: Props<Value>): ReactNode {
	const { t } = useTranslation('settings');
	const id = useId();
	const { text, wrong, setText, flush } = useField(value, show, parse, onKeep);
	useToldWhenDropped(wrong === null ? null : t('unchanged', { field: label, needs: t(`needs.${wrong}`) }));
	const note = wrong === null ? (warning ?? hint) : (explain?.(text) ?? t(`invalid.${wrong}`));
	const kind = wrong === null ? (warning === null ? 'hint' : 'warning') : 'error';
	return (
		<div className={field['field']}>
			<label className={field['label']} htmlFor={id}>
				{label}
			</label>
			<textarea
				id={id}
				name={name}
				className={classNames(field['input'], css['area'], code && field['mono'], code && css['code'])}
				rows={rows}
				style={{ minHeight: `calc(${rows} * 1.5em + 12px)` }}
				value={text}
				placeholder={placeholder}
				spellCheck={!code}
				aria-invalid={wrong !== null}
				aria-describedby={`${id}-note`}
				onChange={(event) => setText(event.currentTarget.value)}
				onBlur={flush}
			/>
			<div className={css['below']}>
				<p id={`${id}-note`} className={field[kind]} role={wrong === null ? undefined : 'alert'}>
					{note}
				</p>
				{actions?.(text, (next) => {
					setText(next);
					flush();
				})}
			</div>
		</div>
	);
}
