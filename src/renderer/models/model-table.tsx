import { ArrowDown, ArrowUp } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ModelEntry } from '../../shared/model/model-entry.ts';
import { isFavourite } from './favourites.ts';
import { Life } from './life.tsx';
import { dollars, tokens } from './model-quantities.ts';
import type { ModelSort, SortColumn } from './model-rows.ts';
import css from './model-table.module.css';
import { Star } from './star.tsx';

/** What stands where a value is not known. */
const UNKNOWN = '—';

interface Props {
	readonly rows: readonly ModelEntry[];
	readonly selected: string | null;
	/** The model that is in use. */
	readonly current: string | null;
	readonly favourites: readonly string[];
	readonly sort: ModelSort;
	readonly onSort: (by: SortColumn) => void;
	readonly onSelect: (model: ModelEntry) => void;
	readonly onUse: (model: ModelEntry) => void;
	readonly onStar: (model: ModelEntry) => void;
	/** A letter was typed: it belongs to the search. */
	readonly onType: () => void;
}

/** The models, a row each. Arrows, Home and End move the selection, Enter uses it. */
export function ModelTable(props: Props) {
	const { t } = useTranslation('models');
	const { rows, selected, current, favourites, sort, onSort, onSelect, onUse, onStar, onType } = props;
	const body = useRef<HTMLTableSectionElement>(null);
	const index = rows.findIndex(({ id }) => id === selected);

	const key = (event: KeyboardEvent) => {
		if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
		const target = {
			ArrowDown: Math.min(rows.length - 1, index + 1),
			ArrowUp: Math.max(0, index - 1),
			PageDown: Math.min(rows.length - 1, index + 10),
			PageUp: Math.max(0, index - 10),
			Home: 0,
			End: rows.length - 1,
		}[event.key];
		const model = target === undefined ? undefined : rows[target];
		if (model !== undefined && target !== undefined) {
			event.preventDefault();
			onSelect(model);
			body.current?.querySelectorAll('tr')[target]?.focus();
		} else if (event.key === 'Enter') {
			const chosen = rows[index];
			if (chosen === undefined) return;
			event.preventDefault();
			onUse(chosen);
		} else if (event.key.length === 1 && event.key !== ' ') {
			// The slash asks for the search; any other letter is typed in it.
			if (event.key === '/') event.preventDefault();
			onType();
		}
	};

	const head = (by: SortColumn, words: string, title?: string) => (
		<th
			scope="col"
			data-column={by}
			aria-sort={sort?.by === by ? (sort.down ? 'descending' : 'ascending') : 'none'}
			title={title}
		>
			<button type="button" onClick={() => onSort(by)}>
				{words}
				{sort?.by === by && (sort.down ? <ArrowDown size={12} aria-hidden /> : <ArrowUp size={12} aria-hidden />)}
			</button>
		</th>
	);

	// A table whose rows are chosen: to a screen reader a grid.
	const grid = { role: 'grid', 'aria-label': t('title') };
	return (
		<table className={css['table']} {...grid}>
			<thead>
				<tr>
					<th scope="col" data-column="star">
						<span className="visually-hidden">{t('filter.favourites')}</span>
					</th>
					{head('name', t('column.name'))}
					<th scope="col" data-column="provider">
						{t('column.provider')}
					</th>
					{head('input', t('column.input'), t('inputPrice'))}
					{head('output', t('column.output'), t('outputPrice'))}
					{head('context', t('column.context'), t('contextTokens'))}
					<th scope="col" data-column="streaming">
						{t('column.streaming')}
					</th>
					<th scope="col" data-column="life">
						{t('column.life')}
					</th>
				</tr>
			</thead>
			<tbody ref={body} onKeyDown={key}>
				{rows.map((model) => (
					<Row
						key={model.id}
						model={model}
						selected={model.id === selected}
						current={model.id === current}
						favourite={isFavourite(favourites, model)}
						onSelect={onSelect}
						onUse={onUse}
						onStar={onStar}
					/>
				))}
			</tbody>
		</table>
	);
}

interface RowProps extends Pick<Props, 'onSelect' | 'onUse' | 'onStar'> {
	readonly model: ModelEntry;
	readonly selected: boolean;
	readonly current: boolean;
	readonly favourite: boolean;
}

function Row({ model, selected, current, favourite, onSelect, onUse, onStar }: RowProps) {
	const { t, i18n } = useTranslation('models');
	const row = useRef<HTMLTableRowElement>(null);
	useEffect(() => {
		if (selected) row.current?.scrollIntoView({ block: 'nearest' });
	}, [selected]);
	const price = model.callIds[0]?.price ?? null;
	const amount = (value: number | undefined) => (value === undefined ? UNKNOWN : dollars(value, i18n.language));
	return (
		<tr
			ref={row}
			aria-selected={selected}
			data-current={current || undefined}
			tabIndex={selected ? 0 : -1}
			onClick={() => onSelect(model)}
			onDoubleClick={() => onUse(model)}
		>
			<td data-column="star">
				<Star name={model.name} on={favourite} tabbable={false} onToggle={() => onStar(model)} />
			</td>
			<td data-column="name" title={`${model.name}\n${model.id}`}>
				{model.name}
			</td>
			<td data-column="provider">{model.provider}</td>
			<td data-column="input">{amount(price?.input)}</td>
			<td data-column="output">{amount(price?.output)}</td>
			<td data-column="context">
				{model.contextWindow === null ? UNKNOWN : tokens(model.contextWindow, i18n.language)}
			</td>
			<td data-column="streaming">{model.streaming === null ? UNKNOWN : t(model.streaming ? 'yes' : 'no')}</td>
			<td data-column="life">
				<Life model={model} short />
			</td>
		</tr>
	);
}
