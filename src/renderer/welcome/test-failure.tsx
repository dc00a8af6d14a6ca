import { CircleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ConnectionId } from '../../shared/model/connection.ts';
import type { CallFailure } from '../../shared/model/failure.ts';
import type { Explanation } from '../chat/explanation.ts';
import { useConnections } from '../state/connections.ts';
import { askSignIn } from '../state/sign-in.ts';
import { Button } from '../ui/button.tsx';
import { scrollable } from '../ui/scrollable.ts';
import css from './test-step.module.css';

interface Props {
	readonly failure: CallFailure;
	readonly explanation: Explanation;
	readonly connection: ConnectionId;
	readonly onAgain: () => void;
	readonly onRegion: () => void;
	readonly onModel: () => void;
	readonly onWay: () => void;
}

/** Why the test failed: what it means, AWS's own words, and what can be done right here. */
export function TestFailure({ failure, explanation, connection, onAgain, onRegion, onModel, onWay }: Props) {
	const { t } = useTranslation(['welcome', 'failure']);
	const { connections } = useConnections();
	const signIn = connections?.find(({ id }) => id === connection)?.signIn ?? null;
	const remedy = remedyOf(explanation, signIn !== null);
	const kind = [failure.status, failure.type].filter((part) => part !== null && part !== '').join(' ');
	return (
		<section className={css['failure']} aria-label={t(`failure:${explanation}.title`)}>
			<header>
				<CircleAlert size={18} strokeWidth={1.6} aria-hidden />
				<div>
					<h3>{t(`failure:${explanation}.title`)}</h3>
					<p>{t(`failure:${explanation}.means`)}</p>
				</div>
			</header>
			<p className={css['words']} lang="en" {...scrollable(t('test.words'))}>
				{kind !== '' && <b>{kind} </b>}
				{failure.message}
			</p>
			<footer>
				{remedy === 'sign-in' && (
					<Button variant="go" onClick={() => askSignIn(connection, onAgain)}>
						{t('choose.signIn')}
					</Button>
				)}
				{remedy === 'region' && <Button onClick={onRegion}>{t('test.chooseRegion')}</Button>}
				{remedy === 'model' && <Button onClick={onModel}>{t('test.chooseModel')}</Button>}
				<Button variant={remedy === 'region' ? 'quiet' : 'plain'} onClick={onWay}>
					{t('test.chooseWay')}
				</Button>
			</footer>
		</section>
	);
}

/** What helps first, of all that can be done on this page. */
function remedyOf(explanation: Explanation, signsIn: boolean): 'sign-in' | 'region' | 'model' | null {
	switch (explanation) {
		case 'sign-in':
		case 'expired-credentials':
		case 'no-credentials':
			return signsIn ? 'sign-in' : null;
		case 'no-region':
			return 'region';
		case 'model-access':
		case 'model-not-found':
		case 'model-retired':
		case 'on-demand-not-supported':
		case 'access-denied':
			return 'model';
		default:
			return null;
	}
}
