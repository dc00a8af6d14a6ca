import { ChevronDown, ChevronUp } from 'lucide-react';
import type { ReactNode } from 'react';
import { useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExchangeSummary } from '../../shared/model/exchange.ts';
import { CallsCost } from '../cost/calls-cost.tsx';
import { isArn } from '../models/model-word.ts';
import { useApp } from '../state/app-store.ts';
import { openConversation } from '../state/conversations.ts';
import { setLayout } from '../state/settings.ts';
import { classNames } from '../ui/class-names.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import type { Quantity } from '../ui/quantities.ts';
import { count, dayAndTime, duration, durationText, UNKNOWN } from '../ui/quantities.ts';
import { runWord } from './run-word.ts';
import css from './summary.module.css';
import { useRoom } from './use-room.ts';

/** The four figures of a call and, below, everything else worth knowing about it at a glance. `now`: for what still runs. */
export function Summary({ exchange, now }: { readonly exchange: ExchangeSummary; readonly now: number }) {
	const { t, i18n } = useTranslation('inspector');
	const { language } = i18n;
	const running = exchange.state === 'running';
	const totalMs = exchange.totalMs ?? (running ? Math.max(0, now - exchange.startedAt) : null);
	const time = (ms: number | null): Quantity | null => (ms === null ? null : duration(ms, language));
	return (
		<div className={css['summary']}>
			<dl className={css['figures']}>
				<Status exchange={exchange} />
				<Figure name={t('firstToken')} quantity={time(exchange.firstTokenMs)} />
				<Figure name={t('total')} quantity={time(totalMs)} />
				<Tokens exchange={exchange} />
			</dl>
			<FoldedFacts exchange={exchange} />
		</div>
	);
}

function Status({ exchange }: { readonly exchange: ExchangeSummary }) {
	const { t } = useTranslation('inspector');
	const { state, status } = exchange;
	const word = runWord(state, status);
	const bad = state === 'failed' || (status !== null && status >= 400);
	return (
		<div>
			<dt>{t('status')}</dt>
			<dd className={classNames(bad && css['bad'])} data-state={state}>
				{status ?? (word === 'complete' && <Unknown />)}{' '}
				{word !== 'complete' && (
					<small className={classNames(state === 'running' ? css['alive'] : bad ? css['bad'] : css['broken'])}>
						{t(`state.${word}`)}
					</small>
				)}
			</dd>
		</div>
	);
}

function Figure({ name, quantity }: { readonly name: string; readonly quantity: Quantity | null }) {
	return (
		<div>
			<dt>{name}</dt>
			<dd>
				{quantity === null ? (
					<Unknown />
				) : (
					<>
						{quantity.value} <small>{quantity.unit}</small>
					</>
				)}
			</dd>
		</div>
	);
}

function Tokens({ exchange }: { readonly exchange: ExchangeSummary }) {
	const { t, i18n } = useTranslation('inspector');
	const { usage } = exchange;
	const input = usage === null ? UNKNOWN : count(usage.inputTokens, i18n.language);
	const output = usage === null ? UNKNOWN : count(usage.outputTokens, i18n.language);
	return (
		<div>
			<dt>{t('tokens')}</dt>
			<dd className={css['tokens']}>
				{usage === null ? (
					<Unknown />
				) : (
					<>
						<span aria-hidden>
							<span>
								{input} <small>→</small>
							</span>{' '}
							{output}
						</span>
						<span className="visually-hidden">{t('tokensSpoken', { input, output })}</span>
					</>
				)}
			</dd>
		</div>
	);
}

