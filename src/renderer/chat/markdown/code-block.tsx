import { memo, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyButton } from '../../ui/copy-button.tsx';
import { scrollable } from '../../ui/scrollable.ts';
import css from './code-block.module.css';
import './code-colours.css';
import type { Highlighter } from './highlight.ts';
import { languageOf, loadHighlighter } from './highlight.ts';

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
	const highlight = useHighlighter(languageOf(written));
	return (
		<figure className={css['block']} data-closed={closed}>
			<figcaption className={css['head']}>
				<span>{written === '' ? t('codePlain') : written}</span>
				<CopyButton label={t('codeCopy')} text={() => [...chunks, tail].join('').replace(/\n$/, '')} />
			</figcaption>
			<pre {...scrollable(t('codeLabel', { language: written }))} className={css['code']}>
				<code>
					{chunks.map((chunk, index) => (
						<Chunk key={String(index)} code={chunk} highlight={highlight} />
					))}
					<Chunk code={tail.replace(/\n$/, '')} highlight={highlight} />
				</code>
			</pre>
		</figure>
	);
}

const Chunk = memo(function Chunk({
	code,
	highlight,
}: {
	readonly code: string;
	readonly highlight: Highlighter | null;
}) {
	const pieces = useMemo(() => (highlight === null ? null : highlight(code)), [code, highlight]);
	if (pieces === null) return code;
	return pieces.map((piece, index) =>
		piece.classNames === '' ? (
			piece.text
		) : (
			<span key={String(index)} className={piece.classNames}>
				{piece.text}
			</span>
		),
	);
});

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
