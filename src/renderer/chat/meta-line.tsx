import { Trans, useTranslation } from 'react-i18next';
import type { Turn } from '../../shared/model/conversation.ts';
import type { ExchangeSummary } from '../../shared/model/exchange.ts';
import { CallsCost } from '../cost/calls-cost.tsx';
import { routedModel } from './blocks/guardrail-findings.ts';
import { StopWord } from './blocks/stop-word.tsx';
import { formatTime } from './format-time.ts';
import css from './meta-line.module.css';
import { turnTotals } from './turn-totals.ts';

const bold = { b: <b /> };

/** What an answer cost and how it ended, in one line. */
export function MetaLine({ turn }: { readonly turn: Turn }) {
	const { t, i18n } = useTranslation(['chat', 'stops', 'editor', 'cost']);
	const routed = routedModel(turn.exchanges.at(-1)?.trace ?? null);
	const { usage, cached, firstTokenMs, totalMs } = turnTotals(turn.exchanges);
	const number = (value: number) => value.toLocaleString(i18n.language);
	return (
		<p className={css['meta']}>
			<End turn={turn} last={turn.exchanges.at(-1)} />
			{routed !== null && (
				<span>
					<Trans t={t} i18nKey="stops:routed" values={{ model: routed }} components={bold} />
				</span>
			)}
			{turn.exchanges.some(({ edited }) => edited) && <span>{t('editor:byHand')}</span>}
			{turn.exchanges.length > 1 && <span>{t('calls', { count: turn.exchanges.length })}</span>}
			{usage !== null && (
				<span>
					<Trans
						t={t}
						i18nKey="tokens"
						values={{ input: number(usage.inputTokens), output: number(usage.outputTokens) }}
						components={bold}
					/>
				</span>
			)}
			{cached.read + cached.written > 0 && (
				<span>
					<Trans
						t={t}
						i18nKey="cost:cached"
						values={{ read: number(cached.read), written: number(cached.written) }}
						components={bold}
					/>
				</span>
			)}
			{firstTokenMs !== null && (
				<span>
					<Trans t={t} i18nKey="first" values={{ time: formatTime(firstTokenMs) }} components={bold} />
				</span>
			)}
			{totalMs !== null && (
				<span>
					<Trans t={t} i18nKey="total" values={{ time: formatTime(totalMs) }} components={bold} />
				</span>
			)}
			<CallsCost exchanges={turn.exchanges} of="turn" />
		</p>
	);
}

function End({ turn, last }: { readonly turn: Turn; readonly last: ExchangeSummary | undefined }) {
	const { t } = useTranslation('chat');
	// What ended before it began is said where the answer would be.
	if (turn.answer === null && (turn.state === 'stopped' || turn.state === 'interrupted')) return null;
	if (turn.state === 'stopped' || turn.state === 'interrupted' || turn.state === 'incomplete') {
		return (
			<span className={turn.state === 'stopped' ? undefined : css['broken']}>
				<Trans t={t} i18nKey={turn.failure?.code === 'timeout-idle' ? 'stalled' : turn.state} components={bold} />
			</span>
		);
	}
	const reason = last?.stopReason ?? null;
	return reason === null ? null : <StopWord reason={reason} />;
}
