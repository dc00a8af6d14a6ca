import { Combobox } from '@base-ui/react/combobox';
import { Check } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { familyOf, findModel, profilePrefix } from '../../shared/catalogue.ts';
import { PRACTICE } from '../../shared/model/connection.ts';
import { isEmbedding } from '../../shared/model/family.ts';
import type { BrowseTarget } from '../models/browse.ts';
import { browseModels } from '../models/browse.ts';
import { isArn, modelWord } from '../models/model-word.ts';
import { useApp } from '../state/app-store.ts';
import { useModels, useModelsFrom } from '../state/models.ts';
import { focusAfterPanel } from '../state/panels.ts';
import pick from '../ui/pick.module.css';
import popup from '../ui/popup.module.css';
import { Tip } from '../ui/tip.tsx';
import { useEarlyEnter } from '../ui/use-early-enter.ts';
import type { ModelChoice, ModelGroup } from './model-groups.ts';
import { isTooLong, MODEL_ID_LIMIT, modelGroups, nameOf } from './model-groups.ts';
import css from './model-picker.module.css';
import type { PickerProps } from './picker-props.ts';
import { useTakeModel } from './use-take-model.ts';

type Props = PickerProps & {
	/** For whom the model browser opens. */
	readonly browseFor?: BrowseTarget;
};

/** Chooses the model: a favourite or recent one, searched in the catalogue, or any id typed. */
export function ModelPicker({ settings, onChange, open, onOpen, browseFor = 'conversation' }: Props) {
	const { t, i18n } = useTranslation(['connections', 'models', 'common']);
	const from = useModelsFrom(settings);
	const { region } = from;
	const { models } = useModels(from);
	const [query, setQuery] = useState('');
	const favourites = useApp((state) => state.settings.favouriteModels);
	const recent = useApp((state) => state.settings.recentModels);
	const groups = useMemo(
		() => [...modelGroups(models?.models ?? [], query, { favourites, recent }, region)],
		[models, query, favourites, recent, region],
	);
	const known = findModel(settings.modelId);
	const prefix = profilePrefix(settings.modelId);
	const own = models?.models.flatMap(({ callIds }) => callIds).find(({ id }) => id === settings.modelId);
	const name = known?.name ?? own?.name ?? modelWord(settings.modelId);
	const [ownOpen, setOwnOpen] = useState(false);
	const shown = open ?? ownOpen;
	const value = useMemo<ModelChoice>(() => ({ type: 'typed', id: settings.modelId }), [settings.modelId]);

	const takeId = useTakeModel({ settings, onChange });
	const setShown = onOpen ?? setOwnOpen;
	const first = groups[0]?.items[0];
	const takeEnter = useEarlyEnter(models !== null, () => {
		if (first === undefined || !shown) return;
		takeId(first.id);
		setShown(false);
	});

	return (
		<Combobox.Root<ModelChoice>
			items={groups}
			filter={null}
			value={value}
			onValueChange={(choice) => choice !== null && takeId(choice.id)}
			isItemEqualToValue={(item, chosen) => item.id === chosen.id}
			itemToStringLabel={({ id }) => id}
			inputValue={query}
			onInputValueChange={(text, { reason }) => {
				setQuery(reason === 'item-press' ? '' : text);
				takeEnter(false);
			}}
			autoHighlight
			open={shown}
			onOpenChange={(next) => {
				if (next) setQuery('');
				setShown(next);
			}}
		>
			<Tip
				text={[
					name,
					prefix === null ? [] : t('throughProfile', { prefix }),
					name === settings.modelId ? [] : settings.modelId,
				]
					.flat()
					.join('\n')}
				off={shown}
			>
				<Combobox.Trigger
					className={pick['pick']}
					aria-label={`${t('model')}: ${name}${prefix === null ? '' : ` ${prefix}.`}${isArn(settings.modelId) ? `, ${settings.modelId}` : ''}`}
				>
					<span className={pick['name']}>{name}</span>
					{prefix !== null && <i data-part="prefix"> {prefix}.</i>}
				</Combobox.Trigger>
			</Tip>
			<Combobox.Portal>
				<Combobox.Positioner className={popup['positioner']} sideOffset={6} align="start">
					<Combobox.Popup
						className={`${popup['popup']} ${css['popup']}`}
						aria-label={t('model')}
						finalFocus={focusAfterPanel}
					>
						<Combobox.Input
							className={popup['search']}
							placeholder={t('modelSearch')}
							aria-label={t('modelSearch')}
							onKeyDown={(event) => {
								if (event.key !== 'Enter' || first !== undefined || event.nativeEvent.isComposing) return;
								// It would close the list.
								event.preventBaseUIHandler();
								takeEnter(models === null);
							}}
						/>
						<Combobox.Empty className={popup['empty']}>
							{isTooLong(query)
								? t('modelTooLong', { limit: MODEL_ID_LIMIT.toLocaleString(i18n.language) })
								: t(models === null ? 'common:loading' : 'modelNone')}
						</Combobox.Empty>
						<Combobox.List className={popup['list']}>
							{(group: ModelGroup) => (
								<Combobox.Group key={`${group.kind} ${group.value}`} items={group.items}>
									{group.kind !== 'typed' && (
										<Combobox.GroupLabel className={popup['group']}>
											{group.kind === 'maker' ? group.value : t(`models:${group.kind}Group`)}
										</Combobox.GroupLabel>
									)}
									<Combobox.Collection>
										{(choice: ModelChoice) => (
											<Choice key={choice.id} choice={choice} practice={settings.connection === PRACTICE} />
										)}
									</Combobox.Collection>
								</Combobox.Group>
							)}
						</Combobox.List>
						<div className={css['foot']}>
							<button type="button" className={css['browse']} onClick={() => browseModels(browseFor)}>
								{t('models:browse')}
							</button>
						</div>
					</Combobox.Popup>
				</Combobox.Positioner>
			</Combobox.Portal>
		</Combobox.Root>
	);
}

function Choice({ choice, practice }: { readonly choice: ModelChoice; readonly practice: boolean }) {
	const { t } = useTranslation(['connections', 'models']);
	const name = choice.type === 'typed' ? t('modelUse') : nameOf(choice);
	return (
		<Combobox.Item value={choice} className={popup['item']}>
			<span className={popup['check']}>
				<Combobox.ItemIndicator>
					<Check size={14} />
				</Combobox.ItemIndicator>
			</span>
			<span className={popup['name']}>{name}</span>
			{choice.type === 'model' && choice.model.listed === false ? (
				<span className={popup['side']}>{t('models:notListedShort')}</span>
			) : choice.type === 'model' && isEmbedding(familyOf(choice.id)) ? (
				<span className={popup['side']}>{t('models:kind.embedding')}</span>
			) : (
				choice.type === 'model' &&
				choice.model.lifecycle === 'legacy' && <span className={`${popup['side']} ${popup['tag']}`}>{t('legacy')}</span>
			)}
			{choice.type === 'model' && choice.model.lifecycle === 'retired' && (
				<span className={popup['means']}>{t(practice ? 'retiredPractice' : 'retiredElsewhere')}</span>
			)}
			{name !== choice.id && (
				<span className={`${popup['means']} ${popup['mono']} ${isArn(choice.id) ? css['arn'] : ''}`}>{choice.id}</span>
			)}
		</Combobox.Item>
	);
}
