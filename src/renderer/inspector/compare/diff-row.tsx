import { ChevronDown, ChevronRight } from 'lucide-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { numbered } from '../../ui/numbered.ts';
import { byteSize, count } from '../../ui/quantities.ts';
import type { DiffRow, Piece } from './diff/row.ts';
import css from './diff-view.module.css';

const signs = { same: '', added: '+', removed: '−', changed: '~' } as const;

/** Deeper levels are not indented further. */
const DEEPEST = 14;

/** What a row shows: its sign, and what stands in it or is folded in it. */
export const DiffRowView = memo(function DiffRowView({ row }: { readonly row: DiffRow }) {
	const { t } = useTranslation('compare');
	const { mark, depth, inside, pieces, fold } = row;
	return (
		<>
			<td className={css['gutter']}>
				<span aria-hidden>{signs[mark]}</span>
				{mark !== 'same' && <span className="visually-hidden">{t(`mark.${mark}`)}</span>}
			</td>
			<td
				className={css['content']}
				style={{ paddingLeft: `${Math.min(depth + (inside ? 1 : 0), DEEPEST) * 12 + 4}px` }}
			>
				{fold === null ? (
					numbered(pieces).map(({ number, item }) => <PieceText key={number} piece={item} />)
				) : (
					<Fold {...fold} />
				)}
			</td>
		</>
	);
});

function PieceText({ piece: { ink, text, mark } }: { readonly piece: Piece }) {
	if (mark === 'added') return <ins className={css[ink]}>{text}</ins>;
	if (mark === 'removed') return <del className={css[ink]}>{text}</del>;
	return <span className={css[ink]}>{text}</span>;
}

function Fold({ what, count: folded, bytes, names, open }: NonNullable<DiffRow['fold']>) {
	const { t, i18n } = useTranslation('compare');
	const Sign = open ? ChevronDown : ChevronRight;
	return (
		<span className={css['fold']}>
			<Sign size={13} strokeWidth={1.8} aria-hidden />
			<span>
				{t(`folded.${what}`, { count: folded, shown: count(folded, i18n.language) })}
				{bytes !== null && ` · ${byteSize(bytes, i18n.language)}`}
				{names.length > 0 && (
					<code>
						{names.join(', ')}
						{names.length < folded && ', …'}
					</code>
				)}
			</span>
		</span>
	);
}
