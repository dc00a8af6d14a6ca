import { Popover } from '@base-ui/react/popover';
import { SlidersHorizontal } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { RequestSettings, RequestSettingsPatch } from '../../shared/model/settings.ts';
import { usePanel } from '../state/panels.ts';
import icon from '../ui/icon-button.module.css';
import popup from '../ui/popup.module.css';
import { ParametersForm } from './parameters-form.tsx';
import css from './parameters-popover.module.css';

interface Props {
	readonly settings: RequestSettings;
	readonly onChange: (patch: RequestSettingsPatch) => void;
}

/** The parameters of the open conversation, under their button in the chat's head. */
export function ParametersPopover({ settings, onChange }: Props) {
	const { t } = useTranslation('settings');
	const [open, setOpen] = usePanel('parameters');
	return (
		<Popover.Root open={open} onOpenChange={setOpen}>
			<Popover.Trigger
				className={`${icon['icon']} ${open ? icon['on'] : ''}`}
				aria-label={t('parameters')}
				title={t('parameters')}
			>
				<SlidersHorizontal size={17} strokeWidth={1.6} />
			</Popover.Trigger>
			<Popover.Portal>
				<Popover.Positioner className={popup['positioner']} sideOffset={6} align="end">
					<Popover.Popup className={`${popup['popup']} ${css['popup']}`}>
						<Popover.Title className={css['title']}>{t('parametersFor')}</Popover.Title>
						<ParametersForm settings={settings} onChange={onChange} />
					</Popover.Popup>
				</Popover.Positioner>
			</Popover.Portal>
		</Popover.Root>
	);
}
