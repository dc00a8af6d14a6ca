import { memo } from 'react';
import type { Frame } from '../../../shared/model/exchange.ts';
import { classNames } from '../../ui/class-names.ts';
import { count } from '../../ui/quantities.ts';
import { FrameDetail } from './frame-detail.tsx';
import { excerptOf, leadingSpaces } from './frame-excerpt.ts';
import css from './stream-panel.module.css';

interface Props {
	readonly attemptId: string;
	readonly frame: Frame;
	/** All frames of its response that are held, for an open row; null: closed ones are not drawn anew as more arrive. */
	readonly frames: readonly Frame[] | null;
	readonly language: string;
	/** The row that the keyboard is at. */
	readonly active: boolean;
	readonly open: boolean;
}

/** The element id of a frame's row. */
export function rowId(index: number): string {
	return `frame-${index}`;
}

/** One frame as a row of the table and, when it is open, what is inside as a second one. */
export const FrameRow = memo(function FrameRow({ attemptId, frame, frames, language, active, open }: Props) {
	const excerpt = excerptOf(frame);
	const lead = excerpt.kind === 'text' ? leadingSpaces(excerpt.text) : 0;
	const number = (value: number): string => count(value, language);
	return (
		<>
			<tr
				id={rowId(frame.index)}
				data-row={frame.index}
				aria-level={1}
				aria-rowindex={frame.index + 1}
				aria-expanded={open}
				className={classNames(css['row'], css[excerpt.kind], active && css['active'], open && css['open'])}
			>
				<td className={css['number']}>{frame.index}</td>
				<td className={css['time']}>{number(frame.atMs)} ms</td>
				<td className={css['gap']}>{frame.gapMs === null ? '' : `+${number(frame.gapMs)}`}</td>
				<td className={css['event']} title={excerpt.type}>
					{excerpt.type}
				</td>
				<td className={css['size']}>{number(frame.length)}</td>
				<td className={css['content']}>
					{lead > 0 && <SpaceMarks count={lead} />}
					{excerpt.text.slice(lead)}
				</td>
			</tr>
			{open && frames !== null && (
				<tr aria-level={2} className={css['opened']}>
					<td colSpan={6}>
						<FrameDetail attemptId={attemptId} frame={frame} frames={frames} />
					</td>
				</tr>
			)}
		</>
	);
});

/** Spaces that are seen: each is a space in the text, with a quiet ␣ drawn over it (the bundled faces have no such sign). */
function SpaceMarks({ count: spaces }: { readonly count: number }) {
	return Array.from({ length: spaces }, (_, position) => position).map((position) => (
		<span key={position} className={css['space']}>
			{' '}
		</span>
	));
}
