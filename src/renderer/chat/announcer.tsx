import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { canContinue, toolsWaiting } from '../../shared/answers/can-continue.ts';
import type { Turn } from '../../shared/model/conversation.ts';
import { useExplained } from '../failures/use-explained.ts';
import { useApp } from '../state/app-store.ts';

/** What was last known of a turn. */
interface Heard {
	readonly id: string;
	readonly state: string;
	/** Something of the answer has come. */
	readonly text: boolean;
	readonly thinks: boolean;
	readonly calls: number;
}

/** Says politely that an answer begins and how it ended; not its words, which come too fast to be read out. */
export function Announcer({ turn }: { readonly turn: Turn | null }) {
	const { t } = useTranslation(['chat', 'blocks', 'continuation']);
	const [words, setWords] = useState('');
	const before = useRef<Heard | null>(null);
	const exchange = turn?.exchanges.at(-1) ?? null;
	const title = useExplained(turn?.failure ?? null, exchange?.connection ?? null, exchange)?.title ?? '';
	useEffect(() => {
		const now =
			turn === null
				? null
				: {
						id: turn.id,
						state: turn.state,
						text: turn.answer !== null,
						thinks: isThinking(turn),
						calls: turn.exchanges.length,
					};
		const last = before.current;
		before.current = now;
		// What was said of another turn would be found beside this one.
		if (last?.id !== now?.id) setWords('');
		if (turn === null || now === null || last === null || last.id !== now.id) return;
		if (turn.state === 'running') {
			if (now.text && !last.text) setWords(t(now.thinks ? 'blocks:thinking' : 'live.begins'));
			else if (last.thinks && !now.thinks) setWords(t('live.begins'));
			else if (now.text && now.calls > last.calls) setWords(t('continuation:begins'));
			return;
		}
		if (last.state !== 'running') return;
		const waiting = toolsWaiting(turn);
		if (waiting.length > 0) {
			const names = waiting.map(({ name }) => name).join(', ');
			setWords(t('blocks:asks', { count: waiting.length, names }));
			return;
		}
		const cut = turn.state === 'complete' && canContinue(turn);
		setWords(cut ? t('continuation:wasCut') : t(`live.${turn.state}`, { title }));
	}, [turn, title, t]);
	const retrying = useApp((state) => (turn === null ? undefined : state.retrying[turn.id]));
	useEffect(() => {
		if (retrying === undefined) return;
		const { attempt, maxAttempts, delayMs } = retrying.retry;
		setWords(t('live.retrying', { number: attempt, of: maxAttempts, seconds: Math.ceil(delayMs / 1000) }));
	}, [retrying, t]);
	return (
		<p className="visually-hidden" role="status" aria-live="polite">
			{words}
		</p>
	);
}

function isThinking({ answer }: Turn): boolean {
	return answer?.content.at(-1)?.type === 'reasoning';
}
