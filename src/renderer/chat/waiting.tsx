import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Turn } from '../../shared/model/conversation.ts';
import { isStreaming } from '../../shared/model/operation.ts';
import { useApp } from '../state/app-store.ts';
import { openSettings } from '../state/conversations.ts';
import css from './waiting.module.css';

/** Before the first words: that something happens, since when, and at which attempt. */
export function Waiting({ turn }: { readonly turn: Turn }) {
	const { t } = useTranslation('chat');
	const last = turn.exchanges.at(-1);
	const since = last?.startedAt ?? turn.startedAt;
	const seconds = useSeconds(since);
	const operation = useApp((state) => last?.operation ?? openSettings(state).operation);
	return (
		<p className={css['waiting']}>
			<span className={css['strata']} aria-hidden>
				<i />
				<i />
				<i />
			</span>
			{t(isStreaming(operation) ? 'waiting' : 'waitingWhole')}
			{seconds >= 1 && <span className={css['time']}>{t('seconds', { value: seconds })}</span>}
			{last !== undefined && last.attemptCount > 1 && (
				<span className={css['attempt']}>{t('attempt', { number: last.attemptCount })}</span>
			)}
		</p>
	);
}

function useSeconds(since: number): number {
	const [now, setNow] = useState(() => Date.now());
	useEffect(() => {
		const timer = setInterval(() => setNow(Date.now()), 500);
		return () => clearInterval(timer);
	}, []);
	return Math.max(0, Math.floor((now - since) / 1000));
}
