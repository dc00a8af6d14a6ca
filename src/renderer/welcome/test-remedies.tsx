import { useTranslation } from 'react-i18next';
import type { Explanation } from '../../shared/explanations/explain.ts';
import type { FailureAction, StepId } from '../../shared/explanations/steps.ts';
import type { CallFailure } from '../../shared/model/failure.ts';
import type { RequestSettings, RequestSettingsPatch } from '../../shared/model/settings.ts';
import type { ActionContext } from '../failures/action-context.ts';
import { commandOf, isWorthSaying } from '../failures/failure-actions.ts';
import { FailureStep } from '../failures/failure-step.tsx';
import { asFirst, failureTexts, stepWords } from '../failures/failure-words.ts';
import { PolicyStep } from '../failures/policy-step.tsx';
import { changesBody, isSectionAction } from '../failures/request-changes.ts';
import { Words } from '../failures/words.tsx';
import { useConnections } from '../state/connections.ts';
import { Button } from '../ui/button.tsx';
import { classNames } from '../ui/class-names.ts';
import box from '../ui/failure-box.module.css';
import css from './test-failure.module.css';

/** What a step of an explanation can lead to on the page itself. */
export interface PageWays {
	readonly onAgain: () => void;
	readonly onChange: (patch: RequestSettingsPatch) => void;
	readonly onRegion: () => void;
	readonly onModel: () => void;
	readonly onWay: () => void;
}

interface Props extends PageWays {
	readonly failure: CallFailure;
	readonly explanation: Explanation;
	readonly settings: RequestSettings;
	/** Where the call went or would have gone; empty where nothing names a region. */
	readonly region: string;
}

/** What a test call has none of: a request to look at, parameters, a conversation. */
function isElsewhere(action: FailureAction | null): boolean {
	return action !== null && (ELSEWHERE.has(action) || isSectionAction(action) || changesBody(action));
}

const ELSEWHERE: ReadonlySet<FailureAction> = new Set([
	'inspect',
	'parameters',
	'newConversation',
	'withoutFiles',
	'editBody',
]);

/** What to do about a failed test call, as far as it can be done from here. */
export function TestRemedies({ failure, explanation, settings, region, ...ways }: Props) {
	const { t, i18n } = useTranslation(['welcome', 'failure']);
	const texts = failureTexts(i18n.language);
	const connection = useConnections().connections?.find(({ id }) => id === settings.connection);
	const kind = connection?.kind ?? null;
	const exchange = { ...settings, region };
	const { facts } = explanation;
	const context: ActionContext = { exchange, facts, kind, signIn: connection?.signIn ?? null, last: true };
	const steps = explanation.steps.filter(
		({ id, action }) => !isElsewhere(action) && isWorthSaying(action, id, context),
	);
	const pressed = { region: ways.onRegion, model: ways.onModel, connection: ways.onWay };
	const words = (id: StepId) => {
		const text = stepWords(id, explanation, kind, texts);
		return <Words text={id === steps[0]?.id ? asFirst(text, texts) : text} />;
	};
	const change = async (patch: RequestSettingsPatch) => ways.onChange(patch);
	return (
		<ol className={classNames(box['todo'], css['todo'])}>
			{steps.map(({ id, action }, index) => (
				<li key={id}>
					<i aria-hidden>{index + 1}</i>
					{action === 'policy' ? (
						<PolicyStep
							words={words(id)}
							asked={{
								call: {
									...settings,
									region,
									operation: 'ConverseStream',
									failure,
									guardrailId: null,
									systemTools: [],
								},
							}}
							denied={facts.resource ?? null}
							first
						/>
					) : (
						<span>
							{words(id)}
							{action === 'command' && <code>{commandOf(context)}</code>}
						</span>
					)}
					{action === 'policy' ? null : action === 'region' || action === 'model' || action === 'connection' ? (
						<Button onClick={pressed[action]}>{t(`failure:action.${action}`)}</Button>
					) : (
						action !== null && (
							<FailureStep
								action={action}
								first={action === 'signIn'}
								context={context}
								onInspect={() => {}}
								onRetry={ways.onAgain}
								onChange={change}
							/>
						)
					)}
				</li>
			))}
		</ol>
	);
}
