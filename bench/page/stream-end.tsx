import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { Markdown } from '../../src/renderer/chat/markdown/markdown.tsx';
import '../../src/renderer/styles/base.css';
import '../../src/renderer/styles/tokens.css';

/** So much of the text comes with the display's frames, in steps of so many characters. */
const END = 12_000;
const STEP = 200;

/** What it took to draw a frame, script and layout and all; milliseconds. */
interface Drawn {
	/** The longest while the end of the answer came. */
	readonly longestMs: number;
	/** The one with which the answer was over. */
	readonly lastMs: number;
}

/** The chat's column with an answer whose end comes as a model sends it. */
export async function streamEnd(text: string): Promise<Drawn> {
	const element = document.createElement('div');
	element.style.cssText = 'width: 656px; height: 800px; overflow-y: auto';
	document.getElementById('root')?.replaceChildren(element);
	const root = createRoot(element);
	const draw = async (length: number, growing: boolean) => {
		const start = await nextFrame();
		flushSync(() => root.render(<Markdown text={text.slice(0, length)} growing={growing} />));
		element.scrollTop = element.scrollHeight;
		await afterFrame();
		return performance.now() - start;
	};
	for (let length = STEP * 5; length <= text.length - END; length += STEP * 5) {
		flushSync(() => root.render(<Markdown text={text.slice(0, length)} growing />));
	}
	await draw(text.length - END, true);
	const times: number[] = [];
	for (let length = text.length - END + STEP; length <= text.length; length += STEP)
		times.push(await draw(length, true));
	const lastMs = await draw(text.length, false);
	root.unmount();
	return { longestMs: Math.max(...times), lastMs };
}

function nextFrame(): Promise<number> {
	return new Promise((resolve) => requestAnimationFrame(() => resolve(performance.now())));
}

/** A message is handed over when the frame has been laid out and painted. */
function afterFrame(): Promise<unknown> {
	const { port1, port2 } = new MessageChannel();
	return new Promise((resolve) => {
		port1.onmessage = resolve;
		port2.postMessage(null);
	});
}
