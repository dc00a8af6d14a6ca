import { Select } from '@base-ui/react/select';
import { Check } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { familyOf } from '../../shared/catalogue.ts';
import type { Family } from '../../shared/model/family.ts';
import { isEmbedding } from '../../shared/model/family.ts';
import type { Operation } from '../../shared/model/operation.ts';
import { isInvoke, isStreaming, operations } from '../../shared/model/operation.ts';
import { focusAfterPanel } from '../state/panels.ts';
import pick from '../ui/pick.module.css';
import popup from '../ui/popup.module.css';
import { Tip } from '../ui/tip.tsx';
import type { PickerProps } from './picker-props.ts';

/** Chooses with which operation a conversation calls. */
export function OperationPicker({ settings, onChange, open, onOpen }: PickerProps) {
	const { t } = useTranslation('connections');
	const [ownOpen, setOwnOpen] = useState(false);
	const shown = open ?? ownOpen;
	const family = familyOf(settings.modelId);
	return (
		<Select.Root<Operation>
			value={settings.operation}
			modal={false}
			onValueChange={(operation) => operation !== null && onChange({ operation })}
			open={shown}
			onOpenChange={(next) => (onOpen ?? setOwnOpen)(next)}
		>
			<Tip text={settings.operation} off={shown}>
				<Select.Trigger className={pick['pick']} aria-label={`${t('operation')}: ${settings.operation}`}>
					<span className={pick['name']}>{isInvoke(settings.operation) ? 'InvokeModel' : 'Converse'}</span>
					{isStreaming(settings.operation) && <i data-part="stream"> {t('stream')}</i>}
				</Select.Trigger>
			</Tip>
			<Select.Portal>
				<Select.Positioner className={popup['positioner']} sideOffset={6} align="start" alignItemWithTrigger={false}>
					<Select.Popup className={popup['popup']} finalFocus={focusAfterPanel}>
						<Select.List className={popup['list']}>
							{operations.map((operation) => {
								const why = whyUnusable(operation, family);
								return (
									<Select.Item key={operation} value={operation} disabled={why !== null} className={popup['item']}>
										<span className={popup['check']}>
											<Select.ItemIndicator>
												<Check size={14} />
											</Select.ItemIndicator>
										</span>
										<Select.ItemText className={popup['name']}>{operation}</Select.ItemText>
										<span className={popup['means']}>{t(why ?? `operationMeans.${operation}`)}</span>
									</Select.Item>
								);
							})}
						</Select.List>
					</Select.Popup>
				</Select.Positioner>
			</Select.Portal>
		</Select.Root>
	);
}

/** Why an operation can't be chosen for the models of a family; null: it can. */
function whyUnusable(operation: Operation, family: Family | null): 'noInvoke' | 'onlyInvoke' | null {
	if (isEmbedding(family)) return operation === 'InvokeModel' ? null : 'onlyInvoke';
	return isInvoke(operation) && family === null ? 'noInvoke' : null;
}
