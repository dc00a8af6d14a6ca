import { Radio } from '@base-ui/react/radio';
import { RadioGroup } from '@base-ui/react/radio-group';
import { useTranslation } from 'react-i18next';
import type { Attempt } from '../../shared/model/exchange.ts';
import { classNames } from '../ui/class-names.ts';
import { byteSize, durationText } from '../ui/quantities.ts';
import css from './attempts-panel.module.css';

interface Props {
	readonly attempts: readonly Attempt[];
	/** The call runs: an attempt without an end goes on. */
	readonly running: boolean;
	readonly chosenId: string;
	readonly onChoose: (attemptId: string) => void;
}

/** The attempts of a call, one of which the other tabs show. */
export function AttemptsPanel({ attempts, running, chosenId, onChoose }: Props) {
	const { t } = useTranslation('inspector');
	return (
		<RadioGroup
			className={css['attempts']}
			aria-label={t('chooseAttempt')}
			value={chosenId}
			onValueChange={(value) => onChoose(String(value))}
		>
			<p className={css['hint']}>{t('attemptsHint')}</p>
			{attempts.map((attempt) => (
				<AttemptChoice key={attempt.id} attempt={attempt} running={running} chosen={attempt.id === chosenId} />
			))}
		</RadioGroup>
	);
}

interface ChoiceProps extends Pick<Props, 'running'> {
	readonly attempt: Attempt;
	readonly chosen: boolean;
}

function AttemptChoice({ attempt, running, chosen }: ChoiceProps) {
	const { t, i18n } = useTranslation('inspector');
	const { response, error } = attempt;
	const time = (ms: number): string => durationText(ms, i18n.language);
	const bad = (response?.status ?? 0) >= 400 || (response === null && error !== null);
	const errorType = response?.headers.find(([name]) => name.toLowerCase() === 'x-amzn-errortype')?.[1].split(':')[0];
	const requestId = response?.headers.find(([name]) => name.toLowerCase() === 'x-amzn-requestid')?.[1];
	const labelId = `attempt-${attempt.id}`;
	return (
		<Radio.Root
			value={attempt.id}
			className={classNames(css['attempt'], chosen && css['chosen'])}
			aria-labelledby={labelId}
		>
			<span className={css['radio']}>
				<Radio.Indicator className={css['dot']} />
			</span>
			<span className={css['text']}>
				<span id={labelId} className={classNames(css['name'], bad && css['bad'])}>
					{t('attempt', { number: attempt.index })}
					{response !== null && response.status !== null && ` · ${response.status}`}
					{errorType !== undefined && ` ${errorType}`}
				</span>
				{error !== null && (
					<span className={css['bad']}>
						{error.name}: {error.message}
					</span>
				)}
				<span className={css['facts']}>
					<span>{t('attemptStarted', { time: time(attempt.startedMs) })}</span>
					<span>
						{attempt.endedMs === null
							? t(running ? 'attemptRunning' : 'attemptUnended')
							: t('attemptTook', { time: time(attempt.endedMs - attempt.startedMs) })}
					</span>
					{response !== null && <span>{byteSize(response.body.size, i18n.language)}</span>}
					{requestId !== undefined && <code>{requestId}</code>}
				</span>
			</span>
		</Radio.Root>
	);
}
