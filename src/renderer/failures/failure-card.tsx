import { CircleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { canContinue } from '../../shared/answers/can-continue.ts';
import { explain } from '../../shared/explanations/explain.ts';
import { PRACTICE } from '../../shared/model/connection.ts';
import { textOf } from '../../shared/model/content.ts';
import type { Turn } from '../../shared/model/conversation.ts';
import type { CallFailure } from '../../shared/model/failure.ts';
import type { RequestSettingsPatch } from '../../shared/model/settings.ts';
import { useApp } from '../state/app-store.ts';
import { useConnections } from '../state/connections.ts';
import { changeSettings, openConversation } from '../state/conversations.ts';
import { select } from '../state/selection.ts';
import { goOn, retry } from '../state/turns.ts';
import { Button } from '../ui/button.tsx';
import { classNames } from '../ui/class-names.ts';
import box from '../ui/failure-box.module.css';
import { scrollable } from '../ui/scrollable.ts';
import type { ActionContext } from './action-context.ts';
import { Causes } from './causes.tsx';
import { actionFor, commandOf, firstAction, setsUp, stepsWorthSaying } from './failure-actions.ts';
import css from './failure-card.module.css';
import { FailureStep } from './failure-step.tsx';
import { asFirst, failureTexts, stepWords, titleWords } from './failure-words.ts';
import { PolicyStep } from './policy-step.tsx';
import { profileIdFor } from './request-changes.ts';
import { Words } from './words.tsx';

interface Props {
	readonly turn: Turn;
	readonly failure: CallFailure;
	/** The last turn can be asked for again. */
	readonly last: boolean;
	readonly onInspect: () => void;
}

/** A failed call, explained: what happened, the service's own words, why, and what to do. */
export function FailureCard({ turn, failure, last, onInspect }: Props) {
	const { t, i18n } = useTranslation(['failure', 'continuation']);
	const texts = failureTexts(i18n.language);
	const exchange = turn.exchanges.at(-1) ?? null;
	const connection = useConnections().connections?.find(({ id }) => id === exchange?.connection);
	const kind = connection?.kind ?? null;
	const hasText = canContinue(turn);
	const explanation = explain(failure, exchange, kind, hasText);
	const { facts } = explanation;
	const context: ActionContext = {
		exchange,
		facts,
		kind,
		signIn: connection?.signIn ?? null,
		last,
		textBesideFiles: textBesideFiles(turn),
	};
	// What was opened from a file can't be called again in another way: there is nothing to choose for it.
	const imported = useApp((state) => openConversation(state)?.imported !== undefined);
	const steps = stepsWorthSaying(explanation, context)
		.filter(({ action }) => !(imported && action === 'continue'))
		.map(({ id, action }) => ({ id, action: imported && setsUp(action) ? null : actionFor(action, context) }));
	// Only what can still be asked again has one thing to do first.
	const first = last ? firstAction({ ...explanation, steps }, context) : null;
	const firstIndex = first === null ? -1 : steps.findIndex(({ action }) => action === first);
	const inspect = () => {
		select({ turnId: turn.id, exchangeId: null });
		onInspect();
	};
	/** What has arrived is never given up for a step: only `anew` does that. */
	const callAgain = () => (hasText ? goOn(turn.id) : retry(turn.id));
	const again = () => void callAgain();
	const anew = () => void retry(turn.id);
	const change = async (patch: RequestSettingsPatch) => {
		await changeSettings(patch);
		await callAgain();
	};
	const refused = failure.status !== null && failure.status >= 400;
	const title = titleWords(explanation, texts);
	return (
		<section
			className={classNames(box['box'], css['fail'])}
			aria-label={title}
			data-read-from-top={last ? '' : undefined}
		>
			<header>
				<CircleAlert size={18} strokeWidth={1.6} aria-hidden />
				<div>
					<h3>{title}</h3>
					<Causes explanation={explanation} />
					{exchange?.connection === PRACTICE && refused && <p>{t('practiceRefused')}</p>}
				</div>
			</header>
			<p className={classNames(box['words'], css['words'])} {...scrollable(t('words'))}>
				<Kind failure={failure} />
				<span lang="en">
					{failure.message}
					{failure.systemCode !== null && !failure.message.includes(failure.systemCode) && ` (${failure.systemCode})`}
				</span>
			</p>
			<ol className={classNames(box['todo'], css['todo'])}>
				{steps.map(({ id, action }, index) => {
					const text = stepWords(id, explanation, kind, texts);
					const words = <Words text={index === 0 ? asFirst(text, texts) : text} />;
					const isFirst = index === firstIndex;
					return (
						<li key={id}>
							<i aria-hidden>{index + 1}</i>
							{action === 'policy' && exchange !== null ? (
								<PolicyStep
									words={words}
									asked={{ exchangeId: exchange.id }}
									denied={facts.resource ?? null}
									first={isFirst}
								/>
							) : (
								<>
									<span>
										{words}
										{action === 'profileId' && exchange !== null && <Shown code={profileIdFor(exchange)} />}
										{action === 'command' && <Shown code={commandOf(context)} />}
									</span>
									{action !== null && (
										<FailureStep
											action={action}
											first={isFirst}
											context={context}
											onInspect={inspect}
											onRetry={again}
											onChange={change}
										/>
									)}
								</>
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
					{exchange?.attemptCount === 1 && explanation.refusal && `\u00a0· ${t('notRetried')}`}
					{failure.requestId !== null && (
						<>
							{'\u00a0· '}
							<span title={failure.requestId}>{t('requestId', { id: shortId(failure.requestId) })}</span>
						</>
					)}
				</span>
				{steps.every(({ action }) => action !== 'inspect') && <Button onClick={inspect}>{t('action.inspect')}</Button>}
				{last && hasText && <Button onClick={anew}>{t('continuation:anew')}</Button>}
				{last && steps.every(({ action }) => action !== 'continue') && (
					<Button variant={first === 'again' ? 'go' : 'plain'} onClick={again}>
						{hasText ? t('continuation:here') : t('action.retry')}
					</Button>
				)}
			</footer>
		</section>
	);
}

/** The text of a question that files went with. */
function textBesideFiles({ question }: Turn): string | null {
	const text = textOf(question.content);
	return text.trim() !== '' && question.content.some(({ type }) => type === 'attachment') ? text : null;
}

/** What a step uses, on a line of its own. */
function Shown({ code }: { readonly code: string | null }) {
	return code === null ? null : <code className={css['shown']}>{code}</code>;
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
