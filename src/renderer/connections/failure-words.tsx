import { useTranslation } from 'react-i18next';
import type { ConnectionId } from '../../shared/model/connection.ts';
import type { CallFailure } from '../../shared/model/failure.ts';
import { useExplained } from '../failures/use-explained.ts';
import { scrollable } from '../ui/scrollable.ts';
import css from './small-dialog.module.css';

interface WordsProps {
	readonly failure: CallFailure;
	/** False where the type is a name that the app gave it. */
	readonly typed?: boolean;
}

/** The service's own words about a failure, with their status and type. */
export function FailureWords({ failure: { status, type, message }, typed = true }: WordsProps) {
	const { t } = useTranslation('access');
	const kind = [status, typed ? type : null].filter((part) => part !== null && part !== '').join(' ');
	return (
		<p className={css['words']} lang="en" {...scrollable(t('signIn.words'))}>
			{kind !== '' && <b>{kind} </b>}
			{message}
		</p>
	);
}

interface TitleProps {
	readonly failure: CallFailure;
	/** Where it is known: how its credentials come about says more. */
	readonly connection?: ConnectionId;
}

/** What a failure is called, in the words that every failed call has; nothing for one that the app can't explain. */
export function FailureTitle({ failure, connection }: TitleProps) {
	const explained = useExplained(failure, connection ?? null, null);
	return explained === null || explained.explanation.id === 'unknown' ? null : <p>{explained.title}</p>;
}
