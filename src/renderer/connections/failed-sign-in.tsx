import { useTranslation } from 'react-i18next';
import type { ConnectionId } from '../../shared/model/connection.ts';
import type { CallFailure } from '../../shared/model/failure.ts';
import type { SignInFailureType } from '../../shared/model/sign-in.ts';
import { Command } from './command.tsx';
import { FailureTitle, FailureWords } from './failure-words.tsx';
import css from './small-dialog.module.css';

interface Props {
	readonly failure: CallFailure;
	readonly connection: ConnectionId;
	/** The AWS CLI's command for the same sign-in; null where there is none. */
	readonly command: string | null;
}

/** Why a sign-in ended without a token: what that means, the words of who ended it, and the way around the app. */
export function FailedSignIn({ failure, connection, command }: Props) {
	const { t } = useTranslation('access');
	const own = isOwn(failure.type) ? means[failure.type] : null;
	return (
		<>
			<div role="alert">
				<p className={css['problem']}>{t('signIn.failed')}</p>
				{own === null ? (
					<FailureTitle failure={failure} connection={connection} />
				) : (
					<p>{t(`signIn.failure.${own.words}`)}</p>
				)}
			</div>
			{own?.quotes !== false && <FailureWords failure={failure} typed={own === null} />}
			{command !== null && own?.terminal !== false && (
				<>
					<p>{t('signIn.terminal')}</p>
					<Command text={command} />
				</>
			)}
		</>
	);
}

/**
 * What the app's own types of failures mean (i18n `access:signIn.failure.*`); whether the message quotes somebody else
 * (AWS, the SDK), and whether the AWS CLI could do better.
 */
const means: Readonly<
	Record<
		SignInFailureType,
		{
			readonly words: 'denied' | 'refused' | 'timeout' | 'notOffered' | 'incomplete';
			readonly quotes: boolean;
			readonly terminal: boolean;
		}
	>
> = {
	SignInDenied: { words: 'denied', quotes: true, terminal: true },
	SignInRefused: { words: 'refused', quotes: true, terminal: true },
	SignInTimeout: { words: 'timeout', quotes: false, terminal: true },
	SignInNotOffered: { words: 'notOffered', quotes: false, terminal: false },
	SsoConfigurationIncomplete: { words: 'incomplete', quotes: true, terminal: false },
};

function isOwn(type: string): type is SignInFailureType {
	return type in means;
}
