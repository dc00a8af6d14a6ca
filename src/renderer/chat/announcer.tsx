import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Turn } from '../../shared/model/conversation.ts';
import { useApp } from '../state/app-store.ts';
import { useCredentialKind } from '../state/connections.ts';
import { explanationOf } from './explanation.ts';

/** Says politely that an answer begins and how it ended; not its words, which come too fast to be read out. */
export function Announcer({ turn }: { readonly turn: Turn | null }) {
	const { t } = useTranslation(['chat', 'failure']);
	const [words, setWords] = useState('');
	const before = useRef<{ id: string; state: string; text: boolean } | null>(null);
	const kind = useCredentialKind(turn?.exchanges.at(-1)?.connection ?? null);
	useEffect(() => {
		const now = turn === null ? null : { id: turn.id, state: turn.state, text: turn.answer !== null };
		const last = before.current;
		before.current = now;
		if (turn === null || now === null || last === null || last.id !== now.id) return;
		if (turn.state === 'running') {
			if (now.text && !last.text) setWords(t('chat:live.begins'));
			return;
		}
		if (last.state !== 'running') return;
		const title =
			turn.failure === null
				? ''
				: t(`failure:${explanationOf(turn.failure, turn.exchanges.at(-1) ?? null, kind)}.title`);
		setWords(t(`chat:live.${turn.state}`, { title }));
	}, [turn, kind, t]);
	const retrying = useApp((state) => (turn === null ? undefined : state.retrying[turn.id]));
	useEffect(() => {
		if (retrying === undefined) return;
		const { attempt, maxAttempts, delayMs } = retrying.retry;
		setWords(t('chat:live.retrying', { number: attempt, of: maxAttempts, seconds: Math.ceil(delayMs / 1000) }));
	}, [retrying, t]);
	return (
		<p className="visually-hidden" role="status" aria-live="polite">
			{words}
		</p>
	);
}
