import { memo, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { EmbeddingBlock } from '../../../shared/model/content.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { count } from '../../ui/quantities.ts';
import { scrollable } from '../../ui/scrollable.ts';
import css from './embeddings.module.css';
import { cosine, norm, profile } from './vectors.ts';

/** So many values are shown, and so many bars drawn. */
const FIRST = 8;
const BARS = 120;

/** The vectors of one or more texts, and how near they are to each other. */
export const Embeddings = memo(function Embeddings({ blocks }: { readonly blocks: readonly EmbeddingBlock[] }) {
	const { t } = useTranslation('blocks');
	return (
		<section className={css['embeddings']} aria-label={t('embedding.title', { count: blocks.length })}>
			<ol className={css['vectors']}>
				{blocks.map((block, index) => (
					<Vector key={String(index)} block={block} number={index + 1} numbered={blocks.length > 1} />
				))}
			</ol>
			{blocks.length > 1 && <Similarity blocks={blocks} />}
		</section>
	);
});

interface VectorProps {
	readonly block: EmbeddingBlock;
	readonly number: number;
	readonly numbered: boolean;
}

function Vector({ block: { text, values }, number, numbered }: VectorProps) {
	const { t, i18n } = useTranslation('blocks');
	const heights = useMemo(() => profile(values, BARS), [values]);
	const length = useMemo(() => norm(values), [values]);
	return (
		<li className={css['vector']} data-embedding>
			<p className={css['text']}>
				{numbered && <span className={css['number']}>{number}</span>}
				<span>{text}</span>
			</p>
			<svg className={css['profile']} viewBox={`0 -1 ${BARS} 2`} preserveAspectRatio="none" aria-hidden="true">
				{heights.map((height, place) => (
					<rect
						key={String(place)}
						x={(place * BARS) / heights.length}
						y={Math.min(0, -height)}
						width={(BARS / heights.length) * 0.72}
						height={Math.abs(height)}
						data-below={height < 0}
					/>
				))}
			</svg>
			<p className={css['facts']}>
				<span>{t('embedding.dimensions', { count: values.length, number: count(values.length, i18n.language) })}</span>
				<span>{t('embedding.norm', { value: length.toFixed(4) })}</span>
				<span className={css['copy']}>
					<CopyButton label={t('embedding.copy')} text={() => JSON.stringify(values)} />
				</span>
			</p>
			<p className={css['values']}>
				<span className="visually-hidden">{t('embedding.first')}: </span>
				{values
					.slice(0, FIRST)
					.map((value) => value.toFixed(5))
					.join('  ')}
				{values.length > FIRST && ' …'}
			</p>
		</li>
	);
}

function Similarity({ blocks }: { readonly blocks: readonly EmbeddingBlock[] }) {
	const { t } = useTranslation('blocks');
	const rows = useMemo(() => blocks.map(({ values }) => blocks.map((other) => cosine(values, other.values))), [blocks]);
	const label = t('embedding.similarity');
	return (
		<div className={css['similarity']}>
			<h3>{label}</h3>
			<p>{t('embedding.about')}</p>
			<div {...scrollable(label)} className={css['matrix']}>
				<table>
					<thead>
						<tr>
							<td />
							{blocks.map((_, index) => (
								<th key={String(index)} scope="col">
									{index + 1}
								</th>
							))}
						</tr>
					</thead>
					<tbody>
						{rows.map((row, index) => (
							<tr key={String(index)}>
								<th scope="row">
									<span className={css['row']}>
										<span className={css['number']}>{index + 1}</span>
										<span className={css['name']}>{blocks[index]?.text}</span>
									</span>
								</th>
								{row.map((value, other) => (
									<td
										key={String(other)}
										data-self={index === other}
										style={index === other ? undefined : shade(value)}
									>
										{value === null ? t('embedding.incomparable') : value.toFixed(3)}
									</td>
								))}
							</tr>
						))}
					</tbody>
				</table>
			</div>
		</div>
	);
}

/** The nearer two vectors, the more copper. */
function shade(value: number | null): { readonly backgroundColor: string } | undefined {
	if (value === null || value <= 0) return undefined;
	return { backgroundColor: `color-mix(in srgb, var(--copper) ${Math.round(value * 26)}%, transparent)` };
}
