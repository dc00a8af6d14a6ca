import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FrameField } from '../../../shared/model/frame-field.ts';
import { client } from '../../state/client.ts';
import { bytesOfBase64 } from '../body/body-text.ts';
import { useExplainedBytes } from '../explain/use-explained-bytes.ts';
import { LoadFailed, Loading } from '../load-state.tsx';
import { useLoaded } from '../use-loaded.ts';
import { byteRange, fieldAt, fieldName } from './field-words.ts';
import css from './frame-bytes.module.css';
import { FrameFields } from './frame-fields.tsx';
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
	const chosenField = chosen === null ? null : (fields[chosen] ?? null);
	useExplainedBytes(pointed === null ? null : (fields[pointed] ?? null), chosenField);
	const keep = (index: number | null): void => {
		point(null);
		choose(index);
	};
	return (
		<div className={css['pair']}>
			<FrameFields fields={fields} shown={shown} onChoose={keep} onPoint={point} />
			<Readout field={field} />
			<HexView
				bytes={bytes}
				from={field?.offset ?? 0}
				to={field === null ? 0 : field.offset + field.length}
				onChoose={(at) => keep(fieldAt(fields, at))}
				onPoint={(at) => point(at === null ? null : fieldAt(fields, at))}
			/>
			<Spoken field={chosenField} />
		</div>
	);
}

/** Which bytes the field has that is pointed at; what it is, the strip at the panel's end explains. */
function Readout({ field }: { readonly field: FrameField | null }) {
	const { t, i18n } = useTranslation('inspector');
	const { t: s } = useTranslation('stream');
	if (field === null) return <p className={css['readout']}>{s('pointHint')}</p>;
	return (
		<p className={css['readout']}>
			<b>{fieldName(field, t)}</b> <span>{byteRange(field, s, i18n.language)}</span>
		</p>
	);
}

/** The field that was walked to or pressed, for a screen reader; what is only pointed at is not read out. */
function Spoken({ field }: { readonly field: FrameField | null }) {
	const { t, i18n } = useTranslation('inspector');
	const { t: s } = useTranslation('stream');
	return (
		<span className="visually-hidden" role="status">
			{field !== null && `${fieldName(field, t)}, ${byteRange(field, s, i18n.language)}`}
		</span>
	);
}
