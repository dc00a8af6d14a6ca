import { Check, Circle, CircleAlert, LoaderCircle, Minus } from 'lucide-react';
import type { ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { PRACTICE } from '../../shared/model/connection.ts';
import type { RequestSettings } from '../../shared/model/settings.ts';
import type { TestEvent } from '../../shared/model/setup.ts';
import { TEST_MAX_TOKENS, TEST_PROMPT, testSteps } from '../../shared/model/setup.ts';
import { formatTime } from '../chat/format-time.ts';
import { Markdown } from '../chat/markdown/markdown.tsx';
import { Masked } from '../connections/masked.tsx';
import { useConnectionName } from '../connections/use-connection-name.ts';
import { useExplained } from '../failures/use-explained.ts';
import { modelWord } from '../models/model-word.ts';
import { TestFailure } from './test-failure.tsx';
import type { PageWays } from './test-remedies.tsx';
import css from './test-step.module.css';
import type { TestCourse } from './use-test-call.ts';
import { endingFailure } from './use-test-call.ts';
import page from './welcome.module.css';

interface Props extends PageWays {
	readonly settings: RequestSettings;
	/** Where the call would go; null where nothing names a region. */
	readonly region: string | null;
	readonly course: TestCourse;
}

/** The third step: one real call, with each of its steps and what came of it. */
export function TestStep({ settings, region, course, ...ways }: Props) {
	const { t } = useTranslation('welcome');
	const nameOf = useConnectionName();
	const practice = settings.connection === PRACTICE;
	const model = modelWord(settings.modelId);
	const facts = { model, prompt: TEST_PROMPT, tokens: TEST_MAX_TOKENS };
	const failure = endingFailure(course);
	const explained = useExplained(failure, settings.connection, {
		modelId: settings.modelId,
		operation: settings.operation,
		region: region ?? '',
		attemptCount: failure === null || failure.status === null ? 0 : 1,
	});
	const live = () => {
		if (course.phase === 'running') return t('test.live.running');
		if (course.phase === 'passed') return t('test.live.passed');
		return explained === null ? '' : t('test.live.failed', { title: explained.title });
	};
	const section = useRef<HTMLElement>(null);
	useEffect(() => {
		// The steps, and then what came of them, are below the fold of most windows.
		if (course.phase !== 'idle') section.current?.scrollIntoView({ block: 'end' });
	}, [course.phase]);
	return (
		<section ref={section} className={page['step']} aria-labelledby="welcome-test">
			<h2 id="welcome-test">
				<i aria-hidden>3</i>
				{t('test.title')}
			</h2>
			<p className={page['means']}>
				{practice
					? t('test.practice', facts)
					: region === null
						? t('test.noRegion', facts)
						: t('test.real', { ...facts, region })}
			</p>
			<ol className={css['steps']} aria-label={t('test.steps')}>
				{testSteps.map((step) => (
					<Step key={step} step={step} event={course.steps[step] ?? null} stopped={course.phase === 'stopped'} />
				))}
			</ol>
			{course.phase === 'stopped' && <p className={page['means']}>{t('test.stopped')}</p>}
			{failure !== null && explained !== null && (
				<TestFailure failure={failure} explained={explained} settings={settings} region={region ?? ''} {...ways} />
			)}
			{course.phase === 'passed' && (
				<div className={css['worked']}>
					<Check size={18} aria-hidden />
					<div>
						<h3>{t('test.worked')}</h3>
						<p>
							{practice
								? t('test.workedPractice')
								: t('test.workedReal', {
										connection: nameOf(settings.connection),
										region: course.steps.region?.region ?? region ?? '',
										model,
									})}
						</p>
					</div>
				</div>
			)}
			<p className="visually-hidden" role="status">
				{live()}
			</p>
		</section>
	);
}

const icons = { waiting: Circle, running: LoaderCircle, passed: Check, failed: CircleAlert, skipped: Minus } as const;

interface StepProps {
	readonly step: TestEvent['step'];
	/** null: not reached. */
	readonly event: TestEvent | null;
	readonly stopped: boolean;
}

function Step({ step, event, stopped }: StepProps) {
	const { t } = useTranslation('welcome');
	// A step that was broken off has come to nothing.
	const state = event === null || (stopped && event.state === 'running') ? 'waiting' : event.state;
	const Icon = icons[state];
	return (
		<li data-step={step} data-state={state}>
			<Icon size={16} strokeWidth={state === 'waiting' ? 1.4 : 2} aria-hidden />
			<span className={css['label']}>
				{t(`test.step.${step}`)}
				<small>{t(`test.means.${step}`)}</small>
			</span>
			<div className={css['result']}>
				<span className={state === 'passed' || state === 'skipped' ? 'visually-hidden' : undefined}>
					{t(`test.state.${state}`)}
				</span>
				{event !== null && <Result event={event} />}
			</div>
		</li>
	);
}

/** What a step found. */
function Result({ event }: { readonly event: TestEvent }): ReactNode {
	const { t } = useTranslation('welcome');
	const { step, state, region, identity, answer, failure, reason } = event;
	const explained = useExplained(failure, null, null);
	if (reason !== null) return reason === 'api-key' ? t('test.apiKey') : t('test.earlier');
	// The step that ends the test is explained below the steps.
	if (state === 'failed' && step === 'identity' && explained !== null) {
		return <small>{t('test.identityUnknown', { title: explained.title })}</small>;
	}
	if (state !== 'passed') return null;
	if (step === 'region') return <code>{region ?? '–'}</code>;
	if (step === 'credentials') return t('test.credentialsFound');
	if (identity !== null) return <Masked text={identity.arn} />;
	if (answer === null) return null;
	return (
		<>
			<div className={css['answer']}>
				{answer.text.trim() === '' ? t('test.answerEmpty') : <Markdown text={answer.text} growing={false} />}
			</div>
			<small>{t('test.took', { time: formatTime(answer.totalMs) })}</small>
		</>
	);
}
