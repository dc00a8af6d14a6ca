import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConnectionId } from '../../shared/model/connection.ts';
import { PRACTICE } from '../../shared/model/connection.ts';
import type { CallFailure } from '../../shared/model/failure.ts';
import type { Identity } from '../../shared/model/identity.ts';
import { useExplained } from '../failures/use-explained.ts';
import type { AskedIdentity } from '../state/access-dialogs.ts';
import { useWhoAmI } from '../state/access-dialogs.ts';
import { client } from '../state/client.ts';
import { signInOf } from '../state/connections.ts';
import { reportProblem } from '../state/errors.ts';
import { askSignIn } from '../state/sign-in.ts';
import { Button } from '../ui/button.tsx';
import { FailureTitle, FailureWords } from './failure-words.tsx';
import { IdentityFacts } from './identity-facts.tsx';
import css from './small-dialog.module.css';
import { SmallDialog } from './small-dialog.tsx';
import { useConnectionName } from './use-connection-name.ts';

/** Shows who a connection's calls are made as. AWS is asked each time it opens. */
export function WhoAmIDialog() {
	const [asked, close] = useWhoAmI();
	return asked === null ? null : <Answer asked={asked} onClose={close} />;
}

type Answered =
	| { readonly ok: true; readonly identity: Identity }
	| { readonly ok: false; readonly failure: CallFailure };

function Answer({ asked, onClose }: { readonly asked: AskedIdentity; readonly onClose: () => void }) {
	const { t } = useTranslation(['access', 'common']);
	const nameOf = useConnectionName();
	const { connection } = asked;
	const [answer, ask] = useAnswer(asked);
	const failure = answer?.ok === false ? answer.failure : null;
	const explained = useExplained(failure, connection, null);
	// Only where it may help: a network that is down stays down.
	const helps = explained?.explanation.steps.some(({ action }) => action === 'signIn') === true;
	const signIn = helps ? signInOf(connection) : null;
	return (
		<SmallDialog
			open
			onClose={onClose}
			title={t('access:whoAmI.title')}
			foot={
				<>
					{failure?.type !== 'NoIdentity' && (
						<Button onClick={ask} disabled={answer === null}>
							{t('access:whoAmI.again')}
						</Button>
					)}
					{signIn !== null && (
						<Button variant="go" onClick={() => askSignIn(connection, ask)}>
							{t('access:whoAmI.signIn')}
						</Button>
					)}
					{signIn === null && (
						<Button variant="go" onClick={onClose}>
							{t('common:close')}
						</Button>
					)}
				</>
			}
		>
			<div aria-live="polite" className={css['live']}>
				{answer === null && <p>{t('access:whoAmI.asking')}</p>}
				{answer?.ok === true && (
					<>
						{connection === PRACTICE && <p className={css['quiet']}>{t('access:whoAmI.practice')}</p>}
						<IdentityFacts name={nameOf(connection)} identity={answer.identity} />
					</>
				)}
				{failure?.type === 'NoIdentity' && <p>{t('access:whoAmI.apiKey')}</p>}
				{failure !== null && failure.type !== 'NoIdentity' && <Refused failure={failure} connection={connection} />}
			</div>
		</SmallDialog>
	);
}

function Refused({ failure, connection }: { readonly failure: CallFailure; readonly connection: ConnectionId }) {
	const { t } = useTranslation('access');
	return (
		<>
			<div role="alert">
				<p className={css['problem']}>{t('whoAmI.failed')}</p>
				<FailureTitle failure={failure} connection={connection} />
			</div>
			<FailureWords failure={failure} />
		</>
	);
}

/** What AWS answers, null while it is asked; and the way to ask again. */
function useAnswer({ connection, region, fips, dualStack }: AskedIdentity): readonly [Answered | null, () => void] {
	const [answer, setAnswer] = useState<Answered | null>(null);
	const asking = useRef<AbortController | null>(null);
	const ask = useCallback(() => {
		asking.current?.abort();
		const abort = new AbortController();
		const { signal } = abort;
		asking.current = abort;
		setAnswer(null);
		client()
			.connections.whoAmI({ connection, region, fips, dualStack }, { signal })
			.then(
				(answered) => {
					if (!signal.aborted) setAnswer(answered);
				},
				(error: unknown) => {
					if (!signal.aborted) reportProblem(error);
				},
			);
	}, [connection, region, fips, dualStack]);
	useEffect(() => {
		ask();
		return () => asking.current?.abort();
	}, [ask]);
	return [answer, ask];
}
