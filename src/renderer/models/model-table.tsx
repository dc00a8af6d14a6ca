import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { ArrowDown, ArrowUp } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { Fragment, memo, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { isEmbedding } from '../../shared/model/family.ts';
import type { ModelEntry } from '../../shared/model/model-entry.ts';
import { canChat } from './can-chat.ts';
import { isFavourite } from './favourites.ts';
import { Life } from './life.tsx';
import { dollars, listText, tokens } from './model-quantities.ts';
import type { ModelSort, SortColumn } from './model-rows.ts';
import css from './model-table.module.css';
import { Star } from './star.tsx';
import { useKindWord } from './use-kind-word.ts';
import { useStable } from './use-stable.ts';

/** What stands where a value is not known. */
const UNKNOWN = '—';

/** Up to here all rows are drawn: the browser's own find and selection go on working. */
const PLAIN_ROWS = 150;

/** Of a row and of the head, in pixels (model-table.module.css). */
const ROW = 34;
const HEAD = 32;

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
	const drawn = useDrawnRows(rows, index, body);
	const select = useStable(onSelect);
	const use = useStable(onUse);
	const star = useStable(onStar);

	const focusNext = useRef(false);
	useEffect(() => {
		if (!focusNext.current) return;
		focusNext.current = false;
		body.current?.querySelector<HTMLElement>('tr[aria-selected="true"]')?.focus();
	});

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
			focusNext.current = true;
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
	const grid = { role: 'grid', 'aria-label': t('title'), 'aria-rowcount': rows.length + 1 };
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
				{drawn.map(({ model, index, gap }) => (
					<Fragment key={model.id}>
						{gap > 0 && <Gap height={gap} />}
						<Row
							model={model}
							index={index}
							selected={model.id === selected}
							current={model.id === current}
							favourite={isFavourite(favourites, model)}
							onSelect={select}
							onUse={use}
							onStar={star}
						/>
					</Fragment>
				))}
				<Gap height={(rows.length - 1 - (drawn.at(-1)?.index ?? 0)) * ROW} />
			</tbody>
		</table>
	);
}

/** The rows in view and the selected one, which keeps the focus, with the height of what is left out before each. */
function useDrawnRows(
	rows: readonly ModelEntry[],
	selected: number,
	body: React.RefObject<HTMLTableSectionElement | null>,
): readonly { readonly model: ModelEntry; readonly index: number; readonly gap: number }[] {
	const virtual = rows.length > PLAIN_ROWS;
	const virtualizer = useVirtualizer({
		count: rows.length,
		enabled: virtual,
		getScrollElement: () => body.current?.closest<HTMLElement>('[data-scroll]') ?? null,
		estimateSize: () => ROW,
		scrollMargin: HEAD,
		overscan: 12,
		initialRect: { width: 700, height: 700 },
		rangeExtractor: (range) =>
			[...new Set([...defaultRangeExtractor(range), Math.max(0, selected)])].sort((a, b) => a - b),
	});
	const indexes = virtual ? virtualizer.getVirtualItems().map(({ index }) => index) : rows.map((_, index) => index);
	return indexes.flatMap((index, place) => {
		const model = rows[index];
		const before = place === 0 ? -1 : (indexes[place - 1] ?? -1);
		return model === undefined ? [] : [{ model, index, gap: (index - before - 1) * ROW }];
	});
}

/** Stands for rows that are out of view. */
function Gap({ height }: { readonly height: number }) {
	return height <= 0 ? null : <tr aria-hidden className={css['gap']} style={{ height }} />;
}

interface RowProps extends Pick<Props, 'onSelect' | 'onUse' | 'onStar'> {
	readonly model: ModelEntry;
	readonly index: number;
	readonly selected: boolean;
	readonly current: boolean;
	readonly favourite: boolean;
}

const Row = memo(function ModelRow(props: RowProps) {
	const { model, index, selected, current, favourite, onSelect, onUse, onStar } = props;
	const { t, i18n } = useTranslation('models');
	const kindWord = useKindWord();
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
			aria-rowindex={index + 2}
			data-unlisted={model.listed === false || undefined}
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
			{canChat(model) ? (
				<>
					<td data-column="input">{amount(price?.input)}</td>
					<td data-column="output">{isEmbedding(model.family) ? t('kind.embedding') : amount(price?.output)}</td>
					<td data-column="context">
						{model.contextWindow === null ? UNKNOWN : tokens(model.contextWindow, i18n.language)}
					</td>
				</>
			) : (
				<td data-column="no-chat" colSpan={3}>
					{t('noChatShort', { gives: listText(model.outputs.map(kindWord), i18n.language) })}
				</td>
			)}
			<td data-column="streaming">{model.streaming === null ? UNKNOWN : t(model.streaming ? 'yes' : 'no')}</td>
			<td data-column="life">
				<Life model={model} short />
			</td>
		</tr>
	);
});
