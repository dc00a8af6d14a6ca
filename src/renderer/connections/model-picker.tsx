import { Combobox } from '@base-ui/react/combobox';
import { Check } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { familyOf, findModel, profilePrefix } from '../../shared/catalogue.ts';
import { PRACTICE } from '../../shared/model/connection.ts';
import { isInvoke, isStreaming } from '../../shared/model/operation.ts';
import type { RequestSettingsPatch } from '../../shared/model/settings.ts';
import { toasts } from '../notices/toasts.ts';
import { useModels, useRegion } from '../state/connections.ts';
import { focusAfterPanel } from '../state/panels.ts';
import pick from '../ui/pick.module.css';
import popup from '../ui/popup.module.css';
import { Tip } from '../ui/tip.tsx';
import type { ModelChoice, ModelGroup } from './model-groups.ts';
import { isTooLong, MODEL_ID_LIMIT, modelGroups } from './model-groups.ts';
import css from './model-picker.module.css';
import type { PickerProps } from './picker-props.ts';

/** Chooses the model: searched in the catalogue, or any id typed. */
export function ModelPicker({ settings, onChange, open, onOpen }: PickerProps) {
	const { t, i18n } = useTranslation('connections');
	const region = useRegion(settings);
	const models = useModels(settings.connection, region);
	const [query, setQuery] = useState('');
	const groups = useMemo(() => [...modelGroups(models?.models ?? [], query)], [models, query]);
	const known = findModel(settings.modelId);
	const prefix = profilePrefix(settings.modelId);
	const name = known?.name ?? settings.modelId;
	const [ownOpen, setOwnOpen] = useState(false);
	const shown = open ?? ownOpen;
	const value = useMemo<ModelChoice>(() => ({ type: 'typed', id: settings.modelId }), [settings.modelId]);

	const choose = (choice: ModelChoice | null) => {
		if (choice === null) return;
		const patch: RequestSettingsPatch = { modelId: choice.id };
		// The two invoke operations need a native body that the app knows; Converse is the same for all.
		if (isInvoke(settings.operation) && familyOf(choice.id) === null) {
			const operation = isStreaming(settings.operation) ? 'ConverseStream' : 'Converse';
			onChange({ ...patch, operation });
			toasts.add({ title: t('nowConverse', { operation }) });
		} else onChange(patch);
	};

	return (
		<Combobox.Root<ModelChoice>
			items={groups}
			filter={null}
			value={value}
			onValueChange={choose}
			isItemEqualToValue={(item, chosen) => item.id === chosen.id}
			itemToStringLabel={({ id }) => id}
			inputValue={query}
			onInputValueChange={(text, { reason }) => setQuery(reason === 'item-press' ? '' : text)}
			autoHighlight
			open={shown}
			onOpenChange={(next) => {
				if (next) setQuery('');
				(onOpen ?? setOwnOpen)(next);
			}}
		>
			<Tip
				text={[name, prefix === null ? [] : t('throughProfile', { prefix }), known === null ? [] : settings.modelId]
					.flat()
					.join('\n')}
				off={shown}
			>
				<Combobox.Trigger
					className={pick['pick']}
					aria-label={`${t('model')}: ${name}${prefix === null ? '' : ` ${prefix}.`}`}
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
						<Combobox.Input className={popup['search']} placeholder={t('modelSearch')} aria-label={t('modelSearch')} />
						<Combobox.Empty className={popup['empty']}>
							{isTooLong(query)
								? t('modelTooLong', { limit: MODEL_ID_LIMIT.toLocaleString(i18n.language) })
								: t('modelNone')}
						</Combobox.Empty>
						<Combobox.List className={popup['list']}>
							{(group: ModelGroup) => (
								<Combobox.Group key={group.value} items={group.items}>
									{group.value !== '' && (
										<Combobox.GroupLabel className={popup['group']}>{group.value}</Combobox.GroupLabel>
									)}
									<Combobox.Collection>
										{(choice: ModelChoice) => (
											<Choice key={choice.id} choice={choice} practice={settings.connection === PRACTICE} />
										)}
									</Combobox.Collection>
								</Combobox.Group>
							)}
						</Combobox.List>
					</Combobox.Popup>
				</Combobox.Positioner>
			</Combobox.Portal>
		</Combobox.Root>
	);
}

function Choice({ choice, practice }: { readonly choice: ModelChoice; readonly practice: boolean }) {
	const { t } = useTranslation('connections');
	return (
		<Combobox.Item value={choice} className={popup['item']}>
			<span className={popup['check']}>
				<Combobox.ItemIndicator>
					<Check size={14} />
				</Combobox.ItemIndicator>
			</span>
			<span className={popup['name']}>{choice.type === 'model' ? choice.model.name : t('modelUse')}</span>
			{choice.type === 'model' && choice.model.lifecycle === 'legacy' && (
				<span className={`${popup['side']} ${popup['tag']}`}>{t('legacy')}</span>
			)}
			{choice.type === 'model' && choice.model.lifecycle === 'retired' && (
				<span className={popup['means']}>{t(practice ? 'retiredPractice' : 'retiredElsewhere')}</span>
			)}
			<span className={`${popup['means']} ${popup['mono']}`}>{choice.id}</span>
		</Combobox.Item>
	);
}
