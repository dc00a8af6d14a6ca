import { Dialog } from '@base-ui/react/dialog';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { oldestPriceDay } from '../../shared/catalogue.ts';
import { PRACTICE } from '../../shared/model/connection.ts';
import type { ModelEntry } from '../../shared/model/model-entry.ts';
import type { RequestSettings, RequestSettingsPatch } from '../../shared/model/settings.ts';
import { ConnectionPicker } from '../connections/connection-picker.tsx';
import { isTooLong, MODEL_ID_LIMIT } from '../connections/model-groups.ts';
import { useTakeModel } from '../connections/use-take-model.ts';
import { toasts } from '../notices/toasts.ts';
import { useApp } from '../state/app-store.ts';
import { changeSettings, focusComposer, openSettings } from '../state/conversations.ts';
import { changeDefaults } from '../state/defaults.ts';
import { useModelsFrom } from '../state/models.ts';
import { usePanel } from '../state/panels.ts';
import { updateSettings } from '../state/settings.ts';
import { Button } from '../ui/button.tsx';
import { DialogFrame } from '../ui/dialog-frame.tsx';
import { useEarlyEnter } from '../ui/use-early-enter.ts';
import { endBrowsing, useBrowseTarget } from './browse.ts';
import { canChat } from './can-chat.ts';
import { callsModel, toggleId, toggleModel } from './favourites.ts';
import { ListingSource } from './listing-source.tsx';
import css from './model-browser.module.css';
import { ModelDetail } from './model-detail.tsx';
import { ModelFilters } from './model-filters.tsx';
import { dayText, listText, tokens } from './model-quantities.ts';
import type { ModelSort } from './model-rows.ts';
import { findModels, nextSort, noFilter, searchWords, sortModels } from './model-rows.ts';
import { ModelTable } from './model-table.tsx';
import { otherRegion } from './region-names.ts';
import { typedId } from './typed-id.ts';
import { useAccountModels } from './use-account-models.ts';
import { useKindWord } from './use-kind-word.ts';
import { useStable } from './use-stable.ts';

/** The model browser: which models can be called from here, by which id, and what they can do and cost. */
export function ModelBrowser() {
	const { t } = useTranslation('models');
	const [open, setOpen] = usePanel('models');
	const target = useBrowseTarget();
	const conversation = useApp(openSettings);
	const defaults = useApp((state) => state.settings.defaults);
	const forDefaults = target === 'defaults';
	const search = useRef<HTMLInputElement>(null);
	return (
		<Dialog.Root open={open} onOpenChange={setOpen} onOpenChangeComplete={(now) => !now && endBrowsing()}>
			<DialogFrame
				title={t('title')}
				className={css['dialog']}
				initialFocus={search}
				finalFocus={() => {
					if (!forDefaults) focusComposer();
					return false;
				}}
			>
				<Browser
					settings={forDefaults ? defaults : conversation}
					search={search}
					onChange={(patch) => (forDefaults ? changeDefaults(patch) : void changeSettings(patch))}
					onDone={() => setOpen(false)}
				/>
			</DialogFrame>
		</Dialog.Root>
	);
}

interface Props {
	readonly settings: RequestSettings;
	readonly search: React.RefObject<HTMLInputElement | null>;
	readonly onChange: (patch: RequestSettingsPatch) => void;
	readonly onDone: () => void;
}

