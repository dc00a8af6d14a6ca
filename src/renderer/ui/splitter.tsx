import type { KeyboardEvent, PointerEvent } from 'react';
import { useRef } from 'react';
import { pixelScale } from '../presenter/presenter-look.ts';
import css from './splitter.module.css';

interface Props {
	readonly label: string;
	/** Width of the pane that it moves, CSS pixels. */
	readonly width: number;
	readonly min: number;
	readonly max: number;
	/** On which side of the splitter the pane is. */
	readonly side: 'left' | 'right';
	/** `done` false while it is dragged. */
	readonly onWidth: (width: number, done: boolean) => void;
}

const STEP = 16;

/** The edge of a pane: drag it, or move it with the arrow keys; Home and End go to the ends. */
export function Splitter({ label, width, min, max, side, onWidth }: Props) {
	const from = useRef<{ x: number; width: number } | null>(null);
	const clamp = (value: number) => Math.round(Math.min(max, Math.max(min, value)));
	const sign = side === 'left' ? 1 : -1;

	const drag = (event: PointerEvent<HTMLElement>, done: boolean) => {
		if (from.current === null) return;
		onWidth(clamp(from.current.width + (sign * (event.clientX - from.current.x)) / pixelScale()), done);
		if (done) from.current = null;
	};
	const key = (event: KeyboardEvent<HTMLElement>) => {
		const target = {
			ArrowLeft: width - sign * STEP,
			ArrowRight: width + sign * STEP,
			Home: min,
			End: max,
		}[event.key];
		if (target === undefined) return;
		event.preventDefault();
		onWidth(clamp(target), true);
	};

	return (
		<hr
			className={css['splitter']}
			data-side={side}
			tabIndex={0}
			aria-label={label}
			aria-orientation="vertical"
			aria-valuenow={width}
			aria-valuemin={min}
			aria-valuemax={max}
			onKeyDown={key}
			onPointerDown={(event) => {
				if (event.button !== 0) return;
				event.currentTarget.setPointerCapture(event.pointerId);
				from.current = { x: event.clientX, width };
			}}
			onPointerMove={(event) => drag(event, false)}
			onPointerUp={(event) => drag(event, true)}
			onPointerCancel={(event) => drag(event, true)}
		/>
	);
}
