import { CircleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { PRACTICE } from '../../shared/model/connection.ts';
import type { Turn } from '../../shared/model/conversation.ts';
import type { CallFailure } from '../../shared/model/failure.ts';
import { changeSettings } from '../state/conversations.ts';
import { select } from '../state/selection.ts';
import { retry } from '../state/turns.ts';
import { Button } from '../ui/button.tsx';
import css from './failure-card.module.css';
import { FailureStep } from './failure-step.tsx';
import { failureSteps, policyFor, profileIdFor, signInCommand } from './failure-steps.ts';
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
	const steps = t(`${failure.code}.steps`)
		.split('\n')
		.map((words, index) => ({ words, action: failureSteps[failure.code][index] ?? null }))
		// Where the call already went to practice, going there is no way out.
		.filter(({ action }) => action !== 'practice' || exchange?.connection !== PRACTICE);
	const inspect = () => {
		select({ turnId: turn.id, exchangeId: null });
		onInspect();
	};
	const change = async (patch: Parameters<typeof changeSettings>[0]) => {
		await changeSettings(patch);
		await retry(turn.id);
	};
	// A stream that broke off had a good status: it is not what went wrong.
	const status = failure.status !== null && failure.status >= 400 ? failure.status : null;
	const label = [status, failure.type].filter((part) => part !== null && part !== '').join(' ');
	return (
		<section className={css['fail']} aria-label={t(`${failure.code}.title`)}>
			<header>
				<CircleAlert size={18} strokeWidth={1.6} aria-hidden />
				<div>
					<h3>{t(`${failure.code}.title`)}</h3>
					<p>{t(`${failure.code}.means`)}</p>
				</div>
			</header>
			<p className={css['words']} lang="en">
				<span className="visually-hidden">{t('words')}: </span>
				{label !== '' && <b>{label} </b>}
				{failure.message}
				{failure.systemCode !== null && !failure.message.includes(failure.systemCode) && ` (${failure.systemCode})`}
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
								{action === 'signIn' && exchange !== null && <code>{signInCommand(exchange)}</code>}
							</span>
							{action !== null && (
								<FailureStep action={action} exchange={exchange} last={last} onInspect={inspect} onChange={change} />
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
					{failure.requestId !== null && (
						<span title={failure.requestId}> · {t('requestId', { id: shortId(failure.requestId) })}</span>
					)}
				</span>
				{steps.every(({ action }) => action !== 'inspect') && <Button onClick={inspect}>{t('action.inspect')}</Button>}
				{last && (
					<Button variant="go" onClick={() => void retry(turn.id)}>
						{t('action.retry')}
					</Button>
				)}
			</footer>
		</section>
	);
}

function shortId(id: string): string {
	return id.length <= 12 ? id : `${id.slice(0, 4)}…${id.slice(-4)}`;
}
