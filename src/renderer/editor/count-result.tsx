import { Popover } from '@base-ui/react/popover';
import { useTranslation } from 'react-i18next';
import { Causes } from '../failures/causes.tsx';
import { useExplained } from '../failures/use-explained.ts';
import { classNames } from '../ui/class-names.ts';
import box from '../ui/failure-box.module.css';
import popup from '../ui/popup.module.css';
import { count } from '../ui/quantities.ts';
import { scrollable } from '../ui/scrollable.ts';
import css from './count-result.module.css';
import type { CountState } from './use-token-count.ts';

/** What a count came to: a number, or why there is none. `stale`: of a text that has changed since. */
export function CountResult({ state, stale }: { readonly state: CountState; readonly stale: boolean }) {
	const { t, i18n } = useTranslation(['editor', 'failure']);
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
				<Popover.Root>
					<Popover.Trigger className={css['refused']}>{t('count.refused', { title: explained.title })}</Popover.Trigger>
					<Popover.Portal>
						<Popover.Positioner className={popup['positioner']} sideOffset={6} align="start" collisionPadding={8}>
							<Popover.Popup className={classNames(popup['popup'], css['why'])} aria-label={explained.title}>
								<b>{explained.title}</b>
								<Causes explanation={explained.explanation} />
								<p className={box['words']} lang="en" {...scrollable(t('failure:words'))}>
									{[failure.status, failure.type].filter((part) => part !== null && part !== '').join(' ')}{' '}
									{failure.message}
								</p>
							</Popover.Popup>
						</Popover.Positioner>
					</Popover.Portal>
				</Popover.Root>
			)}
		</span>
	);
}
