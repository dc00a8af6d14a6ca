import { useTranslation } from 'react-i18next';
import type { CallFailure } from '../../shared/model/failure.ts';
import { scrollable } from '../ui/scrollable.ts';
import css from './inspector.module.css';

/** What went wrong with a call, in the service's own words. The chat explains it; here it is only named. */
export function FailureBanner({ failure }: { readonly failure: CallFailure }) {
	const { t } = useTranslation('inspector');
	return (
		<div className={css['failure']} {...scrollable(t('state.failed'))}>
			<b>
				{failure.status !== null && `${failure.status} `}
				{failure.type}
				{failure.systemCode !== null && ` ${failure.systemCode}`}
			</b>{' '}
			{failure.message}
		</div>
	);
}
