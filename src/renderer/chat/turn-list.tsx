import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import type { FocusEvent, RefObject } from 'react';
import { useState } from 'react';
import type { ContentBlock } from '../../shared/model/content.ts';
import { textOf } from '../../shared/model/content.ts';
import type { Turn } from '../../shared/model/conversation.ts';
import { shownLength } from './question.tsx';
import css from './turn-list.module.css';
import { TurnView } from './turn-view.tsx';

/** Up to here, some 150 messages, all are in the page: the browser's find and selection reach every word. */
const ALL_IN_PAGE = 75;
/** Rows beyond the visible ones, so that Tab always finds the next. */
const BEYOND = 4;
/** How high a turn may be before it was seen: its frame, and lines of some 50 characters. CSS pixels. */
const FRAME = 130;
const LINE = 27;
const CHARACTERS = 50;
/** Of blocks other than text: closed thoughts, a card without its input, a vector, a line of code, and the most of code. */
const CLOSED = 36;
const CARD = 66;
const VECTOR = 130;
const CODE_LINE = 21;
const HIGHEST = 300;
/** The space above the list, as in chat.module.css. */
const ABOVE = 26;

interface Props {
	readonly turns: readonly Turn[];
	readonly scroller: RefObject<HTMLElement | null>;
	readonly onInspect: () => void;
}

/** Whether a conversation is so long that only what is in view is in the page. */
export function isLong(turns: readonly Turn[]): boolean {
	return turns.length > ALL_IN_PAGE;
}

/** The turns of a conversation. One per conversation (`key`): it remembers how high each turn is. */
export function TurnList(props: Props) {
	const { turns, onInspect } = props;
	if (isLong(turns)) return <LongList {...props} />;
	return turns.map((turn, index) => (
		<TurnView key={turn.id} turn={turn} last={index === turns.length - 1} onInspect={onInspect} />
	));
}

function LongList({ turns, scroller, onInspect }: Props) {
	const [focused, setFocused] = useState(-1);
	const virtual = useVirtualizer({
		count: turns.length,
		getScrollElement: () => scroller.current,
		getItemKey: (index) => turns[index]?.id ?? index,
		estimateSize: (index) => height(turns[index]),
		initialOffset: () => turns.reduce((sum, turn) => sum + height(turn), 0),
		overscan: BEYOND,
		scrollMargin: ABOVE,
		anchorTo: 'end',
		// What has the focus stays in the page, or the focus would be lost.
		rangeExtractor: (range) => {
			const shown = defaultRangeExtractor(range);
			if (focused < 0 || focused >= turns.length || shown.includes(focused)) return shown;
			return [...shown, focused].toSorted((left, right) => left - right);
		},
	});
	const focus = (event: FocusEvent) => {
		const row = event.target.closest<HTMLElement>('[data-index]');
		setFocused(row === null ? -1 : Number(row.dataset['index']));
	};
	return (
		<ol
			className={css['list']}
			style={{ height: virtual.getTotalSize() }}
			onFocus={focus}
			onBlur={() => setFocused(-1)}
		>
			{virtual.getVirtualItems().map(({ index, key, start }) => {
				const turn = turns[index];
				return turn === undefined ? null : (
					<li
						key={key}
						ref={virtual.measureElement}
						data-index={index}
						aria-posinset={index + 1}
						aria-setsize={turns.length}
						style={{ transform: `translateY(${start - ABOVE}px)` }}
					>
						<TurnView turn={turn} last={index === turns.length - 1} onInspect={onInspect} />
					</li>
				);
			})}
		</ol>
	);
}

function height(turn: Turn | undefined): number {
	if (turn === undefined) return FRAME;
	const content = turn.answer?.content ?? [];
	const length = shownLength(textOf(turn.question.content)) + textOf(content).length;
	return FRAME + Math.ceil(length / CHARACTERS) * LINE + content.reduce((sum, block) => sum + heightOf(block), 0);
}

/** What a block other than text takes: thoughts are closed, input and results no higher than their places. */
function heightOf(block: ContentBlock): number {
	switch (block.type) {
		case 'reasoning':
			return CLOSED;
		case 'tool-use':
			return CARD + heightOfCode(block.input);
		case 'tool-result':
			return CLOSED + heightOfCode(block.text);
		case 'service-tool':
			return CARD + heightOfCode(block.input) + heightOfCode(block.result?.text ?? '');
		case 'embedding':
			return VECTOR;
		case 'text':
		case 'attachment':
		case 'search-result':
			return 0;
	}
}

function heightOfCode(text: string): number {
	return Math.min(HIGHEST, Math.ceil(text.length / CHARACTERS) * CODE_LINE);
}
