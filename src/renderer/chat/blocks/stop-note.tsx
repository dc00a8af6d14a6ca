import { MessageSquareX, PauseCircle, Scissors, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { canRetry, cutWithin } from '../../../shared/answers/can-continue.ts';
import { isKnownStop, stopKind } from '../../../shared/answers/stop-reason.ts';
import type { Turn } from '../../../shared/model/conversation.ts';
import type { ExchangeSummary } from '../../../shared/model/exchange.ts';
import { useApp } from '../../state/app-store.ts';
import { openById, settingsOf } from '../../state/conversations.ts';
import { openPanel, openParameters } from '../../state/panels.ts';
import { retry } from '../../state/turns.ts';
import { Button } from '../../ui/button.tsx';
import { sentences } from '../../ui/sentences.ts';
import { GuardrailNote } from './guardrail-note.tsx';
import { Note } from './note.tsx';

interface Props {
	readonly turn: Turn;
	/** Something can be done about it: it is the last turn, and no read-only one. */
	readonly actionable: boolean;
	readonly onInspect: () => void;
}

/** Under a whole answer that ended in another way than a reader expects: what happened, and what can be done. */
export function StopNote({ turn, actionable, onInspect }: Props) {
	const exchange = turn.exchanges.at(-1);
	if (turn.state !== 'complete' || exchange === undefined) return null;
	return (
		<>
			<GuardrailNote turn={turn} exchange={exchange} onInspect={onInspect} />
			<EndNote turn={turn} exchange={exchange} actionable={actionable} />
		</>
	);
}

interface EndProps {
	readonly turn: Turn;
	readonly exchange: ExchangeSummary;
	readonly actionable: boolean;
}

function EndNote({ turn, exchange, actionable }: EndProps) {
	const { t, i18n } = useTranslation(['stops', 'chat', 'continuation']);
	const maxTokens = useApp((state) => settingsOf(state, turn.conversationId).maxTokens);
	const reason = exchange.stopReason;
	if (reason === null) return null;
	const kind = stopKind(reason);
	const again = actionable && canRetry(turn) && (
		<Button variant="go" onClick={() => void retry(turn.id)}>
			{t('chat:tryAgain')}
		</Button>
	);
	const larger = actionable && (
		<Button variant="quiet" onClick={() => openParameters('maxTokens')}>
			{t('continuation:larger')}
		</Button>
	);
	const cut = cutWithin(turn);
	if (cut === 'thoughts' || cut === 'tool-use') {
		const of = cut === 'thoughts' ? 'thoughts' : 'toolInput';
		const number = (exchange.usage?.outputTokens ?? maxTokens).toLocaleString(i18n.language);
		return (
			<Note
				kind={cut}
				title={t(`note.${of}`)}
				icon={<Scissors size={15} strokeWidth={1.6} aria-hidden />}
				actions={
					<>
						{larger}
						{again}
					</>
				}
			>
				<p>{t(`note.${of}Hint`, { number })}</p>
			</Note>
		);
	}
	if (!(kind in icons)) return null;
	const noted = kind as keyof typeof icons;
	const Icon = icons[noted];
	return (
		<Note
			kind={kind}
			title={t(`note.${noted}`)}
			icon={<Icon size={15} strokeWidth={1.6} aria-hidden />}
			actions={
				actionable ? (
					<>
						{(noted === 'window' || noted === 'refusal') && (
							<Button onClick={() => void openById(null)}>{t('note.newConversation')}</Button>
						)}
						{noted !== 'malformed' && noted !== 'error' && noted !== 'paused' && (
							<Button onClick={() => openPanel('model')}>{t('note.otherModel')}</Button>
						)}
						{again}
					</>
				) : undefined
			}
		>
			<p>{sentences(i18n.language, isKnownStop(reason) ? t(`reasons.${reason}`) : null, t(`todo.${kind}`))}</p>
		</Note>
	);
}

const icons = {
	window: Scissors,
	filtered: MessageSquareX,
	refusal: MessageSquareX,
	malformed: TriangleAlert,
	paused: PauseCircle,
	error: TriangleAlert,
} as const;
