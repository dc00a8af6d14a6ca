import { useVirtualizer } from '@tanstack/react-virtual';
import type { CSSProperties, KeyboardEvent, PointerEvent } from 'react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../../ui/class-names.ts';
import css from './frame-bytes.module.css';
import { hexKey } from './hex-keys.ts';
import { reveal } from './reveal.ts';
import { useBytesPerLine } from './use-bytes-per-line.ts';

/** Height of a line, and the space above the first and below the last one; pixels. */
const LINE = 18;
const AROUND = 4;
/** As many lines are shown before the rest is scrolled to. */
const MOST_LINES = 8;
/** Chromium draws nothing that lies lower than some 33 million pixels. */
const HIGHEST = 30_000_000;

interface Props {
	readonly bytes: Uint8Array;
	/** The bytes to mark: from this one up to, but not with, `to`. */
	readonly from: number;
	readonly to: number;
	readonly onChoose: (at: number) => void;
	readonly onPoint: (at: number | null) => void;
}

/** Bytes in hex and ASCII. Only the lines in view are drawn. */
export function HexView({ bytes, from, to, onChoose, onPoint }: Props) {
	const { t } = useTranslation('inspector');
	const scroller = useRef<HTMLDivElement>(null);
	const perLine = useBytesPerLine(scroller);
	const [cursor, setCursor] = useState(0);
	const lines = Math.min(Math.ceil(bytes.length / perLine), Math.floor(HIGHEST / LINE));
	const virtual = useVirtualizer({
		count: lines,
		getScrollElement: () => scroller.current,
		estimateSize: () => LINE,
		overscan: 6,
	});
	useEffect(() => {
		const { current } = scroller;
		if (current === null || current.matches(':hover:not(:focus)')) return;
		if (current.matches(':focus')) revealBytes(current, cursor, cursor + 1, perLine);
		else if (to > from) revealBytes(current, from, to, perLine);
	}, [from, to, perLine, cursor]);
	const onKeyDown = (event: KeyboardEvent): void => {
		const next = hexKey(event.key, cursor, bytes.length, perLine);
		if (next === null || event.ctrlKey || event.metaKey || event.altKey) return;
		event.preventDefault();
		setCursor(next);
		onChoose(next);
	};
	const byteOf = (event: PointerEvent): number | null => {
		const byte = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-at]') : null;
		return byte === null ? null : Number(byte.dataset['at']);
	};
	const hexOf = (at: number): string => (bytes[at] ?? 0).toString(16).padStart(2, '0');
	return (
		<div
			ref={scroller}
			className={css['hex']}
			// A screen reader hears the byte that the arrow keys come to.
			role="slider"
			tabIndex={0}
			aria-label={t('hexView')}
			aria-orientation="vertical"
			aria-valuemin={0}
			aria-valuemax={Math.max(0, bytes.length - 1)}
			aria-valuenow={cursor}
			aria-valuetext={`${cursor}: 0x${hexOf(cursor)}`}
			style={{ '--hex': `${Math.min(lines, MOST_LINES) * LINE + 2 * AROUND}px` } as CSSProperties}
			onKeyDown={onKeyDown}
			onPointerMove={(event) => onPoint(byteOf(event))}
			onPointerLeave={() => onPoint(null)}
			onPointerDown={(event) => {
				const at = byteOf(event);
				if (at === null) return;
				setCursor(at);
				onChoose(at);
			}}
		>
			<div className={css['lines']} style={{ height: virtual.getTotalSize() }}>
				{virtual.getVirtualItems().map(({ index, start }) => {
					const offset = index * perLine;
					const line = Array.from(bytes.subarray(offset, offset + perLine), (_, place) => offset + place);
					const look = (at: number) => classNames(at >= from && at < to && css['lit'], at === cursor && css['cursor']);
					return (
						<div key={index} className={css['line']} style={{ transform: `translateY(${start}px)` }}>
							<i>{offset.toString(16).padStart(6, '0')}</i>
							<span style={{ width: `${perLine * 3}ch` }}>
								{line.map((at) => (
									<code key={at} data-at={at} className={look(at)}>
										{hexOf(at)}{' '}
									</code>
								))}
							</span>
							<span>
								{line.map((at) => (
									<code key={at} data-at={at} className={look(at)}>
										{asciiOf(bytes[at] ?? 0)}
									</code>
								))}
							</span>
						</div>
					);
				})}
			</div>
		</div>
	);
}

function asciiOf(byte: number): string {
	return byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '.';
}

function revealBytes(scroller: HTMLElement, first: number, end: number, perLine: number): void {
	const [top, bottom] = [Math.floor(first / perLine), Math.floor((end - 1) / perLine) + 1];
	reveal(scroller, top * LINE, bottom * LINE + 2 * AROUND);
}