function Browser({ settings, search, onChange, onDone }: Props) {
	const { t, i18n } = useTranslation(['models', 'connections', 'common']);
	const from = useModelsFrom(settings);
	const { region } = from;
	const { listing, needsCode, asking, ask } = useAccountModels(from);
	const favourites = useApp((state) => state.settings.favouriteModels);
	const [query, setQuery] = useState('');
	const [filter, setFilter] = useState(noFilter);
	const [sort, setSort] = useState<ModelSort>(null);
	const [chosen, setChosen] = useState<string | null>(null);
	const all = listing?.models ?? none;
	const rows = useMemo(
		() => sortModels(findModels(all, query, filter, favourites, region), sort, i18n.language),
		[all, query, filter, favourites, region, sort, i18n.language],
	);
	const current = all.find((model) => callsModel(settings.modelId, model)) ?? null;
	const wanted = chosen ?? current?.id;
	const selected = rows.find(({ id }) => id === wanted) ?? rows[0] ?? null;
	// Only profiles of the account's own are put in another order by the search.
	const own = selected?.callIds.some(({ type }) => type === 'application') ?? false;
	const scroll = useRef<HTMLDivElement>(null);
	const order = JSON.stringify([query, filter, sort]);
	useEffect(() => {
		// What Enter takes is in view, whatever the search leaves.
		if (order !== '') scroll.current?.querySelector('tr[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
	}, [order]);
	const asIs = typedId(query, all);
	const practice = settings.connection === PRACTICE;
	const elsewhere = practice ? null : otherRegion(searchWords(query), region);
	const kindWord = useKindWord();

	const takeId = useTakeModel({ settings, onChange });
	const use = (modelId: string) => {
		takeId(modelId);
		onDone();
	};
	const take = (model: ModelEntry) => {
		if (canChat(model)) return use(model.callId);
		const gives = listText(model.outputs.map(kindWord), i18n.language);
		toasts.add({ title: t('noChatToast', { name: model.name, gives }) });
	};
	const takeEnter = useEarlyEnter(listing !== null, () => {
		if (asIs?.whole === true) use(asIs.id);
		else if (selected !== null) take(selected);
	});
	const favour = (ids: string[]) => void updateSettings({ favouriteModels: ids });
	const starModel = (model: ModelEntry) => favour(toggleModel(favourites, model));
	const stable = {
		use: useStable(use),
		starModel: useStable(starModel),
		starId: useStable((id: string) => favour(toggleId(favourites, id))),
	};

	const fromElsewhere = elsewhere !== null && (
		<Button className={css['asIs'] ?? ''} onClick={() => onChange({ region: elsewhere })}>
			<span>{t('seeFrom', { region: elsewhere })}</span>
		</Button>
	);
	return (
		<>
			<div className={css['tools']}>
				<div className={css['from']}>
					<span>{t('from')}</span>
					<ConnectionPicker settings={settings} onChange={onChange} />
					{listing !== null && <ListingSource settings={settings} {...{ listing, needsCode, asking }} onAsk={ask} />}
				</div>
				<input
					ref={search}
					type="search"
					className={css['search']}
					value={query}
					placeholder={t('search')}
					aria-label={t('search')}
					aria-invalid={isTooLong(query)}
					onChange={(event) => {
						setQuery(event.currentTarget.value);
						takeEnter(false);
					}}
					onKeyDown={(event) => {
						if (event.nativeEvent.isComposing) return;
						if (event.key === 'ArrowDown') {
							event.preventDefault();
							focusRow(search.current);
						} else if (event.key === 'Enter') {
							takeEnter(true);
						} else if (event.key === 'Escape' && query !== '') {
							event.stopPropagation();
							event.preventDefault();
							setQuery('');
						}
					}}
				/>
				<ModelFilters
					models={all}
					filter={filter}
					accountListed={listing?.account.state === 'listed' && !practice}
					onChange={setFilter}
				/>
			</div>
			<div className={css['columns']} data-alone={selected === null || undefined}>
				<div className={css['list']}>
					<div ref={scroll} className={css['scroll']} data-scroll>
						{rows.length > 0 && (
							<ModelTable
								rows={rows}
								selected={selected?.id ?? null}
								current={current?.id ?? null}
								favourites={favourites}
								sort={sort}
								onSort={(by) => setSort(nextSort(sort, by))}
								onSelect={({ id }) => setChosen(id)}
								onUse={take}
								onStar={starModel}
								onType={() => search.current?.focus()}
							/>
						)}
						{rows.length > 0 && fromElsewhere}
						{asIs !== null && (
							<Button className={css['asIs'] ?? ''} onClick={() => use(asIs.id)}>
								<span>{t('useAsIs', { id: asIs.id })}</span>
							</Button>
						)}
						{rows.length === 0 && (
							<div className={css['none']}>
								{listing === null ? (
									<p>{t('common:loading')}</p>
								) : isTooLong(query) ? (
									<p>{t('tooLong', { limit: tokens(MODEL_ID_LIMIT, i18n.language) })}</p>
								) : (
									<>
										<p>
											{t(asIs === null ? (elsewhere === null || region === null ? 'none' : 'noneHere') : 'asIsHint', {
												region: region ?? '',
											})}
										</p>
										{asIs === null && elsewhere === null && <p>{t('noneHint')}</p>}
										{fromElsewhere}
									</>
								)}
							</div>
						)}
					</div>
					<footer className={css['foot']}>
						<span role="status">{t('count', { count: rows.length, number: tokens(rows.length, i18n.language) })}</span>
						{listing !== null && <span>{t('estimate', { day: dayText(oldestPriceDay, i18n.language) })}</span>}
					</footer>
				</div>
				{selected !== null && listing !== null && (
					<div key={selected.id} className={css['side']}>
						<ModelDetail
							model={selected}
							region={region}
							current={settings.modelId}
							practice={practice}
							favourites={favourites}
							query={own ? query : ''}
							onUse={stable.use}
							onStar={stable.starModel}
							onStarId={stable.starId}
						/>
					</div>
				)}
			</div>
		</>
	);
}

const none: readonly ModelEntry[] = [];

function focusRow(from: HTMLElement | null): void {
	from?.closest('[role="dialog"]')?.querySelector<HTMLElement>('tbody tr[tabindex="0"]')?.focus();
}
