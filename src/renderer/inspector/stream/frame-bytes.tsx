import type { KeyboardEvent, PointerEvent } from 'react';
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FrameField } from '../../../shared/model/frame-field.ts';
import { client } from '../../state/client.ts';
import { classNames } from '../../ui/class-names.ts';
import { bytesOfBase64 } from '../body/body-text.ts';
import { LoadFailed, Loading } from '../load-state.tsx';
import { useLoaded } from '../use-loaded.ts';
import css from './frame-bytes.module.css';
import { frameKey } from './frame-keys.ts';
import { HexView } from './hex-view.tsx';

interface Subject {
	readonly attemptId: string;
	readonly index: number;
}

async function readFrame(subject: Subject) {
	const { base64, fields } = await client().exchanges.frameBytes(subject);
	return { bytes: bytesOfBase64(base64), fields };
}

/** A frame byte by byte: its fields beside its bytes; what is pointed at in one is marked in the other. */
export function FrameBytes({ attemptId, index }: Subject) {
	const { t } = useTranslation('inspector');
	const subject = useMemo(() => ({ attemptId, index }), [attemptId, index]);
	const [loaded, again] = useLoaded(`${attemptId} ${index}`, subject, readFrame);
	return (
		<section className={css['bytes']} aria-label={t('byteByByte')}>
			<h3>{t('byteByByte')}</h3>
			{loaded.status === 'loading' && <Loading />}
			{loaded.status === 'failed' && <LoadFailed failure={loaded.failure} onRetry={again} />}
			{loaded.status === 'ready' && <Linked {...loaded.value} />}
		</section>
	);
}

interface LinkedProps {
	readonly bytes: Uint8Array;
	readonly fields: readonly FrameField[];
}

function Linked({ bytes, fields }: LinkedProps) {
	const [chosen, choose] = useState<number | null>(null);
	const [pointed, point] = useState<number | null>(null);
	const shown = pointed ?? chosen;
	const field = shown === null ? null : (fields[shown] ?? null);
	return (
		<>
			<Fields fields={fields} shown={shown} onChoose={choose} onPoint={point} />
			<HexView
				bytes={bytes}
				from={field?.offset ?? 0}
				to={field === null ? 0 : field.offset + field.length}
				onChoose={(at) => choose(fieldAt(fields, at))}
				onPoint={(at) => point(at === null ? null : fieldAt(fields, at))}
			/>
		</>
	);
}

/** The innermost field around a byte. */
function fieldAt(fields: readonly FrameField[], at: number): number | null {
	const found = fields.findLastIndex(({ offset, length }) => at >= offset && at < offset + length);
	return found < 0 ? null : found;
}

interface FieldsProps {
	readonly fields: readonly FrameField[];
	readonly shown: number | null;
	readonly onChoose: (index: number) => void;
	readonly onPoint: (index: number | null) => void;
}

function Fields({ fields, shown, onChoose, onPoint }: FieldsProps) {
	const { t } = useTranslation('inspector');
	const id = useId();
	const list = useRef<HTMLDivElement>(null);
	useEffect(() => {
		const row = shown === null ? null : list.current?.children[shown];
		if (!(row instanceof HTMLElement) || list.current === null) return;
		const { offsetTop: top, offsetHeight: height } = row;
		const { scrollTop, clientHeight } = list.current;
		if (top < scrollTop) list.current.scrollTop = top;
		else if (top + height > scrollTop + clientHeight) list.current.scrollTop = top + height - clientHeight;
	}, [shown]);
	const onKeyDown = (event: KeyboardEvent): void => {
		const active = shown ?? -1;
		const next = frameKey(event.key, { active, count: fields.length, page: 8, open: false });
		if (typeof next !== 'number' || event.ctrlKey || event.metaKey || event.altKey) return;
		event.preventDefault();
		onPoint(null);
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
					aria-selected={index === shown}
					className={classNames(css['field'], field.level === 2 && css['inner'], index === shown && css['on'])}
				>
					<b>{field.kind === 'header' ? field.name : t(`field.${field.kind}`)}</b>
					<span className={css['value']}>
						{field.value}
						{field.expected !== null && <em> {t('expected', { value: field.expected })}</em>}
						{field.missing > 0 && <em> {t('missing', { count: field.missing })}</em>}
					</span>
					<small>{t(`fieldMeaning.${field.kind}`)}</small>
				</div>
			))}
		</div>
	);
}
