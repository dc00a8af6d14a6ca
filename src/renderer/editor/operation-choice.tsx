import { Select } from '@base-ui/react/select';
import { Check } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Operation } from '../../shared/model/operation.ts';
import { operations } from '../../shared/model/operation.ts';
import { classNames } from '../ui/class-names.ts';
import pick from '../ui/pick.module.css';
import popup from '../ui/popup.module.css';
import css from './editor-dialog.module.css';

interface Props {
	readonly value: Operation;
	readonly onChange: (operation: Operation) => void;
}

/** The operation of this one call. Any can be chosen: a body that a person writes needs no known format. */
export function OperationChoice({ value, onChange }: Props) {
	const { t } = useTranslation(['editor', 'connections']);
	return (
		<Select.Root<Operation> value={value} modal={false} onValueChange={(next) => next !== null && onChange(next)}>
			<Select.Trigger
				className={classNames(pick['pick'], css['operation'])}
				aria-label={`${t('connections:operation')}: ${value}`}
				title={t('operationHint')}
			>
				<span className={pick['name']}>{value}</span>
			</Select.Trigger>
			<Select.Portal>
				<Select.Positioner className={popup['positioner']} sideOffset={6} align="start" alignItemWithTrigger={false}>
					<Select.Popup className={classNames(popup['popup'], css['choices'])}>
						<Select.List className={popup['list']}>
							{operations.map((operation) => (
								<Select.Item key={operation} value={operation} className={popup['item']}>
									<span className={popup['check']}>
										<Select.ItemIndicator>
											<Check size={14} />
										</Select.ItemIndicator>
									</span>
									<Select.ItemText className={popup['name']}>{operation}</Select.ItemText>
								</Select.Item>
							))}
						</Select.List>
					</Select.Popup>
				</Select.Positioner>
			</Select.Portal>
		</Select.Root>
	);
}
