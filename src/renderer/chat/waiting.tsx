import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Turn } from '../../shared/model/conversation.ts';
import { isStreaming } from '../../shared/model/operation.ts';
import { useApp } from '../state/app-store.ts';
import { settingsOf } from '../state/conversations.ts';
import { useQuestions } from '../state/questions.ts';
import { stop } from '../state/turns.ts';
import { Button } from '../ui/button.tsx';
import { Strata } from '../ui/strata.tsx';
import { FailedAttempt } from './retrying.tsx';
import css from './waiting.module.css';

/** Before the first words: that something happens, since when, at which attempt, and why it is not the first. */
export function Waiting({ turn }: { readonly turn: Turn }) {
	const { t } = useTranslation(['chat', 'access', 'continuation']);
	const last = turn.exchanges.at(-1);
	const now = useNow();
	const seconds = Math.max(0, Math.floor((now - (last?.startedAt ?? turn.startedAt)) / 1000));
	const operation = useApp((state) => last?.operation ?? settingsOf(state, turn.conversationId).operation);
	const connection = useApp((state) => last?.connection ?? settingsOf(state, turn.conversationId).connection);
	const asked = useQuestions().some((question) => question.connection === connection);
	const retrying = useApp((state) => state.retrying[turn.id]);
	const attempts = last?.attemptCount ?? 0;
	const pausing = retrying !== undefined && attempts <= retrying.retry.attempt;
	const left = pausing ? Math.max(0, Math.ceil((retrying.until - now) / 1000)) : 0;
	return (
		<div className={css['place']}>
			<div className={css['line']}>
				<p className={css['waiting']}>
					<Strata />
					{pausing
						? t('retrying.next', { number: retrying.retry.attempt + 1, seconds: left })
						: asked
							? t('access:mfa.waiting')
							: last?.continues && !last.answersTools
								? t('continuation:waiting')
								: t(isStreaming(operation) ? 'waiting' : 'waitingWhole')}
					{!pausing && !asked && seconds >= 1 && <span>{t('seconds', { value: seconds })}</span>}
					{!pausing && attempts > 1 && <span className={css['attempt']}>{t('attempt', { number: attempts })}</span>}
				</p>
				{retrying !== undefined && <Button onClick={() => void stop(turn.id)}>{t('retrying.stop')}</Button>}
			</div>
			{retrying !== undefined && <FailedAttempt retrying={retrying} exchange={last} />}
		</div>
	);
}

/** The time, twice a second; milliseconds since the epoch. */
function useNow(): number {
	const [now, setNow] = useState(() => Date.now());
	useEffect(() => {
		const timer = setInterval(() => setNow(Date.now()), 500);
		return () => clearInterval(timer);
	}, []);
	return now;
}
