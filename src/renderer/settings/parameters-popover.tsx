import { Popover } from '@base-ui/react/popover';
import { SlidersHorizontal } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { RequestSettings, RequestSettingsPatch } from '../../shared/model/settings.ts';
import { UseForNew } from '../connections/use-for-new.tsx';
import type { ParameterField } from '../state/panels.ts';
import { focusAfterPanel, usePanel, useParameterAsked } from '../state/panels.ts';
import field from '../ui/field.module.css';
import icon from '../ui/icon-button.module.css';
import popup from '../ui/popup.module.css';
import { Tip } from '../ui/tip.tsx';
import { useCloseGuard } from '../ui/use-close-guard.ts';
import { ParametersForm } from './parameters-form.tsx';
import css from './parameters-popover.module.css';
import { AllSettingsButton } from './request/all-settings-button.tsx';

interface Props {
	readonly settings: RequestSettings;
	readonly onChange: (patch: RequestSettingsPatch) => void;
	/** False: the panel is another column's. */
	readonly active?: boolean;
}

/** The parameters of the open conversation, under their button in the chat's head. */
export function ParametersPopover({ settings, onChange, active = true }: Props) {
	const { t } = useTranslation('settings');
	const [asked, setOpen] = usePanel('parameters');
	const open = asked && active;
	const sought = useParameterAsked();
	const guard = useCloseGuard(setOpen);
	return (
		<Popover.Root open={open} onOpenChange={guard.onOpenChange}>
			<Tip text={t('parameters')} off={open}>
				<Popover.Trigger className={`${icon['icon']} ${open ? icon['on'] : ''}`} aria-label={t('parameters')}>
					<SlidersHorizontal size={17} strokeWidth={1.6} />
				</Popover.Trigger>
			</Tip>
			<Popover.Portal>
				<Popover.Positioner className={popup['positioner']} sideOffset={6} align="end">
					<Popover.Popup
						ref={guard.popup}
						className={`${popup['popup']} ${css['popup']}`}
						initialFocus={() => fieldOf(guard.popup.current, sought)}
						finalFocus={focusAfterPanel}
					>
						<Popover.Title className={css['title']}>{t('parametersFor')}</Popover.Title>
						<p className={`${field['hint']} ${css['about']}`}>{t('emptyNotSent')}</p>
						<ParametersForm settings={settings} onChange={onChange} />
						<div className={css['foot']}>
							<AllSettingsButton of="conversation" />
							<UseForNew settings={settings} what="parameters" />
						</div>
					</Popover.Popup>
				</Popover.Positioner>
			</Popover.Portal>
		</Popover.Root>
	);
}

/** The field that the panel was opened for, its value ready to be typed over; true: the first, as ever. */
function fieldOf(popup: HTMLElement | null, sought: ParameterField | null): HTMLElement | true {
	const found = popup?.querySelector<HTMLInputElement | HTMLTextAreaElement>(`[name="${sought}"]`) ?? null;
	if (found === null) return true;
	found.select();
	return found;
}
