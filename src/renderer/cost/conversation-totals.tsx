import { memo, useMemo, useRef } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { chargedCalls, spentOn } from '../../shared/cost.ts';
import type { Turn } from '../../shared/model/conversation.ts';
import { formatTime } from '../chat/format-time.ts';
import { useApp } from '../state/app-store.ts';
import { count } from '../ui/quantities.ts';
import css from './cost.module.css';
import { CostButton } from './cost-button.tsx';

const bold = { b: <b /> };

interface Props {
	readonly turns: readonly Turn[];
	/** The turns are those of all columns. */
	readonly compared?: boolean;
}

/**
 * Below a conversation or a comparison of several calls: what all of them took together. It stands still while an answer
 * comes.
 */
export const ConversationTotals = memo(function ConversationTotals({ turns, compared = false }: Props) {
	const { t, i18n } = useTranslation(['cost', 'comparison']);
	const own = useApp((state) => state.settings.prices);
	const settled = useRef(turns);
	if (turns.every(({ state }) => state !== 'running')) settled.current = turns;
	const counted = settled.current;
	const exchanges = useMemo(() => counted.flatMap((turn) => turn.exchanges), [counted]);
	const usage = useMemo(() => spentOn(exchanges, {}).usage, [exchanges]);
	const { charged, practice } = useMemo(() => chargedCalls(exchanges), [exchanges]);
	const spent = useMemo(() => spentOn(charged, own), [charged, own]);
	const waited = useMemo(() => exchanges.reduce((sum, { totalMs }) => sum + (totalMs ?? 0), 0), [exchanges]);
	if (usage === null || exchanges.length < 2) return null;
	const number = (value: number) => count(value, i18n.language);
	const [read, written] = [usage.cacheReadInputTokens ?? 0, usage.cacheWriteInputTokens ?? 0];
	return (
		<p className={css['totals']} data-totals>
			<span>{t(compared ? 'comparison:totals' : 'conversation')}</span>
			<span>{t('calls', { count: exchanges.length, number: number(exchanges.length) })}</span>
			<span>
				<Trans
					t={t}
					i18nKey="inOut"
					values={{ input: number(usage.inputTokens), output: number(usage.outputTokens) }}
					components={bold}
				/>
			</span>
			{read + written > 0 && (
				<span>
					<Trans t={t} i18nKey="cached" values={{ read: number(read), written: number(written) }} components={bold} />
				</span>
			)}
			<span>
				<Trans t={t} i18nKey="time" values={{ time: formatTime(waited) }} components={bold} />
			</span>
			<CostButton
				spent={spent}
				practice={practice}
				title={t(compared ? 'comparison:totalsTitle' : 'titleConversation')}
			/>
		</p>
	);
});
