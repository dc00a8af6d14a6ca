import { Popover } from '@base-ui/react/popover';
import { Trans, useTranslation } from 'react-i18next';
import { isKnownStop, stopKind } from '../../../shared/answers/stop-reason.ts';
import popup from '../../ui/popup.module.css';
import css from './stop-word.module.css';

const bold = { b: <b /> };

/** Why an answer ended, in short; a press says what that means and what can be done. */
export function StopWord({ reason }: { readonly reason: string }) {
	const { t } = useTranslation('stops');
	const kind = stopKind(reason);
	return (
		<Popover.Root>
			<Popover.Trigger className={css['word']} data-calm={calm.has(kind)} data-stop={kind}>
				<Trans t={t} i18nKey={`short.${kind}`} values={{ reason }} components={bold} />
			</Popover.Trigger>
			<Popover.Portal>
				<Popover.Positioner className={popup['positioner']} sideOffset={6} align="start" collisionPadding={8}>
					<Popover.Popup className={`${popup['popup']} ${css['popup']}`} aria-label={t('about', { reason })}>
						<p className={css['head']}>
							<code>{reason}</code>
							<span>{t('saidBy')}</span>
						</p>
						<p>{isKnownStop(reason) ? t(`reasons.${reason}`) : t('unknown')}</p>
						<p className={css['todo']}>{t(`todo.${kind}`)}</p>
					</Popover.Popup>
				</Popover.Positioner>
			</Popover.Portal>
		</Popover.Root>
	);
}

/** Ends at which nothing is missing. */
const calm: ReadonlySet<string> = new Set(['finished', 'sequence', 'tool']);
