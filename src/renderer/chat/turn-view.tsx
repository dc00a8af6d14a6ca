import { CopyPlus, RotateCcw, ScanSearch, StepForward } from 'lucide-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { canContinue, canRetry, cutWithin, soundPart, toolsWaiting } from '../../shared/answers/can-continue.ts';
import { textOf } from '../../shared/model/content.ts';
import type { Turn } from '../../shared/model/conversation.ts';
import { isInvoke } from '../../shared/model/operation.ts';
import { QuestionFiles } from '../attachments/question-files.tsx';
import { FailureCard } from '../failures/failure-card.tsx';
import { useApp } from '../state/app-store.ts';
import { isReadOnly, openConversation } from '../state/conversations.ts';
import { select } from '../state/selection.ts';
import { goOn, retry } from '../state/turns.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { answerAsText, hasMoreThanText } from './blocks/answer-as-text.ts';
import { AnswerBlocks } from './blocks/answer-blocks.tsx';
import { StopNote } from './blocks/stop-note.tsx';
import { CutNote } from './cut-note.tsx';
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
	/** False: the question stands elsewhere, for several answers. */
	readonly withQuestion?: boolean;
}

/** A user message and its answer, in whatever state that is. */
export const TurnView = memo(function TurnView({ turn, last, onInspect, withQuestion = true }: Props) {
	const { t } = useTranslation(['chat', 'blocks', 'continuation', 'files']);
	const selected = useApp((state) => state.selection?.turnId === turn.id);
	const readOnly = useApp(isReadOnly);
	const imported = useApp((state) => openConversation(state)?.imported !== undefined);
	const content = turn.answer?.content ?? NOTHING;
	const text = textOf(content);
	const empty = content.length === 0;
	const question = textOf(turn.question.content);
	const nothingAsked = question === '' && turn.question.content.every(({ type }) => type === 'text');
	const running = turn.state === 'running';
	const editable = last && !readOnly;
	const retryable = editable && canRetry(turn);
	const offersToContinue = useApp((state) => state.settings.continuation.mode !== 'off');
	const continuable = editable && canContinue(turn);
	const cut = cutWithin(turn);
	const waitsForMore = running && !empty && isAwaited(turn);
	const inspect = () => {
		select({ turnId: turn.id, exchangeId: null });
		onInspect();
	};
	return (
		<section
			data-turn-id={turn.id}
			data-last={last}
			data-state={turn.state}
			data-phase={phaseOf(turn)}
			data-calls={turn.exchanges.length}
		>
			{withQuestion && (
				<div className={css['question']}>
					<h2 className="visually-hidden">{t('you')}</h2>
					<QuestionFiles conversationId={turn.conversationId} content={turn.question.content} />
					{nothingAsked && <p className={css['nothing']}>{t(imported ? 'files:noQuestion' : 'blankQuestion')}</p>}
					{question !== '' && <Question id={turn.question.id} text={question} />}
					{!running && !imported && isUnheard(turn, last) && <small>{t('notSent')}</small>}
				</div>
			)}
			<div className={css['answer']} data-answer data-selected={selected} aria-busy={running}>
				<h2 className="visually-hidden">
					{t('answer')}
					{selected && ` (${t('selected')})`}
				</h2>
				{!empty && <AnswerBlocks turn={turn} answerable={editable} />}
				{running && empty && <Waiting turn={turn} />}
				{!running && empty && <Nothing turn={turn} />}
				{waitsForMore && <Waiting turn={turn} />}
				{continuable && cut === 'text' && offersToContinue && <CutNote turn={turn} />}
				<StopNote turn={turn} actionable={editable} onInspect={onInspect} />
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
							!empty && !waitsForMore && <p className={css['streaming']}>{t(doing(turn))}</p>
						) : (
							<MetaLine turn={turn} />
						)}
						{!running && (
							<div className={css['actions']}>
								{text !== '' && <CopyButton label={t('copyAnswer')} text={() => text} />}
								{hasMoreThanText(content) && (
									<CopyButton
										label={t('blocks:copyAll')}
										text={() => answerAsText(content)}
										icon={<CopyPlus size={14} aria-hidden />}
									/>
								)}
								{continuable && cut === null && turn.failure === null && (
									<IconButton small label={t('continuation:here')} onClick={() => void goOn(turn.id)}>
										<StepForward size={14} />
									</IconButton>
								)}
								{retryable && cut === null && turn.failure === null && (
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

const NOTHING: readonly never[] = [];

/** What the state does not tell: whether something of the answer has come. For tests and styles. */
function phaseOf({ state, answer }: Turn): 'waiting' | 'streaming' | 'ended' {
	if (state !== 'running') return 'ended';
	return answer === null || answer.content.length === 0 ? 'waiting' : 'streaming';
}

/** What a running call brings at the moment. */
function doing({ answer, exchanges }: Turn) {
	const last = answer?.content.at(-1)?.type;
	if (last === 'reasoning') return 'blocks:thoughts.thinking';
	if (last === 'tool-use') return 'blocks:usingTool';
	const exchange = exchanges.at(-1);
	return exchange?.continues && !exchange.answersTools ? 'continuation:continuing' : 'streaming';
}

/** Whether question and answer are left out of what is sent next. Vectors are no talk, and what still waits may become some. */
function isUnheard(turn: Turn, last: boolean): boolean {
	const content = turn.answer?.content ?? NOTHING;
	if (content.some(({ type }) => type === 'embedding') || (last && toolsWaiting(turn).length > 0)) return false;
	return soundPart(content).every((block) => block.type !== 'tool-result' && textOf([block]).trim() === '');
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
	const last = turn.exchanges.at(-1);
	const unread = last !== undefined && isInvoke(last.operation) && last.family === null;
	if (turn.state === 'complete') return <p className={css['nothing']}>{t(unread ? 'unreadAnswer' : 'emptyAnswer')}</p>;
	return null;
}
