import { memo, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyButton } from '../../ui/copy-button.tsx';
import { scrollable } from '../../ui/scrollable.ts';
import css from './code-block.module.css';
import './code-colours.css';
import type { HighlightedRun, Highlighter, Piece } from './highlight.ts';
import { highlightRuns, languageOf, loadHighlighter, plain } from './highlight.ts';

interface Props {
	/** What stands behind the opening fence. */
	readonly info: string;
	readonly chunks: readonly string[];
	readonly tail: string;
	readonly closed: boolean;
}

/** Code with its language's name, colours and a copy button. Chunks are made once; only the tail is made anew. */
export function CodeBlock({ info, chunks, tail, closed }: Props) {
	const { t } = useTranslation('chat');
	const written = info.trim().split(/[\s{,]/)[0] ?? '';
	const runs = useRuns(chunks, tail, useHighlighter(languageOf(written)));
	return (
		<figure className={css['block']} data-closed={closed}>
			<figcaption className={css['head']}>
				<span>{written === '' ? t('codePlain') : written}</span>
				<CopyButton label={t('codeCopy')} text={() => [...chunks, tail].join('').replace(/\n$/, '')} />
			</figcaption>
			<pre {...scrollable(t('codeLabel', { language: written }))} className={css['code']}>
				<code>
					{runs.map(({ pieces }, index) => (
						<Run key={String(index)} pieces={pieces} />
					))}
				</code>
			</pre>
		</figure>
	);
}

/** Each run is laid out by itself: a line more does not touch those before. */
const Run = memo(function Run({ pieces }: { readonly pieces: readonly Piece[] }) {
	return (
		<span className={css['run']}>
			{pieces.map((piece, index) =>
				piece.classNames === '' ? (
					piece.text
				) : (
					<span key={String(index)} className={piece.classNames}>
						{piece.text}
					</span>
				),
			)}
		</span>
	);
});

/** The runs of lines of a block of code; those that are as they were are not made again. */
function useRuns(chunks: readonly string[], tail: string, highlight: Highlighter | null): readonly HighlightedRun[] {
	const last = useRef<{ readonly highlight: Highlighter | null; readonly runs: readonly HighlightedRun[] } | null>(
		null,
	);
	const runs = useMemo(() => {
		const before = last.current?.highlight === highlight ? last.current.runs : [];
		return highlightRuns(highlight ?? plain, [...chunks, tail.replace(/\n$/, '')], before);
	}, [chunks, tail, highlight]);
	last.current = { highlight, runs };
	return runs;
}

function useHighlighter(language: string | null): Highlighter | null {
	const [highlighter, setHighlighter] = useState<{ readonly language: string; readonly highlight: Highlighter } | null>(
		null,
	);
	useEffect(() => {
		if (language === null) return;
		let current = true;
		loadHighlighter(language).then(
			(highlight) => {
				if (current) setHighlighter({ language, highlight });
			},
			() => {
				// Without colours the code is still there.
			},
		);
		return () => {
			current = false;
		};
	}, [language]);
	return highlighter !== null && highlighter.language === language ? highlighter.highlight : null;
}
