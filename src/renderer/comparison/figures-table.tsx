import { GitCompareArrows } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Turn } from '../../shared/model/conversation.ts';
import { formatTime } from '../chat/format-time.ts';
import { modelWord } from '../models/model-word.ts';
import { useApp } from '../state/app-store.ts';
import { focusColumn } from '../state/comparisons.ts';
import { askComparison } from '../state/inspector-focus.ts';
import { select } from '../state/selection.ts';
import { Button } from '../ui/button.tsx';
import { count, money, UNKNOWN } from '../ui/quantities.ts';
import type { FigureName, Figures } from './figures.ts';
import { bestIn, figureNames, figuresOf } from './figures.ts';
import css from './figures-table.module.css';
import { focusedColumn } from './use-columns.ts';

interface Props {
	readonly columns: readonly string[];
	/** The last answer of each; null: it was not asked. */
	readonly cells: readonly (Turn | null)[];
	readonly onInspect: () => void;
}

/** Under the last answers, once all have ended: their figures side by side, with the best of each marked. */
export function FiguresTable({ columns, cells, onInspect }: Props) {
	const { t, i18n } = useTranslation('comparison');
	const own = useApp((state) => state.settings.prices);
	const focused = useApp(focusedColumn);
	const asked = cells.flatMap((turn, at) => (turn === null ? [] : [{ turn, id: columns[at] ?? '', number: at + 1 }]));
	if (asked.length < 2 || asked.some(({ turn }) => turn.state === 'running')) return null;
	const figures = asked.map(({ turn }) => figuresOf(turn, own));
	const whole = figures.map((one, at) => (asked[at]?.turn.state === 'complete' ? one : null));
	const best = Object.fromEntries(
		figureNames.map((name) => [name, bestIn(name, whole, (value) => words(name, value, i18n.language))]),
	);
	const here = asked.find(({ id, turn }) => id === focused && turn.exchanges.length > 0) ?? asked[0];
	const other = asked.find(({ turn }) => turn !== here?.turn && turn.exchanges.length > 0);
	const compare = () => {
		const exchange = other?.turn.exchanges.at(-1);
		if (here === undefined || other === undefined || exchange === undefined) return;
		focusColumn(here.id);
		select({ turnId: here.turn.id, exchangeId: null });
		onInspect();
		askComparison({ conversationId: other.id, exchangeId: exchange.id });
	};
	return (
		<div className={css['place']}>
			<section className={css['figures']} aria-label={t('figures.title')}>
				<table data-figures>
					<thead>
						<tr>
							<th scope="col">{t('figures.model')}</th>
							{figureNames.map((name) => (
								<th key={name} scope="col" title={name === 'rate' ? t('figures.rateHint') : undefined}>
									{t(`figures.${name}`)}
								</th>
							))}
						</tr>
					</thead>
					<tbody>
						{asked.map(({ turn, id, number }, at) => (
							<tr key={id} data-whole={turn.state === 'complete'}>
								<th scope="row">
									<i>{number}</i>
									<span>{nameOf(turn)}</span>
									<small>{turn.exchanges.at(-1)?.operation}</small>
								</th>
								{figureNames.map((name) => {
									const isBest = best[name]?.includes(at) === true;
									return (
										<td key={name} data-figure={name} data-best={isBest || undefined}>
											{isBest && name !== 'input' && <small>{t(`figures.bestOf.${name}`)}</small>}
											{words(name, figures[at]?.[name] ?? null, i18n.language)}
										</td>
									);
								})}
							</tr>
						))}
					</tbody>
				</table>
				{other !== undefined && (
					<Button onClick={compare}>
						<GitCompareArrows size={14} strokeWidth={1.7} aria-hidden />
						{t('figures.compare')}
					</Button>
				)}
			</section>
		</div>
	);
}

/** The model that was called, which may no longer be the one in the column's head. */
function nameOf({ exchanges }: Turn): string {
	const id = exchanges.at(-1)?.modelId ?? '';
	return modelWord(id);
}

function words(name: FigureName, value: Figures[FigureName], language: string): string {
	if (value === null) return UNKNOWN;
	switch (name) {
		case 'first':
		case 'total':
			return formatTime(value);
		case 'cost':
			return money(value, language);
		case 'rate':
			return count(value, language);
		default:
			return count(value, language);
	}
}
