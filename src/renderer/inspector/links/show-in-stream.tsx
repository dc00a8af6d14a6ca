import { ScanSearch } from 'lucide-react';
import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { pixelScale } from '../../presenter/presenter-look.ts';
import { reportProblem } from '../../state/errors.ts';
import { showFrame } from '../../state/inspector-focus.ts';
import { select } from '../../state/selection.ts';
import { Button } from '../../ui/button.tsx';
import type { RenderedRun } from './answer-of-turn.ts';
import { runAround, turnOf } from './answer-of-turn.ts';
import { sourcePlace } from './answer-text.ts';
import { findFrame, streamedCalls } from './find-frame.ts';
import css from './links.module.css';

/** Below the selection; pixels. */
const GAP = 6;

/** Words of a streamed answer that are selected. */
interface Picked {
	readonly turnId: string;
	readonly run: RenderedRun;
	readonly range: Range;
	/** Where the button stands in the window. */
	readonly left: number;
	readonly top: number;
}

/** While words of a streamed answer are selected: a button beside them that leads to the frame which brought them. */
export function ShowInStream({ onInspect }: { readonly onInspect: () => void }) {
	const { t } = useTranslation('stream');
	const picked = usePicked();
	const [missed, setMissed] = useState<Range | null>(null);
	if (picked === null) return null;
	const show = (): void => {
		lead(picked, onInspect)
			.then((found) => setMissed(found ? null : picked.range))
			.catch(reportProblem);
	};
	return createPortal(
		<Button
			className={css['floating'] ?? ''}
			style={{ left: picked.left / pixelScale(), top: picked.top / pixelScale() }}
			// The selection has to outlive the press.
			onPointerDown={(event) => event.preventDefault()}
			onClick={show}
		>
			<ScanSearch size={14} strokeWidth={1.6} aria-hidden />
			<span aria-live="polite">{t(missed === picked.range ? 'notInStream' : 'showInStream')}</span>
		</Button>,
		document.body,
	);
}

async function lead({ turnId, run, range }: Picked, onInspect: () => void): Promise<boolean> {
	const turn = turnOf(turnId);
	const place = sourcePlace(run.root, run.source, range);
	const found = turn === null || place === null ? null : await findFrame(turn, run.start + place);
	if (found === null) return false;
	// Reading its frames takes a moment, in which another conversation may have been opened.
	if (turnOf(turnId) === null) return true;
	select({ turnId, exchangeId: found.exchangeId });
	onInspect();
	showFrame(found);
	document.getSelection()?.removeAllRanges();
	return true;
}

function usePicked(): Picked | null {
	const [picked, setPicked] = useState<Picked | null>(null);
	useEffect(() => {
		const over = new AbortController();
		const { signal } = over;
		const read = (): void => setPicked(pickedNow());
		let pressed = false;
		document.addEventListener(
			'pointerdown',
			() => {
				pressed = true;
			},
			{ signal },
		);
		document.addEventListener(
			'pointerup',
			() => {
				pressed = false;
				read();
			},
			{ signal },
		);
		document.addEventListener(
			'selectionchange',
			() => {
				// While it is being drawn with the pointer, nothing stands in its way.
				if (!pressed) read();
				else if (document.getSelection()?.isCollapsed !== false) setPicked(null);
			},
			{ signal },
		);
		window.addEventListener('scroll', read, { capture: true, passive: true, signal });
		window.addEventListener('resize', read, { signal });
		return () => over.abort();
	}, []);
	return picked;
}

function pickedNow(): Picked | null {
	const selection = document.getSelection();
	if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null;
	const range = selection.getRangeAt(0);
	const element = elementOf(range.startContainer);
	const turnId = element?.closest<HTMLElement>('[data-turn-id]')?.dataset['turnId'];
	const turn = turnId === undefined ? null : turnOf(turnId);
	const run = turn === null ? null : runAround(element, turn);
	if (turnId === undefined || turn === null || run === null || streamedCalls(turn).length === 0) return null;
	const scroller = run.root.closest('[data-long]')?.getBoundingClientRect();
	const rect = [...range.getClientRects()].findLast(({ width }) => width > 0);
	if (rect === undefined || scroller === undefined) return null;
	if (rect.bottom < scroller.top || rect.bottom > scroller.bottom) return null;
	return { turnId, run, range, left: Math.max(scroller.left + GAP, rect.left), top: rect.bottom + GAP };
}

function elementOf(node: Node): Element | null {
	return node instanceof Element ? node : node.parentElement;
}
