import { Menu } from '@base-ui/react/menu';
import { Braces, Cable, Ellipsis, SlidersHorizontal, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { RequestSettings, RequestSettingsPatch } from '../../shared/model/settings.ts';
import { editDraft, useHasEdits } from '../editor/editor-store.ts';
import { modelWord } from '../models/model-word.ts';
import { addUndoable } from '../notices/toasts.ts';
import { appStore, useApp } from '../state/app-store.ts';
import { openSetup } from '../state/columns.ts';
import { focusColumn, removeColumn } from '../state/comparisons.ts';
import { changeSettingsOf, restore } from '../state/conversations.ts';
import { classNames } from '../ui/class-names.ts';
import icon from '../ui/icon-button.module.css';
import popup from '../ui/popup.module.css';
import { columnSettings, columnsOf } from './use-columns.ts';

interface Props {
	readonly id: string;
	readonly number: number;
	readonly removable: boolean;
}

/** What is done with a column, or with all of them by its example. */
export function ColumnMenu({ id, number, removable }: Props) {
	const { t } = useTranslation(['comparison', 'common', 'editor']);
	const saved = useApp((state) => openSetup(state) === null);
	const edited = useHasEdits(id);
	const readOnly = useApp((state) => state.info?.readOnly === true);
	const take = (part: (settings: RequestSettings) => RequestSettingsPatch) => {
		const back = copyToAll(id, part);
		if (back !== null) addUndoable(t('changedAll'), t('common:undo'), back);
	};
	const remove = async () => {
		const state = appStore.getState();
		const { modelId = '' } = columnSettings(state, id) ?? {};
		if (!(await removeColumn(id)) || !saved) return;
		const model = modelWord(modelId);
		addUndoable(t('removed', { model }), t('common:undo'), () => void restore(id));
	};
	return (
		<Menu.Root modal={false}>
			<Menu.Trigger
				className={classNames(icon['icon'], icon['small'])}
				aria-label={t('menu', { number })}
				disabled={readOnly}
			>
				<Ellipsis size={15} aria-hidden />
			</Menu.Trigger>
			<Menu.Portal>
				<Menu.Positioner className={popup['positioner']} sideOffset={4} align="end">
					<Menu.Popup className={classNames(popup['popup'], popup['list'])}>
						{saved && (
							<Menu.Item
								className={popup['item']}
								onClick={() => {
									focusColumn(id);
									editDraft();
								}}
							>
								<Braces size={14} aria-hidden />
								<span className={popup['name']}>{t(edited ? 'editor:openKept' : 'editor:open')}</span>
							</Menu.Item>
						)}
						<Menu.Item className={popup['item']} onClick={() => take(connectionOf)}>
							<Cable size={14} aria-hidden />
							<span className={popup['name']}>{t('sameConnection')}</span>
						</Menu.Item>
						<Menu.Item className={popup['item']} onClick={() => take(parametersOf)}>
							<SlidersHorizontal size={14} aria-hidden />
							<span className={popup['name']}>{t('sameParameters')}</span>
						</Menu.Item>
						<Menu.Item className={popup['item']} disabled={!removable} onClick={() => void remove()}>
							<Trash2 size={14} aria-hidden />
							<span className={popup['name']}>{t('remove')}</span>
							{!removable && <span className={popup['means']}>{t('fewest')}</span>}
						</Menu.Item>
					</Menu.Popup>
				</Menu.Positioner>
			</Menu.Portal>
		</Menu.Root>
	);
}

function connectionOf({ connection, region, endpointUrl, fips, dualStack }: RequestSettings): RequestSettingsPatch {
	return { connection, region, endpointUrl, fips, dualStack };
}

function parametersOf({
	connection: _connection,
	region: _region,
	endpointUrl: _endpointUrl,
	fips: _fips,
	dualStack: _dualStack,
	modelId: _modelId,
	operation: _operation,
	...parameters
}: RequestSettings): RequestSettingsPatch {
	return parameters;
}

/** Gives all other columns a part of a column's settings. Gives the way back; null: they had it already. */
function copyToAll(id: string, part: (settings: RequestSettings) => RequestSettingsPatch): (() => void) | null {
	const state = appStore.getState();
	const own = columnSettings(state, id);
	if (own === null) return null;
	const patch = part(own);
	const changed = columnsOf(state).flatMap((other) => {
		const settings = columnSettings(state, other);
		if (settings === null || other === id) return [];
		const before = part(settings);
		return JSON.stringify(before) === JSON.stringify(patch) ? [] : [{ other, before }];
	});
	if (changed.length === 0) return null;
	for (const { other } of changed) void changeSettingsOf(other, patch);
	return () => {
		for (const { other, before } of changed) void changeSettingsOf(other, before);
	};
}
