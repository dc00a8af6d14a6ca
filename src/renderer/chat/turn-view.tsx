import { RotateCcw, ScanSearch, StepForward } from 'lucide-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { canContinue } from '../../shared/can-continue.ts';
import { textOf } from '../../shared/model/content.ts';
import type { Turn } from '../../shared/model/conversation.ts';
import { QuestionFiles } from '../attachments/question-files.tsx';
import { FailureCard } from '../failures/failure-card.tsx';
import { useApp } from '../state/app-store.ts';
import { isReadOnly, openConversation } from '../state/conversations.ts';
import { select } from '../state/selection.ts';
import { goOn, retry } from '../state/turns.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { CutNote } from './cut-note.tsx';
import { Markdown } from './markdown/markdown.tsx';
import { MetaLine } from './meta-line.tsx';
import { Question } from './question.tsx';
import css from './turn-view.module.css';
import { Waiting } from './waiting.tsx';

interface Props {
	readonly turn: Turn;
	/** The last turn of the conversation: it can be asked for again. */
	readonly last: boolean;
	/** Shows the inspector, where it is not open. */
	readonly onInspect: () => void;
}

/** A user message and its answer, in whatever state that is. */
export const TurnView = memo(function TurnView({ turn, last, onInspect }: Props) {
	const { t } = useTranslation(['chat', 'continuation', 'files']);
	const selected = useApp((state) => state.selection?.turnId === turn.id);
	const readOnly = useApp(isReadOnly);
	const imported = useApp((state) => openConversation(state)?.imported !== undefined);
	const text = turn.answer === null ? '' : textOf(turn.answer.content);
	const question = textOf(turn.question.content);
	const nothingAsked = question === '' && turn.question.content.every(({ type }) => type === 'text');
	const running = turn.state === 'running';
	const retryable = last && !running && turn.state !== 'complete' && !readOnly;
	const offersToContinue = useApp((state) => state.settings.continuation.mode !== 'off');
	const continuable = last && !readOnly && canContinue(turn);
	const waitsForMore = running && text !== '' && isAwaited(turn);
	const inspect = () => {
		select({ turnId: turn.id, exchangeId: null });
		onInspect();
	};
	return (
		<section data-turn-id={turn.id} data-last={last} data-state={turn.state} data-phase={phaseOf(turn, text)}>
			<div className={css['question']}>
				<h2 className="visually-hidden">{t('you')}</h2>
				<QuestionFiles conversationId={turn.conversationId} content={turn.question.content} />
				{nothingAsked && <p className={css['nothing']}>{t('files:noQuestion')}</p>}
				{question !== '' && <Question id={turn.question.id} text={question} />}
				{!running && !imported && text.trim() === '' && <small>{t('notSent')}</small>}
			</div>
			<div className={css['answer']} data-answer data-selected={selected} aria-busy={running}>
				<h2 className="visually-hidden">
					{t('answer')}
					{selected && ` (${t('selected')})`}
				</h2>
				{text !== '' && <Markdown text={text} growing={running} />}
				{running && text === '' && <Waiting turn={turn} />}
				{!running && text === '' && <Nothing turn={turn} />}
				{waitsForMore && <Waiting turn={turn} />}
				{continuable && turn.state === 'complete' && offersToContinue && <CutNote turnId={turn.id} />}
				{turn.unsaved && (
					<p className={css['unsaved']} role="status">
						{t('unsaved')}
					</p>
				)}
				{turn.failure !== null && !running && (
					<FailureCard turn={turn} failure={turn.failure} last={last && !readOnly} onInspect={onInspect} />
				)}
				{turn.state !== 'failed' && (
					<div className={css['foot']}>
						{running ? (
							text !== '' &&
							!waitsForMore && (
								<p className={css['streaming']}>
									{t(turn.exchanges.at(-1)?.continues ? 'continuation:continuing' : 'streaming')}
								</p>
							)
						) : (
							<MetaLine turn={turn} />
						)}
						{!running && (
							<div className={css['actions']}>
								{text !== '' && <CopyButton label={t('copyAnswer')} text={() => text} />}
								{continuable && turn.state !== 'complete' && turn.failure === null && (
									<IconButton small label={t('continuation:here')} onClick={() => void goOn(turn.id)}>
										<StepForward size={14} />
									</IconButton>
								)}
								{retryable && turn.failure === null && (
									<IconButton small label={t('tryAgain')} onClick={() => void retry(turn.id)}>
										<RotateCcw size={14} />
									</IconButton>
								)}
								{turn.failure === null && (
									<IconButton small label={t('inspect')} aria-pressed={selected} onClick={inspect}>
										<ScanSearch size={14} />
									</IconButton>
								)}
							</div>
						)}
					</div>
				)}
			</div>
		</section>
	);
});

/** What the state does not tell: whether words have come. For tests and styles. */
function phaseOf(turn: Turn, text: string): 'waiting' | 'streaming' | 'ended' {
	if (turn.state !== 'running') return 'ended';
	return text === '' ? 'waiting' : 'streaming';
}

/** A further call is under way, and nothing of its text has come. */
function isAwaited({ exchanges }: Turn): boolean {
	const exchange = exchanges.at(-1);
	return exchange?.continues === true && exchange.firstTokenMs === null;
}

function Nothing({ turn }: { readonly turn: Turn }) {
	const { t } = useTranslation('chat');
	if (turn.state === 'stopped') return <p className={css['nothing']}>{t('stoppedEmpty')}</p>;
	if (turn.state === 'interrupted') return <p className={css['nothing']}>{t('interruptedEmpty')}</p>;
	if (turn.state === 'complete') return <p className={css['nothing']}>{t('emptyAnswer')}</p>;
	return null;
}
