import { useTranslation } from 'react-i18next';
import { useExplained } from '../failures/use-explained.ts';
import { count } from '../ui/quantities.ts';
import css from './count-result.module.css';
import type { CountState } from './use-token-count.ts';

/** What a count came to: a number, or why there is none. `stale`: of a text that has changed since. */
export function CountResult({ state, stale }: { readonly state: CountState; readonly stale: boolean }) {
	const { t, i18n } = useTranslation('editor');
	const counted = state?.status === 'done' ? state.count : null;
	const failure = counted === null || counted.ok ? null : counted.failure;
	const explained = useExplained(failure, null, null);
	return (
		<span className={css['result']} role="status">
			{state?.status === 'counting' && t('count.counting')}
			{counted?.ok && (
				<span
					data-stale={stale || undefined}
					title={stale ? t('count.stale') : t('count.means', { model: counted.modelId })}
				>
					{t('count.tokens', { count: counted.inputTokens, number: count(counted.inputTokens, i18n.language) })}
					{stale && <span className="visually-hidden"> ({t('count.stale')})</span>}
				</span>
			)}
			{explained !== null && failure !== null && (
				<span className={css['refused']} title={failure.message}>
					{t('count.refused', { title: explained.title })}
				</span>
			)}
		</span>
	);
}
