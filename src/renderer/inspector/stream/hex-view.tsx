import { useVirtualizer } from '@tanstack/react-virtual';
import type { KeyboardEvent, PointerEvent } from 'react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../../ui/class-names.ts';
import css from './frame-bytes.module.css';
import { hexKey } from './hex-keys.ts';
import { useBytesPerLine } from './use-bytes-per-line.ts';

/** Height of a line; pixels. */
const LINE = 18;

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
	const virtual = useVirtualizer({
		count: Math.ceil(bytes.length / perLine),
		getScrollElement: () => scroller.current,
		estimateSize: () => LINE,
		overscan: 6,
	});
	useEffect(() => {
		if (to > from && scroller.current?.matches(':hover, :focus') === false) {
			virtual.scrollToIndex(Math.floor(from / perLine), { align: 'auto' });
		}
	}, [from, to, perLine, virtual]);
	const onKeyDown = (event: KeyboardEvent): void => {
		const next = hexKey(event.key, cursor, bytes.length, perLine);
		if (next === null || event.ctrlKey || event.metaKey || event.altKey) return;
		event.preventDefault();
		setCursor(next);
		onPoint(null);
		onChoose(next);
		virtual.scrollToIndex(Math.floor(next / perLine), { align: 'auto' });
	};
	const byteOf = (event: PointerEvent): number | null => {
		const byte = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-at]') : null;
		return byte === null ? null : Number(byte.dataset['at']);
	};
	return (
		<div
			ref={scroller}
			className={css['hex']}
			role="group"
			tabIndex={0}
			aria-label={t('hexView')}
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
					const line = Array.from(bytes.subarray(offset, offset + perLine), (byte, place) => ({
						byte,
						at: offset + place,
					}));
					const look = (at: number) => classNames(at >= from && at < to && css['lit'], at === cursor && css['cursor']);
					return (
						<div key={index} className={css['line']} style={{ transform: `translateY(${start}px)` }}>
							<i>{offset.toString(16).padStart(6, '0')}</i>
							<span style={{ width: `${perLine * 3}ch` }}>
								{line.map(({ byte, at }) => (
									<code key={at} data-at={at} className={look(at)}>
										{byte.toString(16).padStart(2, '0')}{' '}
									</code>
								))}
							</span>
							<span>
								{line.map(({ byte, at }) => (
									<code key={at} data-at={at} className={look(at)}>
										{byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '.'}
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
