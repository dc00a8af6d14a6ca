import type { ComponentProps, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { scrollable } from '../../ui/scrollable.ts';
import { CitationMark } from '../blocks/citation-mark.tsx';
import { hasMarks, splitMarks } from '../blocks/citation-marks.ts';
import { CodeBlock } from './code-block.tsx';
import css from './markdown.module.css';
import { OutsideLink } from './outside-link.tsx';
import { isTaskList, taskText, withoutBox } from './tasks.ts';
import type { TokenNode } from './token-tree.ts';
import { plainText } from './token-tree.ts';

/** Elements of a tree of Markdown tokens. Nothing in it can be HTML, load something, or navigate. */
export function TokenNodes({ nodes }: { readonly nodes: readonly TokenNode[] }): ReactNode {
	return nodes.map((node, index) => <Node key={String(index)} node={node} />);
}

function Node({ node }: { readonly node: TokenNode }): ReactNode {
	const { token, children } = node;
	const inside = <TokenNodes nodes={children} />;
	switch (token.type) {
		case 'text':
			return withMarks(node.text ?? token.content);
		case 'inline':
			return inside;
		case 'softbreak':
		case 'hardbreak':
			return <br />;
		case 'paragraph_open':
			return token.hidden ? inside : <p>{inside}</p>;
		case 'heading_open':
			return <Heading tag={token.tag}>{inside}</Heading>;
		case 'strong_open':
			return <strong>{inside}</strong>;
		case 'em_open':
			return <em>{inside}</em>;
		case 's_open':
			return <s>{inside}</s>;
		case 'code_inline':
			return <code className={css['code']}>{token.content}</code>;
		case 'fence':
			return <CodeBlock info={token.info} chunks={[]} tail={token.content} closed />;
		case 'code_block':
			return <CodeBlock info="" chunks={[]} tail={token.content} closed />;
		case 'blockquote_open':
			return <blockquote>{inside}</blockquote>;
		case 'bullet_list_open':
		case 'ordered_list_open':
			return (
				<List node={node} tasks={isTaskList(children)}>
					{inside}
				</List>
			);
		case 'list_item_open':
			return <ListItem loose={false}>{children}</ListItem>;
		case 'hr':
			return <hr />;
		case 'link_open':
			return <OutsideLink address={String(token.attrGet('href') ?? '')} label={plainText(children)} content={inside} />;
		case 'image':
			return (
				<OutsideLink address={String(token.attrGet('src') ?? '')} label={token.content} content={token.content} image />
			);
		case 'table_open':
			return <Table>{inside}</Table>;
		case 'thead_open':
			return <thead>{inside}</thead>;
		case 'tbody_open':
			return <tbody>{inside}</tbody>;
		case 'tr_open':
			return <tr>{inside}</tr>;
		case 'th_open':
			return <th style={alignment(token.attrGet('style'))}>{inside}</th>;
		case 'td_open':
			return <td style={alignment(token.attrGet('style'))}>{inside}</td>;
		default:
			return children.length > 0 ? inside : token.content;
	}
}

/** A text, with the numbers of its sources as marks. */
function withMarks(text: string): ReactNode {
	if (!hasMarks(text)) return text;
	return splitMarks(text).map((part, index) =>
		typeof part === 'string' ? part : <CitationMark key={String(index)} number={part} />,
	);
}

/**
 * A list around its items; one of tasks has boxes for bullets.
 * @param parted elements for parts stand between it and its items: a role of its own tells that they are its items
 */
export function List({
	node: { token },
	tasks,
	parted = false,
	children,
}: {
	readonly node: TokenNode;
	readonly tasks: boolean;
	readonly parted?: boolean;
	readonly children: ReactNode;
}) {
	const own = { role: parted ? 'list' : undefined, children };
	if (token.type === 'ordered_list_open') return <ol start={Number(token.attrGet('start') ?? 1)} {...own} />;
	return <ul className={tasks ? css['tasks'] : undefined} {...own} />;
}

/** An answer's headings stand under the window's own, so that a screen reader's outline stays right. */
export function Heading({ tag, children }: { readonly tag: string; readonly children: ReactNode }) {
	switch (tag) {
		case 'h1':
			return <h3 className={css['h1']}>{children}</h3>;
		case 'h2':
			return <h4 className={css['h2']}>{children}</h4>;
		case 'h3':
			return <h5 className={css['h3']}>{children}</h5>;
		default:
			return <h6 className={css['h4']}>{children}</h6>;
	}
}

/** A wide table scrolls in its own place. */
export function Table(props: ComponentProps<'table'>) {
	const { t } = useTranslation('chat');
	return (
		<div {...scrollable(t('table'))} className={css['table']}>
			<table {...props} />
		</div>
	);
}

/** An item. In a loose list its paragraphs are paragraphs whatever the item itself says. */
export function ListItem({ loose, children }: { readonly loose: boolean; readonly children: readonly TokenNode[] }) {
	const { t } = useTranslation('chat');
	const task = taskText(children);
	if (task === null) {
		return (
			<li>
				<ItemContent nodes={children} loose={loose} />
			</li>
		);
	}
	const done = !task.token.content.startsWith('[ ]');
	return (
		<li className={css['task']}>
			<span className={css['box']} data-done={done} role="img" aria-label={t(done ? 'taskDone' : 'taskOpen')} />
			<div>
				<ItemContent nodes={withoutBox(children, task)} loose={loose} />
			</div>
		</li>
	);
}

function ItemContent({ nodes, loose }: { readonly nodes: readonly TokenNode[]; readonly loose: boolean }): ReactNode {
	if (!loose) return <TokenNodes nodes={nodes} />;
	return nodes.map((node, index) =>
		node.token.type === 'paragraph_open' ? (
			<p key={String(index)}>
				<TokenNodes nodes={node.children} />
			</p>
		) : (
			<Node key={String(index)} node={node} />
		),
	);
}

function alignment(style: unknown): { textAlign: 'left' | 'center' | 'right' } | undefined {
	const align = typeof style === 'string' ? /text-align:(left|center|right)/.exec(style)?.[1] : undefined;
	return align === 'left' || align === 'center' || align === 'right' ? { textAlign: align } : undefined;
}
