import { useTranslation } from 'react-i18next';
import { count } from '../../ui/quantities.ts';
import type { TextRate } from './text-rate.ts';
import css from './timeline.module.css';

interface Props {
	readonly rate: TextRate;
	/** Where a moment lies, as a part (0 to 1) of the width. */
	readonly place: (ms: number) => number;
	/** What the curve says, for a screen reader. */
	readonly words: string;
	/** The moment that is pointed at. */
	readonly atMs: number | null;
}

/** How fast the answer was written, on the same scale of time as the lanes above. */
export function RateRow({ rate, place, words, atMs }: Props) {
	const { t, i18n } = useTranslation('timeline');
	const { points, mean, max } = rate;
	const height = (value: number): number => 1 - value / Math.max(max, Number.MIN_VALUE);
	const curve = points
		.map(({ atMs: ms, rate: value }) => `${place(ms).toFixed(4)} ${height(value).toFixed(4)}`)
		.join('L');
	const [from, to] = [place(points[0]?.atMs ?? 0), place(points.at(-1)?.atMs ?? 0)];
	return (
		<li className={css['lane']} data-rate>
			<span className={css['name']}>{t(`rate.${rate.unit}`)}</span>
			<div className={css['curve']} data-lane="rate" role="img" aria-label={words}>
				<svg viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true">
					<path className={css['area']} d={`M${from} 1L${curve}L${to} 1Z`} />
					<path className={css['line']} d={`M${curve}`} />
					<path className={css['mean']} d={`M${from} ${height(mean)}H${to}`} />
				</svg>
				{atMs !== null && <b style={{ left: `${place(atMs) * 100}%` }} />}
			</div>
			<span className={css['time']}>{t('mean', { rate: count(mean, i18n.language) })}</span>
		</li>
	);
}
