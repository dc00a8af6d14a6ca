import { useTranslation } from 'react-i18next';
import type { CallFailure } from '../../shared/model/failure.ts';
import { useExplained } from '../failures/use-explained.ts';
import { scrollable } from '../ui/scrollable.ts';
import css from './small-dialog.module.css';

/** The service's own words about a failure, with their status and type. */
export function FailureWords({ failure: { status, type, message } }: { readonly failure: CallFailure }) {
	const { t } = useTranslation('access');
	const kind = [status, type].filter((part) => part !== null && part !== '').join(' ');
	return (
		<p className={css['words']} lang="en" {...scrollable(t('signIn.words'))}>
			{kind !== '' && <b>{kind} </b>}
			{message}
		</p>
	);
}

/** What a failure is called, in the words that every failed call has; nothing for one that the app can't explain. */
export function FailureTitle({ failure }: { readonly failure: CallFailure }) {
	const explained = useExplained(failure, null, null);
	return explained === null || explained.explanation.id === 'unknown' ? null : <p>{explained.title}</p>;
}
