import { CircleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { PRACTICE } from '../../shared/model/connection.ts';
import type { Turn } from '../../shared/model/conversation.ts';
import type { CallFailure } from '../../shared/model/failure.ts';
import { useCredentialKind } from '../state/connections.ts';
import { changeSettings } from '../state/conversations.ts';
import { select } from '../state/selection.ts';
import { retry } from '../state/turns.ts';
import { Button } from '../ui/button.tsx';
import { explanationOf, isRefusal } from './explanation.ts';
import css from './failure-card.module.css';
import { FailureStep } from './failure-step.tsx';
import { failureSteps, firstAction, policyFor, profileIdFor, renewable, signInCommand } from './failure-steps.ts';
import { policyPreview } from './policy-preview.ts';

interface Props {
	readonly turn: Turn;
	readonly failure: CallFailure;
	/** The last turn can be asked for again. */
	readonly last: boolean;
	readonly onInspect: () => void;
}

/** A failed call, explained: what it means, the service's own words, what to do. */
export function FailureCard({ turn, failure, last, onInspect }: Props) {
	const { t } = useTranslation('failure');
	const exchange = turn.exchanges.at(-1) ?? null;
	const kind = useCredentialKind(exchange?.connection ?? null);
	const explanation = explanationOf(failure, exchange, kind);
	const practised = exchange?.connection === PRACTICE;
	const renewal = renewable(kind);
	const steps = t(`${explanation}.steps`)
		.split('\n')
		.map((words, index) => {
			const action = failureSteps[explanation][index] ?? null;
			return { action, words: action === 'signIn' && renewal !== null ? t(`renew.${renewal}`) : words };
		})
		// Where the call already went to practice, going there is no way out.
		.filter(({ action }) => action !== 'practice' || !practised);
	const actions = steps.map(({ action }) => action);
	// Only what can still be asked again has one thing to do first.
	const first = last ? firstAction(explanation, actions, { exchange, kind, last }) : null;
	const inspect = () => {
		select({ turnId: turn.id, exchangeId: null });
		onInspect();
	};
	const change = async (patch: Parameters<typeof changeSettings>[0]) => {
		await changeSettings(patch);
		await retry(turn.id);
	};
	const refused = failure.status !== null && failure.status >= 400;
	return (
		<section className={css['fail']} aria-label={t(`${explanation}.title`)}>
			<header>
				<CircleAlert size={18} strokeWidth={1.6} aria-hidden />
				<div>
					<h3>{t(`${explanation}.title`)}</h3>
					<p>{t(`${explanation}.means`)}</p>
					{practised && refused && <p>{t('practiceRefused')}</p>}
				</div>
			</header>
			<p className={css['words']}>
				<span className="visually-hidden">{t('words')}: </span>
				<Kind failure={failure} />
				<span lang="en">
					{failure.message}
					{failure.systemCode !== null && !failure.message.includes(failure.systemCode) && ` (${failure.systemCode})`}
				</span>
			</p>
			<ol className={css['todo']}>
				{steps.map(({ words, action }, index) => {
					return (
						<li key={words}>
							<i aria-hidden>{index + 1}</i>
							<span>
								{words}
								{action === 'policy' && exchange !== null && <small>{t('policyMeans')}</small>}
								{action === 'profileId' && exchange !== null && <code>{profileIdFor(exchange)}</code>}
								{action === 'signIn' && exchange !== null && <code>{signInCommand(exchange.connection, kind)}</code>}
							</span>
							{action !== null && (
								<FailureStep
									action={action}
									first={action === first}
									exchange={exchange}
									kind={kind}
									last={last}
									onInspect={inspect}
									onChange={change}
								/>
							)}
							{action === 'policy' && exchange !== null && (
								<pre className={css['policy']}>{policyPreview(policyFor(exchange))}</pre>
							)}
						</li>
					);
				})}
			</ol>
			<footer>
				<span>
					{exchange !== null && exchange.attemptCount > 0
						? t('attempts', { count: exchange.attemptCount })
						: t('noRequest')}
					{exchange?.attemptCount === 1 && isRefusal(explanation) && `\u00a0· ${t('notRetried')}`}
					{failure.requestId !== null && (
						<>
							{'\u00a0· '}
							<span title={failure.requestId}>{t('requestId', { id: shortId(failure.requestId) })}</span>
						</>
					)}
				</span>
				{!actions.includes('inspect') && <Button onClick={inspect}>{t('action.inspect')}</Button>}
				{last && (
					<Button variant={first === null ? 'go' : 'plain'} onClick={() => void retry(turn.id)}>
						{t('action.retry')}
					</Button>
				)}
			</footer>
		</section>
	);
}

/** Status and type of an error. One in the stream had a good status: that is not what went wrong. */
function Kind({ failure: { status, type } }: { readonly failure: CallFailure }) {
	const { t } = useTranslation('failure');
	if (status !== null && status < 400) {
		// Other types than the service's exceptions are what a decoder threw: `Error` says nothing.
		if (!type.endsWith('Exception')) return null;
		return <b>{t('inStream', { status, type })} </b>;
	}
	const label = [status, type].filter((part) => part !== null && part !== '').join(' ');
	return label === '' ? null : <b lang="en">{label} </b>;
}

function shortId(id: string): string {
	return id.length <= 12 ? id : `${id.slice(0, 4)}…${id.slice(-4)}`;
}
