import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldContext } from '../../../shared/fields/field-context.ts';
import type { Frame } from '../../../shared/model/exchange.ts';
import { classNames } from '../../ui/class-names.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { exactByteSize, milliseconds } from '../../ui/quantities.ts';
import { CodeView } from '../body/code-view.tsx';
import { useReading } from '../body/use-reading.ts';
import { useCallFacts } from '../call-facts.ts';
import { useExplainScope } from '../explain/explain-scope.tsx';
import { explainableItem, explainableList } from '../explain/explainable.ts';
import { ShowInAnswer } from '../links/show-in-answer.tsx';
import { FrameBytes } from './frame-bytes.tsx';
import css from './frame-detail.module.css';
import { answerPiece, isPadded } from './frame-excerpt.ts';

interface Props {
	readonly attemptId: string;
	readonly frame: Frame;
	/** All frames of its response that are held. */
	readonly frames: readonly Frame[];
}

/** Bedrock sends three. A damaged frame may seem to have hundreds of thousands. */
const MOST_HEADERS = 100;

/** The inside of a frame: where it lies, its checksums, headers and payload, and what an invoke chunk carries. */
export function FrameDetail({ attemptId, frame, frames }: Props) {
	const { t, i18n } = useTranslation('inspector');
	const { t: s } = useTranslation('stream');
	const { language } = i18n;
	const { family } = useExplainScope();
	const { timed = true } = useCallFacts() ?? {};
	return (
		<section className={css['detail']} aria-label={t('frameNumber', { number: frame.index })}>
			<dl className={css['facts']}>
				{timed && <Fact name={t('sinceRequest')} value={milliseconds(frame.atMs, language)} />}
				{timed && frame.gapMs !== null && <Fact name={t('column.gap')} value={milliseconds(frame.gapMs, language)} />}
				<Fact name={t('length')} value={exactByteSize(frame.length, language)} />
				<Fact name={t('offset')} value={exactByteSize(frame.offset, language)} />
				<Checksum name={t('preludeChecksum')} valid={frame.preludeChecksumValid} />
				<Checksum name={t('messageChecksum')} valid={frame.messageChecksumValid} />
			</dl>
			{answerPiece(frame) !== '' && (
				<div className={css['way']}>
					<ShowInAnswer frame={frame} frames={frames} />
				</div>
			)}
			<h3 className={css['title']}>{t('headers')}</h3>
			<dl className={css['headers']} {...explainableList}>
				{frame.headers.slice(0, MOST_HEADERS).map(({ name, type, value }, index) => (
					<div key={name} {...explainableItem({ context: { kind: 'frame-header' }, path: [name], value }, index)}>
						<dt>{name}</dt>
						<dd className={css['type']}>{type}</dd>
						<dd>{value}</dd>
					</div>
				))}
			</dl>
			{frame.chunk !== null && <Content name={t('chunk')} text={frame.chunk} fields={{ kind: 'chunk', family }} />}
			<Content name={t('payload')} text={frame.payload} fields={{ kind: 'event', type: frame.eventType, family }} />
			{isPadded(frame) && <p className={css['note']}>{s('paddingNote')}</p>}
			<FrameBytes attemptId={attemptId} index={frame.index} />
		</section>
	);
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
	return (
		<div>
			<dt>{name}</dt>
			<dd>{value}</dd>
		</div>
	);
}

function Checksum({ name, valid }: { readonly name: string; readonly valid: boolean }) {
	const { t } = useTranslation('inspector');
	return (
		<div>
			<dt>{name}</dt>
			<dd className={classNames(valid ? css['good'] : css['bad'])}>{valid ? t('valid') : t('invalid')}</dd>
		</div>
	);
}

interface ContentProps {
	readonly name: string;
	readonly text: string;
	/** Where its fields are looked up for explaining. */
	readonly fields: FieldContext;
}

function Content({ name, text, fields }: ContentProps) {
	const { t } = useTranslation('inspector');
	const { pieces, done, json, coloured } = useReading(useMemo(() => ({ text }), [text]));
	return (
		<section className={css['content']} aria-label={name}>
			<h3>
				{name}
				<CopyButton label={`${t('copyBody')}: ${name}`} text={() => pieces.join('')} disabled={!done} />
			</h3>
			{text === '' ? (
				<p>{t('noBody')}</p>
			) : (
				<div className={css['text']}>
					<CodeView pieces={pieces} json={json} coloured={coloured} label={name} fields={fields} />
				</div>
			)}
		</section>
	);
}
