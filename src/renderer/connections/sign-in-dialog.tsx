import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { profileName } from '../../shared/model/connection.ts';
import { toasts } from '../notices/toasts.ts';
import type { AskedSignIn } from '../state/sign-in.ts';
import {
	closeSignIn,
	focusAfterSignIn,
	onSignedIn,
	signedInElsewhere,
	signInAgain,
	useSignIn,
} from '../state/sign-in.ts';
import { Button } from '../ui/button.tsx';
import { cliSignIn } from './cli-sign-in.ts';
import { Command } from './command.tsx';
import { FailedSignIn } from './failed-sign-in.tsx';
import { formatMoment } from './moment-words.ts';
import { BrowserStep, DeviceStep, WaitingForSignIn } from './sign-in-steps.tsx';
import css from './small-dialog.module.css';
import { SmallDialog } from './small-dialog.tsx';
import { useConnectionName } from './use-connection-name.ts';

/** Leads a person through a sign-in, from wherever it was asked for; says when it has succeeded. */
export function SignInDialog() {
	const { t, i18n } = useTranslation(['access', 'common']);
	const asked = useSignIn();
	const nameOf = useConnectionName();
	useEffect(
		() =>
			onSignedIn(({ expiresAt, renewable }) => {
				const until = expiresAt === null || renewable ? null : formatMoment(expiresAt, Date.now(), i18n.language);
				toasts.add({ title: until === null ? t('signIn.doneRenews') : t('signIn.done', { time: until }) });
			}),
		[t, i18n],
	);
	if (asked === null) return null;
	const profile = asked.before?.profile ?? nameOf(asked.connection);
	return (
		<SmallDialog
			open
			onClose={closeSignIn}
			finalFocus={focusAfterSignIn}
			title={t('signIn.title', { profile })}
			foot={
				<>
					{canUseCode(asked) && (
						<span data-start className={css['alternative']}>
							{t('signIn.useCodeMeans')}
							<Button variant="quiet" onClick={() => signInAgain(true)}>
								{t('signIn.useCode')}
							</Button>
						</span>
					)}
					<Button onClick={closeSignIn}>{t('common:cancel')}</Button>
					{(asked.stage.type === 'failed' || asked.stage.type === 'broken') && (
						<Button variant="go" onClick={() => signInAgain(asked.byCode)}>
							{t('signIn.again')}
						</Button>
					)}
					{asked.stage.type === 'login' && <Button onClick={signedInElsewhere}>{t('signIn.loginDone')}</Button>}
				</>
			}
		>
			<Stage asked={asked} />
		</SmallDialog>
	);
}

/** The redirect of the browser's sign-in only arrives from a browser on the computer that Outcrop runs on. */
function canUseCode({ byCode, stage }: AskedSignIn): boolean {
	return !byCode && stage.type === 'browser';
}

function Stage({ asked }: { readonly asked: AskedSignIn }) {
	const { t } = useTranslation(['access', 'notices']);
	const { stage, before } = asked;
	const profile = before?.profile ?? profileName(asked.connection);
	const command = profile === null ? null : cliSignIn({ profile, type: before?.type ?? 'sso' });
	switch (stage.type) {
		case 'starting':
			return <p role="status">{t('access:signIn.starting')}</p>;
		case 'browser':
			return <BrowserStep url={stage.url} opened={stage.opened} />;
		case 'device':
			return <DeviceStep {...stage} onAgain={() => signInAgain(asked.byCode)} />;
		case 'login':
			return (
				<>
					<p>{t('access:signIn.login')}</p>
					{command !== null && <Command text={command} />}
					<p className={css['quiet']}>{t('access:signIn.loginThen')}</p>
					<WaitingForSignIn />
				</>
			);
		case 'failed':
			return <FailedSignIn failure={stage.failure} connection={asked.connection} command={command} />;
		case 'broken':
			return (
				<div role="alert">
					<p className={css['problem']}>{t('access:signIn.failed')}</p>
					<p>{t(`notices:error.${stage.code}`)}</p>
				</div>
			);
	}
}
