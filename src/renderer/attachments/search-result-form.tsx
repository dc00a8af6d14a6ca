import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Checkbox } from '../ui/checkbox.tsx';
import field from '../ui/field.module.css';
import css from './search-result-form.module.css';

/** A search result as it is being written. */
export interface WrittenResult {
	readonly title: string;
	readonly source: string;
	readonly text: string;
	/** The model is to cite it. */
	readonly cited: boolean;
}

interface Props {
	readonly id: string;
	readonly value: WrittenResult;
	/** Whether it is asked here if the model is to cite it. */
	readonly withCited: boolean;
	readonly onChange: (value: WrittenResult) => void;
	readonly onSubmit: () => void;
}

/** The fields of a search result. */
export function SearchResultForm({ id, value, withCited, onChange, onSubmit }: Props) {
	const { t } = useTranslation('attachments');
	const { title, source, text, cited } = value;
	return (
		<form
			id={id}
			className={css['form']}
			onSubmit={(event) => {
				event.preventDefault();
				// The composer's own form is around it, though not in the page.
				event.stopPropagation();
				onSubmit();
			}}
		>
			<Field id={`${id}-title`} label={t('result.title')}>
				<input
					id={`${id}-title`}
					className={field['input']}
					value={title}
					maxLength={1000}
					autoComplete="off"
					onChange={(event) => onChange({ ...value, title: event.currentTarget.value })}
				/>
			</Field>
			<Field id={`${id}-source`} label={t('result.source')}>
				<input
					id={`${id}-source`}
					className={field['input']}
					value={source}
					maxLength={2000}
					autoComplete="off"
					spellCheck={false}
					aria-describedby={`${id}-hint`}
					onChange={(event) => onChange({ ...value, source: event.currentTarget.value })}
				/>
				<p id={`${id}-hint`} className={field['hint']}>
					{t('result.sourceHint')}
				</p>
			</Field>
			<Field id={`${id}-text`} label={t('result.text')}>
				<textarea
					id={`${id}-text`}
					className={field['input']}
					rows={6}
					value={text}
					maxLength={1_000_000}
					onChange={(event) => onChange({ ...value, text: event.currentTarget.value })}
				/>
			</Field>
			{withCited && (
				<Checkbox label={t('result.cite')} checked={cited} onChange={(next) => onChange({ ...value, cited: next })} />
			)}
		</form>
	);
}

function Field({ id, label, children }: { readonly id: string; readonly label: string; readonly children: ReactNode }) {
	return (
		<div className={field['field']}>
			<label className={field['label']} htmlFor={id}>
				{label}
			</label>
			{children}
		</div>
	);
}
