import type { KeyboardEvent, PointerEvent } from 'react';
import { useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { FrameField } from '../../../shared/model/frame-field.ts';
import { classNames } from '../../ui/class-names.ts';
import { fieldName } from './field-words.ts';
import css from './frame-bytes.module.css';
import { frameKey } from './frame-keys.ts';
import { reveal } from './reveal.ts';

/** Rows that PageUp and PageDown pass over. */
const PAGE = 8;

interface Props {
	readonly fields: readonly FrameField[];
	/** The field that is marked. */
	readonly shown: number | null;
	readonly onChoose: (index: number) => void;
	readonly onPoint: (index: number | null) => void;
}

/** The fields of a frame, a row each. The row that is marked is brought into view, unless the pointer is in the list. */
export function FrameFields({ fields, shown, onChoose, onPoint }: Props) {
	const { t } = useTranslation('inspector');
	const id = useId();
	const list = useRef<HTMLDivElement>(null);
	useEffect(() => {
		const { current } = list;
		const row = shown === null ? null : current?.children[shown];
		if (current === null || !(row instanceof HTMLElement) || current.matches(':hover:not(:focus)')) return;
		reveal(current, row.offsetTop, row.offsetTop + row.offsetHeight);
	}, [shown]);
	const onKeyDown = (event: KeyboardEvent): void => {
		const next = frameKey(event.key, { active: shown ?? -1, count: fields.length, page: PAGE, open: false });
		if (typeof next !== 'number' || event.ctrlKey || event.metaKey || event.altKey) return;
		event.preventDefault();
		onChoose(next);
	};
	const rowOf = (event: PointerEvent): number | null => {
		const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-field]') : null;
		return row === null ? null : Number(row.dataset['field']);
	};
	return (
		<div
			ref={list}
			className={css['fields']}
			role="listbox"
			tabIndex={0}
			aria-label={t('fields')}
			aria-activedescendant={shown === null ? undefined : `${id}-${shown}`}
			onKeyDown={onKeyDown}
			onPointerMove={(event) => onPoint(rowOf(event))}
			onPointerLeave={() => onPoint(null)}
			onPointerDown={(event) => {
				const row = rowOf(event);
				if (row !== null) onChoose(row);
			}}
		>
			{fields.map((field, index) => (
				<div
					key={`${field.kind} ${field.offset}`}
					id={`${id}-${index}`}
					data-field={index}
					role="option"
					tabIndex={-1}
					aria-selected={index === shown}
					className={classNames(css['field'], field.level === 2 && css['inner'], index === shown && css['on'])}
				>
					<b>{fieldName(field, t)}</b>
					<Value field={field} />
				</div>
			))}
		</div>
	);
}

/** What the bytes say; of a checksum whether it fits, of a cut field what is missing. */
function Value({ field: { kind, value, expected, missing } }: { readonly field: FrameField }) {
	const { t } = useTranslation('inspector');
	const fits = kind.endsWith('Checksum') && missing === 0 && expected === null;
	return (
		<span className={css['value']}>
			{value}
			{fits && <ins>{t('valid')}</ins>}
			{expected !== null && <em>{t('expected', { value: expected })}</em>}
			{missing > 0 && <em>{t('missing', { count: missing })}</em>}
		</span>
	);
}
