import { useTranslation } from 'react-i18next';
import { chargedCalls, spentOn } from '../../shared/cost.ts';
import type { ExchangeSummary } from '../../shared/model/exchange.ts';
import { useApp } from '../state/app-store.ts';
import { CostButton } from './cost-button.tsx';

interface Props {
	readonly exchanges: readonly ExchangeSummary[];
	readonly of: 'turn' | 'exchange';
}

/** What the calls of a turn, or one of them, cost. */
export function CallsCost({ exchanges, of }: Props) {
	const { t } = useTranslation('cost');
	const own = useApp((state) => state.settings.prices);
	const { charged, practice } = chargedCalls(exchanges);
	return (
		<CostButton
			spent={spentOn(charged, own)}
			practice={practice}
			title={t(of === 'turn' ? 'titleTurn' : 'titleExchange')}
		/>
	);
}
