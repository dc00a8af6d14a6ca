import { useVirtualizer } from '@tanstack/react-virtual';
import type { ReactNode } from 'react';
import { useRef } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { StreamPanel } from '../../src/renderer/inspector/stream/stream-panel.tsx';
import '../../src/renderer/styles/base.css';
import '../../src/renderer/styles/tokens.css';
import type { Frame } from '../../src/shared/model/exchange.ts';

const FRAMES = 20_000;
const ROW = 24;
/** So many steps are scrolled, one with each frame of the display. */
const STEPS = 120;

/** A list of as many empty rows: what scrolling costs before anything is shown. */
function Empty() {
	const scroller = useRef<HTMLDivElement>(null);
	const virtual = useVirtualizer({
		count: FRAMES,
		getScrollElement: () => scroller.current,
		estimateSize: () => ROW,
		overscan: 8,
	});
	return (
		<div ref={scroller} style={{ height: '100%', overflowY: 'auto' }}>
			<div style={{ position: 'relative', height: virtual.getTotalSize() }}>
				{virtual.getVirtualItems().map(({ key, start }) => (
					<div key={key} style={{ position: 'absolute', height: ROW, transform: `translateY(${start}px)` }} />
				))}
			</div>
		</div>
	);
}

/** The Stream tab, as it is in the app. */
function Stream() {
	const frames = { frames: made, total: FRAMES, trailingBytes: 0, known: true, failure: null };
	return <StreamPanel attemptId="bench" frames={frames} size={FRAMES * 200} arriving={false} onRetry={() => {}} />;
}

const made: readonly Frame[] = Array.from({ length: FRAMES }, (_, at) => ({
	index: at + 1,
	offset: at * 200,
	length: 200,
	atMs: at * 12,
	gapMs: at === 0 ? null : 12,
	messageType: 'event',
	eventType: 'contentBlockDelta',
	headers: [{ name: ':event-type', type: 'string', value: 'contentBlockDelta' }],
	payload: JSON.stringify({ contentBlockIndex: 0, delta: { text: ` 岩盤 bedrock ${at}` }, p: 'abcdefghijkl' }),
	chunk: null,
	preludeChecksumValid: true,
	messageChecksumValid: true,
}));

const lists: Readonly<Record<string, () => ReactNode>> = { empty: Empty, stream: Stream };

/** Scrolls through a list, some pixels with each frame of the display; how long each took, milliseconds. */
export async function scrollFrames(name: keyof typeof lists, step: number): Promise<readonly number[]> {
	const List = lists[name];
	if (List === undefined) throw new Error(`There is no list ${name}.`);
	const element = document.createElement('div');
	element.style.cssText = 'display: flex; flex-direction: column; width: 480px; height: 700px';
	document.getElementById('root')?.replaceChildren(element);
	const root = createRoot(element);
	flushSync(() => root.render(<List />));
	const scroller = [element, ...element.querySelectorAll('*')].find(
		(one) => one.scrollHeight > 100_000 && getComputedStyle(one).overflowY === 'auto',
	);
	if (scroller === undefined) throw new Error('Nothing scrolls.');
	const times: number[] = [];
	let before = await nextFrame();
	for (let count = 1; count <= STEPS; count++) {
		scroller.scrollTop = count * step;
		const now = await nextFrame();
		times.push(now - before);
		before = now;
	}
	root.unmount();
	return times;
}

function nextFrame(): Promise<number> {
	return new Promise((resolve) => requestAnimationFrame(() => resolve(performance.now())));
}
