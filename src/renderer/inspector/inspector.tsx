import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Turn } from '../../shared/model/conversation.ts';
import type { ExchangeSummary } from '../../shared/model/exchange.ts';
import { select, useSelection } from '../state/selection.ts';
import { classNames } from '../ui/class-names.ts';
import { IconButton } from '../ui/icon-button.tsx';
import type { View } from './call-view.tsx';
import { CallView } from './call-view.tsx';
import { CopyAsCode } from './export/copy-as-code.tsx';
import { MoreMenu } from './export/more-menu.tsx';
import css from './inspector.module.css';

/** Everything about the calls of an answer. `turn` null: nothing is selected. Fills its parent, which sets the width. */
export function Inspector({ turn }: { readonly turn: Turn | null }) {
	const { t } = useTranslation('inspector');
	const [selection] = useSelection();
	// Which tab is open outlives the call that it shows: one answer after the other can be looked at in the same way.
	const [view, setView] = useState<View>({ tab: null, headersOpen: false });
	const exchanges = turn?.exchanges ?? [];
	const chosen = exchanges.find(({ id }) => id === selection?.exchangeId) ?? exchanges.at(-1) ?? null;
	return (
		<div className={css['inspector']}>
			<header className={css['top']}>
				<h2>{t('title')}</h2>
				{turn !== null && exchanges.length > 1 && <Stepper turnId={turn.id} exchanges={exchanges} chosen={chosen} />}
				<div className={css['code']}>
					{chosen !== null && <CopyAsCode key={chosen.id} exchange={chosen} exchanges={exchanges} />}
					<MoreMenu
						call={
							turn === null || chosen === null
								? null
								: { conversationId: turn.conversationId, turnId: turn.id, exchangeId: chosen.id }
						}
					/>
				</div>
			</header>
			{turn !== null && chosen !== null ? (
				<CallView key={chosen.id} turn={turn} summary={chosen} view={view} onView={setView} />
			) : (
				<div className={css['empty']}>
					<Layers />
					<b>{t('emptyTitle')}</b>
					<p>{turn === null ? t('empty') : t('noCalls')}</p>
				</div>
			)}
		</div>
	);
}

interface StepperProps {
	readonly turnId: string;
	readonly exchanges: readonly ExchangeSummary[];
	readonly chosen: ExchangeSummary | null;
}

/** So many calls have a step each in the narrowest bar; of more there are the one before and the one after. */
const MOST_STEPS = 4;

function Stepper({ turnId, exchanges, chosen }: StepperProps) {
	const { t } = useTranslation(['inspector', 'continuation']);
	if (exchanges.length > MOST_STEPS) return <Pager turnId={turnId} exchanges={exchanges} chosen={chosen} />;
	return (
		<nav className={css['steps']} aria-label={t('calls')}>
			{exchanges.map((exchange) => (
				<button
					key={exchange.id}
					type="button"
					className={classNames(exchange.id === chosen?.id && css['on'])}
					aria-current={exchange.id === chosen?.id ? 'step' : undefined}
					data-continues={exchange.continues}
					title={
						exchange.continues ? t('continuation:step', { number: exchange.index, count: exchanges.length }) : undefined
					}
					aria-label={t(exchange.continues ? 'continuation:step' : 'callNumber', {
						number: exchange.index,
						count: exchanges.length,
					})}
					onClick={() => select({ turnId, exchangeId: exchange.id })}
				>
					{exchange.index}
				</button>
			))}
		</nav>
	);
}

function Pager({ turnId, exchanges, chosen }: StepperProps) {
	const { t } = useTranslation(['inspector', 'continuation']);
	const position = exchanges.findIndex(({ id }) => id === chosen?.id);
	const count = exchanges.length;
	const go = (to: ExchangeSummary | undefined) => {
		if (to !== undefined) select({ turnId, exchangeId: to.id });
	};
	const [before, after] = [exchanges[position - 1], exchanges[position + 1]];
	// Not disabled at the ends, where the focus would be lost.
	return (
		<nav className={css['pager']} aria-label={t('calls')}>
			<IconButton small label={t('callBefore')} aria-disabled={before === undefined} onClick={() => go(before)}>
				<ChevronLeft size={14} aria-hidden />
			</IconButton>
			<span role="status">
				<span aria-hidden>
					<b>{position + 1}</b> / {count}
				</span>
				<span className="visually-hidden">
					{t(chosen?.continues ? 'continuation:step' : 'callNumber', { number: position + 1, count })}
				</span>
			</span>
			<IconButton small label={t('callAfter')} aria-disabled={after === undefined} onClick={() => go(after)}>
				<ChevronRight size={14} aria-hidden />
			</IconButton>
		</nav>
	);
}

/** Three layers of rock: what the timeline will look like. */
function Layers() {
	return (
		<svg width="72" height="44" viewBox="0 0 72 44" aria-hidden="true" className={css['layers']}>
			<rect x="0" y="2" width="14" height="8" rx="2" fill="var(--s-connect)" />
			<rect x="15" y="2" width="20" height="8" rx="2" fill="var(--s-first)" />
			<rect x="36" y="2" width="36" height="8" rx="2" fill="var(--s-stream)" />
			<rect x="0" y="18" width="72" height="8" rx="2" fill="var(--s-wait)" />
			<rect x="0" y="34" width="44" height="8" rx="2" fill="var(--line)" />
		</svg>
	);
}
