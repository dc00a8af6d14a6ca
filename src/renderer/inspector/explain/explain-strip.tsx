import { ChevronDown, ChevronUp, CircleQuestionMark, ExternalLink, Pin } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { FieldContext } from '../../../shared/fields/field-context.ts';
import { findField } from '../../../shared/fields/find-field.ts';
import { classNames } from '../../ui/class-names.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { scrollable } from '../../ui/scrollable.ts';
import css from './explain.module.css';
import type { Explainable } from './explained.ts';
import { pin, unpin, useExplained } from './explained.ts';
import { pathSteps } from './path-steps.ts';

interface Props {
	readonly open: boolean;
	readonly onOpen: (open: boolean) => void;
}

/** What the field under pointer, caret or focus is: name and path, value here, words, limits, documentation. */
export function ExplainStrip({ open, onOpen }: Props) {
	const { t } = useTranslation('explain');
	const { shown, spoken, pinned } = useExplained();
	return (
		<section className={classNames(css['strip'], open && css['tall'], pinned && css['pinned'])} aria-label={t('title')}>
			<div className={css['head']}>
				{shown === null ? <Idle short={!open} /> : <Name field={shown} short={!open} />}
				{shown !== null && (
					<IconButton
						small
						label={t(pinned ? 'unpin' : 'pin')}
						shortcut="F1"
						tipAlign="end"
						on={pinned}
						aria-pressed={pinned}
						onClick={pinned ? unpin : pin}
					>
						<Pin size={14} strokeWidth={1.6} aria-hidden />
					</IconButton>
				)}
				<IconButton
					small
					label={t(open ? 'fold' : 'unfold')}
					tipAlign="end"
					aria-expanded={open}
					onClick={() => onOpen(!open)}
				>
					{open ? <ChevronDown size={14} aria-hidden /> : <ChevronUp size={14} aria-hidden />}
				</IconButton>
			</div>
			{open && (shown === null ? <Guide /> : <Words field={shown} />)}
			<div className="visually-hidden" aria-live="polite">
				{spoken !== null && <Spoken field={spoken} />}
			</div>
		</section>
	);
}

function Idle({ short }: { readonly short: boolean }) {
	const { t } = useTranslation('explain');
	return (
		<p className={css['idle']}>
			<CircleQuestionMark size={14} strokeWidth={1.6} aria-hidden />
			<span>{t(short ? 'idle' : 'title')}</span>
		</p>
	);
}

/** What the strip is for, and its keys, for who sees it the first time. */
function Guide() {
	const { t } = useTranslation('explain');
	return (
		<div className={css['text']} {...scrollable(t('title'))}>
			<p>{t('idle')}</p>
			<p>{t('idleKeys')}</p>
		</div>
	);
}

/** The way to the field, and its value here; `short`: with the beginning of its words. */
function Name({ field, short }: { readonly field: Explainable; readonly short: boolean }) {
	const { t: f } = useTranslation('fields');
	const entry = findField(field.context, field.path);
	const words = useWords(field);
	const steps = [useRootName(field.context), ...pathSteps(field)];
	return (
		<p className={css['name']}>
			<span className={css['path']} title={steps.join(' › ')}>
				<bdi dir="ltr">
					{steps.length > 1 && `${steps.slice(0, -1).join(' › ')} › `}
					<b>{steps.at(-1)}</b>
				</bdi>
			</span>
			{field.value !== null && (!short || entry?.unit != null) && (
				<span className={css['value']}>
					<code>{field.value}</code>
					{entry?.unit != null && <small> {f(`units.${entry.unit}`)}</small>}
				</span>
			)}
			{short && <span className={css['short']}>{words}</span>}
		</p>
	);
}

function Words({ field }: { readonly field: Explainable }) {
	const { t } = useTranslation('explain');
	const { t: f } = useTranslation('fields');
	const entry = findField(field.context, field.path);
	const words = useWords(field);
	if (entry === null) return <p className={classNames(css['text'], css['unknown'])}>{words}</p>;
	const { limits, docs } = entry;
	return (
		<div className={css['text']} {...scrollable(t('title'))}>
			<p>{words}</p>
			<p>
				{limits !== null && t('limits', { limits: f(`limits.${limits}`) })}{' '}
				{docs !== null && (
					<a href={docs} target="_blank" rel="noreferrer">
						{docs.startsWith('https://docs.aws.amazon.com/') ? t('awsDocs') : t('docs', { host: new URL(docs).host })}
						<ExternalLink size={12} aria-hidden />
					</a>
				)}
			</p>
		</div>
	);
}

function Spoken({ field }: { readonly field: Explainable }) {
	const { t } = useTranslation('explain');
	const words = useWords(field);
	return t('spoken', { name: pathSteps(field).at(-1) ?? '', text: words });
}

/** What is said of a field; honestly, where nothing is known. */
function useWords(field: Explainable): string {
	const { t } = useTranslation('explain');
	const { t: f } = useTranslation('fields');
	const entry = findField(field.context, field.path);
	if (field.tooLarge) return t('tooLarge');
	if (entry === null) return t('unknown');
	const words = f(entry.id);
	return entry.inside ? `${t('inside', { name: entry.id.split('.').at(-1) ?? '' })} ${words}` : words;
}

function useRootName(context: FieldContext): string {
	const { t } = useTranslation('explain');
	switch (context.kind) {
		case 'body':
			return t(`root.${context.side}`);
		case 'header':
			return t(`root.${context.side}Header`);
		case 'event':
			return context.type;
		case 'frame-header':
			return t('root.frameHeader');
		default:
			return t(`root.${context.kind}`);
	}
}
