import { useTranslation } from 'react-i18next';
import type { ExchangeSummary } from '../../shared/model/exchange.ts';
import type { CallFailure } from '../../shared/model/failure.ts';
import { useExplained } from '../failures/use-explained.ts';
import type { Retrying } from '../state/turn-events.ts';
import css from './waiting.module.css';

/** Which attempt failed and why. Stays while the next ones are made, so that nothing below it moves. */
export function FailedAttempt({
	retrying: { retry },
	exchange,
}: {
	readonly retrying: Retrying;
	readonly exchange: ExchangeSummary | undefined;
}) {
	const { t } = useTranslation('chat');
	const title = useExplained(retry.reason, exchange?.connection ?? null, exchange ?? null)?.title ?? '';
	return (
		<p className={css['failed']}>
			{t('retrying.failed', { number: retry.attempt, of: retry.maxAttempts, title })}{' '}
			<code lang="en">{kindOf(retry.reason)}</code>
		</p>
	);
}

function kindOf({ status, type, systemCode }: CallFailure): string {
	return [status, type, systemCode].filter((part) => part !== null && part !== '').join(' ');
}
