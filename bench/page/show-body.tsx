import { json } from '@codemirror/lang-json';
import { defaultHighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { EditorState } from '@codemirror/state';
import { EditorView, lineNumbers } from '@codemirror/view';
import { createORPCClient } from '@orpc/client';
import JsonView from '@uiw/react-json-view';
import { createRoot } from 'react-dom/client';
import { BodyView } from '../../src/renderer/inspector/body/body-view.tsx';
import panel from '../../src/renderer/inspector/inspector.module.css';
import type { Client } from '../../src/renderer/state/client.ts';
import { setClient } from '../../src/renderer/state/client.ts';
import { formatJson } from '../../src/shared/json-format.ts';
import { bodies } from './large-bodies.ts';

/** What it took to show a body. */
interface Shown {
	/** Until its first lines were drawn, and until all of it was there to be scrolled through; milliseconds. */
	readonly firstMs: number;
	readonly wholeMs: number;
	/** The longest time for which the page could not answer; 0: none of 50 ms or more. */
	readonly blockedMs: number;
	/** Elements in the page. */
	readonly nodes: number;
}

/** Shows a body, and gives a way to take it away. */
type Viewer = (parent: HTMLElement, body: string) => () => void;

/** CodeMirror as its manual says, with the text laid out before the clock starts. */
const codeMirror: Viewer = (parent, text) => {
	const extensions = [lineNumbers(), json(), syntaxHighlighting(defaultHighlightStyle), EditorView.editable.of(false)];
	const view = new EditorView({ parent, state: EditorState.create({ doc: text, extensions }) });
	return () => view.destroy();
};

const reactJsonView: Viewer = (parent, body) => {
	const root = createRoot(parent);
	root.render(<JsonView value={JSON.parse(body)} />);
	return () => root.unmount();
};

/** The app's own, from what main sends. */
const outcrop: Viewer = (parent, base64) => {
	setClient(createORPCClient<Client>({ call: () => Promise.resolve({ base64, size: base64.length * 0.75 }) }));
	const root = createRoot(parent);
	root.render(
		<div className={panel['panel']}>
			<BodyView
				attemptId="bench"
				side="request"
				info={{ size: base64.length * 0.75, sha256: null }}
				json
				arriving={false}
				fields={{ kind: 'body', side: 'request', operation: 'Converse', family: null }}
			/>
		</div>,
	);
	return () => root.unmount();
};

const viewers = {
	'bare CodeMirror 6': { show: codeMirror, given: (body: string) => formatJson(body).text },
	'@uiw/react-json-view': { show: reactJsonView, given: (body: string) => body },
	'the inspector': { show: outcrop, given: base64Of },
} as const;

/** Shows a body of about as many bytes, and measures. */
export async function showBody(name: keyof typeof viewers, kind: keyof typeof bodies, bytes: number): Promise<Shown> {
	const element = document.createElement('div');
	element.style.cssText = 'display: flex; flex-direction: column; width: 480px; height: 700px; overflow-y: auto';
	document.getElementById('root')?.replaceChildren(element);
	const { show, given } = viewers[name];
	const body = given(bodies[kind](bytes));
	await quiet();
	// What is drawn is drawn with a frame: all begin with one.
	await nextFrame();
	const blocked: number[] = [];
	const observer = new PerformanceObserver((list) => blocked.push(...list.getEntries().map((task) => task.duration)));
	observer.observe({ type: 'longtask' });
	const start = performance.now();
	const close = show(element, body);
	await when(element, () => /"messages"/.test(element.textContent ?? ''));
	await nextFrame();
	await nextFrame();
	const firstMs = performance.now() - start;
	await when(element, () => element.querySelector('[data-body-state="arriving"]') === null);
	await nextFrame();
	await nextFrame();
	const wholeMs = performance.now() - start;
	await quiet();
	observer.disconnect();
	const nodes = element.querySelectorAll('*').length;
	close();
	element.remove();
	return { firstMs, wholeMs, blockedMs: Math.max(0, ...blocked), nodes };
}

function base64Of(text: string): string {
	const bytes = new TextEncoder().encode(text);
	let binary = '';
	for (let at = 0; at < bytes.length; at += 8192) binary += String.fromCharCode(...bytes.subarray(at, at + 8192));
	return btoa(binary);
}

/** When something holds of what an element has in it. */
function when(element: Element, holds: () => boolean): Promise<void> {
	return new Promise((resolve) => {
		const look = (): void => {
			if (!holds()) return;
			observer.disconnect();
			resolve();
		};
		const observer = new MutationObserver(look);
		observer.observe(element, { childList: true, subtree: true, characterData: true, attributes: true });
		look();
	});
}

/** When nothing more is to be done at once. */
function quiet(): Promise<unknown> {
	return new Promise((resolve) => requestIdleCallback(resolve));
}

function nextFrame(): Promise<number> {
	return new Promise((resolve) => requestAnimationFrame(resolve));
}
