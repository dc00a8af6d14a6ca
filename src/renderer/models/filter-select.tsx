import { Select } from '@base-ui/react/select';
import { Check } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../ui/class-names.ts';
import pick from '../ui/pick.module.css';
import popup from '../ui/popup.module.css';
import css from './model-filters.module.css';

interface Props<Value extends string> {
	readonly label: string;
	/** Empty: any. */
	readonly value: Value | '';
	readonly options: readonly { readonly value: Value; readonly label: string }[];
	readonly onChange: (value: Value | '') => void;
}

/** One value to filter by, or any. */
export function FilterSelect<Value extends string>({ label, value, options, onChange }: Props<Value>) {
	const { t } = useTranslation('models');
	const all: readonly { readonly value: Value | ''; readonly label: string }[] = [
		{ value: '', label: t('any') },
		...options,
	];
	const chosen = all.find((option) => option.value === value)?.label ?? value;
	return (
		<Select.Root<Value | ''> value={value} modal={false} onValueChange={(next) => onChange(next ?? '')}>
			<Select.Trigger
				className={classNames(pick['pick'], css['filter'], value !== '' && css['on'])}
				aria-label={`${label}: ${chosen}`}
			>
				<span className={pick['name']}>{value === '' ? label : t('chosen', { label, value: chosen })}</span>
			</Select.Trigger>
			<Select.Portal>
				<Select.Positioner className={popup['positioner']} sideOffset={6} align="start" alignItemWithTrigger={false}>
					<Select.Popup className={classNames(popup['popup'], css['options'])}>
						<Select.List className={popup['list']}>
							{all.map((option) => (
								<Select.Item key={option.value} value={option.value} className={popup['item']}>
									<span className={popup['check']}>
										<Select.ItemIndicator>
											<Check size={14} />
										</Select.ItemIndicator>
									</span>
									<Select.ItemText className={popup['name']}>{option.label}</Select.ItemText>
								</Select.Item>
							))}
						</Select.List>
					</Select.Popup>
				</Select.Positioner>
			</Select.Portal>
		</Select.Root>
	);
}
