import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import css from './inspector.module.css';
import type { LoadFailure } from './use-loaded.ts';

/** Says that something is being read. */
export function Loading() {
	const { t } = useTranslation('inspector');
	return (
		<p className={css['quiet']} role="status">
			{t('loading')}
		</p>
	);
}

/** Says why something could not be read, and offers to try again where that may help. */
export function LoadFailed({ failure, onRetry }: { readonly failure: LoadFailure; readonly onRetry: () => void }) {
	const { t } = useTranslation('inspector');
	return (
		<div className={css['alert']} role="alert">
			<p>{t(`loadFailed.${failure}`)}</p>
			{failure !== 'NOT_FOUND' && <Button onClick={onRetry}>{t('tryAgain')}</Button>}
		</div>
	);
}
