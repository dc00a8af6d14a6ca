import { memo, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { isJson, toolsWaiting } from '../../../shared/answers/can-continue.ts';
import { isCutOff } from '../../../shared/answers/stop-reason.ts';
import type { ToolUseBlock } from '../../../shared/model/content.ts';
import type { Turn } from '../../../shared/model/conversation.ts';
import { useApp } from '../../state/app-store.ts';
import { settingsOf } from '../../state/conversations.ts';
import { Markdown } from '../markdown/markdown.tsx';
import css from './answer-blocks.module.css';
import { SourcesContext } from './citation-mark.tsx';
import { Embeddings } from './embeddings.tsx';
import { JsonAnswer } from './json-answer.tsx';
import type { Piece, TextPiece } from './pieces.ts';
import { piecesOf } from './pieces.ts';
import { SendResults } from './send-results.tsx';
import { ServiceTool } from './service-tool.tsx';
import { Sources } from './sources.tsx';
import { Thoughts } from './thoughts.tsx';
import type { ToolState } from './tool-card.tsx';
import { ToolCard, ToolResult } from './tool-card.tsx';

interface Props {
	readonly turn: Turn;
	/** The results of its tools can be given here: it is the last turn, and no read-only one. */
	readonly answerable: boolean;
}

const NOTHING: readonly never[] = [];

/** What an answer consists of, in the order in which it came. */
export function AnswerBlocks({ turn, answerable }: Props) {
	const content = turn.answer?.content ?? NOTHING;
	const { pieces, sources } = useMemo(() => piecesOf(content), [content]);
	const running = turn.state === 'running';
	const waiting = answerable && !running ? toolsWaiting(turn) : NOTHING;
	const tools = useApp((state) => settingsOf(state, turn.conversationId).tools);
	const own = tools.filter(({ builtIn }) => builtIn !== null).map(({ name }) => name);
	const last = turn.exchanges.at(-1);
	const structured = last?.structured === true;
	return (
		<SourcesContext value={sources}>
			<div className={css['blocks']} data-blocks>
				{pieces.map((piece, index) => {
					const growing = running && index === pieces.length - 1;
					switch (piece.type) {
						case 'text':
							return (
								<TextBlock
									key={piece.key}
									start={piece.start}
									length={piece.length}
									markdown={piece.markdown}
									growing={growing}
									cut={isCutOff(last?.stopReason ?? null)}
									structured={structured && index === pieces.length - 1}
								/>
							);
						case 'thoughts':
							return (
								<Thoughts
									key={piece.key}
									block={piece.block}
									growing={growing && piece.block.signature === null}
									broken={index === pieces.length - 1 && brokeOff(turn)}
								/>
							);
						case 'tool':
							return (
								<ToolCard
									key={piece.key}
									turnId={turn.id}
									use={piece.use}
									result={piece.result}
									state={stateOf(piece, turn, waiting)}
									builtIn={own.includes(piece.use.name)}
								/>
							);
						case 'result':
							return <Orphan key={piece.key} piece={piece} />;
						case 'service':
							return <ServiceTool key={piece.key} block={piece.block} growing={growing} />;
						case 'embeddings':
							return <Embeddings key={piece.key} blocks={piece.blocks} />;
						default:
							return null;
					}
				})}
				{!running && <Sources sources={sources} />}
				{waiting.length > 0 && <SendResults turnId={turn.id} uses={waiting} own={own} />}
			</div>
		</SourcesContext>
	);
}

interface TextProps extends Omit<TextPiece, 'type'> {
	readonly growing: boolean;
	readonly structured: boolean;
	readonly cut: boolean;
}

/** The inspector finds an answer's words by where they begin in its text. */
const TextBlock = memo(function TextBlock({ start, length, markdown, growing, structured, cut }: TextProps) {
	return (
		<div data-text-start={start} data-text-length={length}>
			{structured ? (
				<JsonAnswer text={markdown} growing={growing} cut={cut} />
			) : (
				<Markdown text={markdown} growing={growing} />
			)}
		</div>
	);
});

/** Whether an answer ended before its end. */
function brokeOff({ state, exchanges }: Turn): boolean {
	return state !== 'running' && (state !== 'complete' || isCutOff(exchanges.at(-1)?.stopReason ?? null));
}

function stateOf(
	{ use, result, last }: Extract<Piece, { type: 'tool' }>,
	turn: Turn,
	waiting: readonly ToolUseBlock[],
): ToolState {
	if (result !== null) return 'answered';
	const whole = use.input === '' || isJson(use.input);
	if (turn.state === 'running') return last ? 'writing' : 'asked';
	if (waiting.includes(use)) return 'waiting';
	return whole ? 'unanswered' : 'cut';
}

function Orphan({ piece }: { readonly piece: Extract<Piece, { type: 'result' }> }) {
	const { t } = useTranslation('blocks');
	const { result } = piece;
	return (
		<div className={css['orphan']}>
			<p>{t('tool.orphan', { id: result.toolUseId })}</p>
			<ToolResult result={result} name={result.toolUseId} />
		</div>
	);
}
