import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { Markdown } from '../../src/renderer/chat/markdown/markdown.tsx';
import { parseMarkdown } from '../../src/renderer/chat/markdown/markdown-it.ts';
import { TokenNodes } from '../../src/renderer/chat/markdown/token-nodes.tsx';
import { tokenTree } from '../../src/renderer/chat/markdown/token-tree.ts';
import { startI18n } from '../../src/renderer/i18n/i18n.ts';
import { scrollFrames } from './scroll-frames.tsx';
import { showBody } from './show-body.tsx';
import { streamEnd } from './stream-end.tsx';

/** The same components, but the whole answer is parsed and rendered for each piece. */
function Whole({ text }: { readonly text: string }) {
	return <TokenNodes nodes={tokenTree(parseMarkdown(text))} />;
}

/** As the chat renders an answer that grows. */
function Incremental({ text }: { readonly text: string }) {
	return <Markdown text={text} growing />;
}

const renderers = { whole: Whole, incremental: Incremental } as const;

/** Renders a text that grows piece by piece, and lays each out as a frame would. */
function grow(name: keyof typeof renderers, text: string, step: number): void {
	const Renderer = renderers[name];
	const element = document.createElement('div');
	document.getElementById('root')?.replaceChildren(element);
	const root = createRoot(element);
	for (let end = step; end < text.length + step; end += step) {
		flushSync(() => root.render(<Renderer text={text.slice(0, end)} />));
		element.getBoundingClientRect();
	}
	root.unmount();
}

await startI18n('en');
Object.assign(window, { grow, scrollFrames, showBody, streamEnd });
document.title = 'ready';
