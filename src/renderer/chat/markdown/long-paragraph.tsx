import { memo, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Piece } from './blocks.ts';
import type { Seam } from './find-seams.ts';
import { findSeams } from './find-seams.ts';
import css from './markdown.module.css';
import { TokenNodes } from './token-nodes.tsx';
import type { TokenNode } from './token-tree.ts';
import { whenLinesChange } from './when-lines-change.ts';

/** Of each finished part the place where it is parted; null: nowhere. */
type Seams = readonly (Seam | null)[];

const NONE: Seams = [];

interface Props {
	readonly pieces: readonly Piece[];
	readonly growing: boolean;
}

/**
 * A paragraph in parts. A browser lays out all lines of a paragraph anew when a word is added. So, while it grows, empty blocks part it where a line begins anyway: it looks the same, and only what follows the last one is laid
 * out. Afterwards it is plain text again, to be selected and searched.
 */
export function LongParagraph({ pieces, growing }: Props) {
	const element = useRef<HTMLParagraphElement>(null);
	const [found, setFound] = useState<Seams>(NONE);
	const seams = growing ? stillIn(pieces, found) : NONE;
	const last = seams.findLastIndex((seam) => seam !== null);
	const seamed = last >= 0;

	useLayoutEffect(() => {
		const finished = pieces.length - 1;
		if (!growing) setFound(NONE);
		else if (element.current !== null && finished > seams.length) {
			const parts = pieces.slice(last + 1, finished).map(({ nodes }) => nodes);
			setFound([...seams.slice(0, last + 1), ...findSeams(element.current, seams[last] ?? null, parts)]);
		}
	}, [growing, pieces, seams, last]);

	useEffect(() => {
		if (!seamed || element.current === null) return;
		return whenLinesChange(element.current, () => flushSync(() => setFound(NONE)));
	}, [seamed]);

	return (
		<p ref={element}>
			{pieces.map(({ nodes }, index) => (
				<Part key={String(index)} nodes={nodes} seam={seams[index] ?? null} />
			))}
		</p>
	);
}

/** The seams of parts that are as they were. */
function stillIn(pieces: readonly Piece[], seams: Seams): Seams {
	const changed = seams.findIndex((seam, index) => seam !== null && seam.nodes !== pieces[index]?.nodes);
	return changed === -1 ? seams : seams.slice(0, changed);
}

interface PartProps {
	readonly nodes: readonly TokenNode[];
	readonly seam: Seam | null;
}

/** React passes over a part that is as it was, but looks at each of its children: so it has one. */
const Part = memo(function Part(props: PartProps) {
	return <Words {...props} />;
});

function Words({ nodes, seam }: PartProps) {
	return nodes.map((node, index) => (
		<Word key={String(index)} node={node} seam={seam?.node === index ? seam.offset : null} />
	));
}

function Word({ node, seam }: { readonly node: TokenNode; readonly seam: number | null }) {
	const { content } = node.token;
	return (
		<>
			{seam !== null && content.slice(0, seam)}
			{seam !== null && <i className={css['seam']} data-seam />}
			{seam === null || seam === 0 ? <TokenNodes nodes={[node]} /> : content.slice(seam)}
		</>
	);
}
