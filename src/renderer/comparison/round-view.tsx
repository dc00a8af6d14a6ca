import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { textOf } from '../../shared/model/content.ts';
import type { Turn } from '../../shared/model/conversation.ts';
import { QuestionFiles } from '../attachments/question-files.tsx';
import { Question } from '../chat/question.tsx';
import { TurnView } from '../chat/turn-view.tsx';
import { useApp } from '../state/app-store.ts';
import { isReadOnly } from '../state/conversations.ts';
import { Button } from '../ui/button.tsx';
import { askHere } from './ask-columns.ts';
import css from './comparison.module.css';
import { SentBody } from './sent-body.tsx';

interface Props {
	/** A column each; null: it was not asked. */
	readonly cells: readonly (Turn | null)[];
	readonly columns: readonly string[];
	/** With the request bodies. */
	readonly bodies: boolean;
	/** The last round: a column that was not asked can be, too. */
	readonly last: boolean;
	readonly onInspect: () => void;
}

/** A question, once, and what the columns answered. */
export const RoundView = memo(
	function RoundView({ cells, columns, bodies, last, onInspect }: Props) {
		const { t } = useTranslation(['comparison', 'chat', 'files']);
		const asked = cells.find((turn) => turn !== null);
		if (asked === undefined) return null;
		const { question, conversationId } = asked;
		const text = textOf(question.content);
		return (
			<>
				<div className={css['question']} data-round>
					<div>
						<h2 className="visually-hidden">{t('chat:you')}</h2>
						<QuestionFiles conversationId={conversationId} content={question.content} />
						{text === '' && question.content.every(({ type }) => type === 'text') && (
							<p className={css['nothing']}>{t('files:noQuestion')}</p>
						)}
						{text !== '' && <Question id={question.id} text={text} />}
					</div>
				</div>
				{columns.map((id, index) => {
					const turn = cells[index] ?? null;
					return (
						<div key={id} className={css['cell']} data-column={id} data-cell={index + 1}>
							{turn === null ? (
								<NotAsked id={id} asked={asked} askable={last} />
							) : (
								<Answer turn={turn} number={index + 1} bodies={bodies} onInspect={onInspect} />
							)}
						</div>
					);
				})}
			</>
		);
	},
	(before, after) =>
		before.columns === after.columns &&
		before.bodies === after.bodies &&
		before.last === after.last &&
		before.cells.length === after.cells.length &&
		before.cells.every((turn, at) => turn === after.cells[at]),
);

function Answer({
	turn,
	number,
	bodies,
	onInspect,
}: {
	readonly turn: Turn;
	readonly number: number;
	readonly bodies: boolean;
	readonly onInspect: () => void;
}) {
	const last = useApp((state) => state.loaded[turn.conversationId]?.turns.at(-1)?.id === turn.id);
	return (
		<>
			{bodies && <SentBody turn={turn} number={number} />}
			<TurnView turn={turn} last={last} onInspect={onInspect} withQuestion={false} />
		</>
	);
}

function NotAsked({ id, asked, askable }: { readonly id: string; readonly asked: Turn; readonly askable: boolean }) {
	const { t } = useTranslation('comparison');
	const able = useApp((state) => state.linked && !isReadOnly(state) && state.running[id] === undefined);
	return (
		<p className={css['notAsked']}>
			<span>{t('notAsked')}</span>
			{askable && (
				<Button disabled={!able} onClick={() => void askHere(id, asked)}>
					{t('askHere')}
				</Button>
			)}
		</p>
	);
}