/** The facts, or one line where they are folded: in a low inspector they would leave no room for what went over the wire. */
function FoldedFacts({ exchange }: { readonly exchange: ExchangeSummary }) {
	const { t } = useTranslation('inspector');
	const { t: e } = useTranslation('editor');
	const wanted = useApp(({ settings }) => settings.layout.factsOpen);
	const whole = useRef<HTMLDivElement>(null);
	const room = useRoom(whole, ROOM);
	const open = wanted ?? room;
	const id = useId();
	return (
		<div ref={whole} className={css['foldable']}>
			<div id={id} className={css['folding']}>
				{open ? (
					<Facts exchange={exchange} />
				) : (
					<p className={css['brief']}>
						<span title={`${exchange.operation} · ${exchange.modelId}`}>
							{exchange.operation} · {exchange.modelId}
							{exchange.edited && ` · ${e('byHand')}`}
						</span>
					</p>
				)}
			</div>
			<IconButton
				small
				label={t(open ? 'foldFacts' : 'unfoldFacts')}
				tipAlign="end"
				aria-expanded={open}
				aria-controls={id}
				onClick={() => setLayout({ factsOpen: !open })}
			>
				{open ? <ChevronUp size={14} aria-hidden /> : <ChevronDown size={14} aria-hidden />}
			</IconButton>
		</div>
	);
}

/** From this height of the inspector on there is room for the facts and for what is below them; its own pixels. */
const ROOM = 760;

function Facts({ exchange }: { readonly exchange: ExchangeSummary }) {
	const { t, i18n } = useTranslation('inspector');
	const { t: f } = useTranslation('files');
	const { t: e } = useTranslation('editor');
	const file = useApp((state) => openConversation(state)?.imported?.fileName);
	const { usage, requestId } = exchange;
	const read = usage?.cacheReadInputTokens ?? 0;
	const written = usage?.cacheWriteInputTokens ?? 0;
	return (
		<dl className={css['facts']}>
			{file !== undefined && <Fact name={f('source')} value={f('sourceSays', { name: file })} wide />}
			{exchange.edited && <Fact name={e('bodyFact')} value={e('byHand')} wide />}
			<Fact name={t('operation')} value={exchange.operation} wide />
			<Fact name={t('model')} value={exchange.modelId} wide byEnd={isArn(exchange.modelId)} />
			<Fact name={t('endpoint')} value={exchange.endpoint} wide />
			<Fact name={t('requestId')} value={requestId} wide>
				{requestId !== null && <CopyButton label={t('copyRequestId')} text={requestId} />}
			</Fact>
			{usage !== null && (
				<div className={css['wide']}>
					<dt>{t('cost')}</dt>
					<dd>
						<CallsCost exchanges={[exchange]} of="exchange" />
					</dd>
				</div>
			)}
			<Fact name={t('region')} value={exchange.region} />
			<Fact name={t('stopReason')} value={exchange.stopReason} />
			<Fact
				name={t('firstByte')}
				value={exchange.firstByteMs === null ? null : durationText(exchange.firstByteMs, i18n.language)}
			/>
			<Fact name={t('startedAt')} value={exchange.untimed ? null : dayAndTime(exchange.startedAt, i18n.language)} />
			{read + written > 0 && (
				<Fact
					name={t('cache')}
					value={t('cacheTokens', { read: count(read, i18n.language), written: count(written, i18n.language) })}
					wide
				/>
			)}
		</dl>
	);
}

interface FactProps {
	readonly name: string;
	readonly value: string | null;
	/** Takes the whole width. */
	readonly wide?: boolean;
	/** Where there is no room for all of it, its end is shown. */
	readonly byEnd?: boolean;
	readonly children?: ReactNode;
}

function Fact({ name, value, wide = false, byEnd = false, children }: FactProps) {
	return (
		<div className={classNames(wide && css['wide'])}>
			<dt>{name}</dt>
			<dd>
				{value === null || value === '' ? (
					<Unknown />
				) : (
					<span title={value} data-end={byEnd || undefined}>
						<bdi>{value}</bdi>
					</span>
				)}
				{children}
			</dd>
		</div>
	);
}

function Unknown() {
	const { t } = useTranslation('inspector');
	return (
		<>
			<span aria-hidden>{UNKNOWN}</span>
			<span className="visually-hidden">{t('unknown')}</span>
		</>
	);
}
