import { Popover } from '@base-ui/react/popover';
import { TriangleAlert } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestSettings, RequestSettingsPatch } from '../../shared/model/settings.ts';
import type { Refusal } from '../../shared/requests/refusal.ts';
import { RefusalItem } from '../settings/request/refusal-item.tsx';
import { focusComposer } from '../state/conversations.ts';
import field from '../ui/field.module.css';
import popup from '../ui/popup.module.css';
import css from './refusals-pill.module.css';

interface Props {
	readonly settings: RequestSettings;
	readonly refusals: readonly Refusal[];
	readonly onChange: (patch: RequestSettingsPatch) => void;
}

/** How many settings the model will refuse or get nothing of, and each of them with the ways out under a press. */
export function RefusalsPill({ settings, refusals, onChange }: Props) {
	const { t } = useTranslation('request');
	const refused = refusals.filter(({ why }) => why !== 'unsent').length;
	const [open, setOpen] = useState(false);
	const trigger = useRef<HTMLButtonElement>(null);
	// What was left out last leaves the popover as it is, and the focus in it.
	if (refusals.length === 0 && !open) return null;
	return (
		<Popover.Root open={open} onOpenChange={setOpen}>
			<Popover.Trigger
				ref={trigger}
				className={css['pill']}
				data-refusals={refused}
				data-unsent={refused === 0 || undefined}
			>
				<TriangleAlert size={12} strokeWidth={2} aria-hidden />
				{refused > 0 || refusals.length === 0
					? t('refusedCount', { count: refused })
					: t('unsentCount', { count: refusals.length })}
			</Popover.Trigger>
			<Popover.Portal>
				<Popover.Positioner className={popup['positioner']} side="top" sideOffset={8} align="start">
					<Popover.Popup className={`${popup['popup']} ${css['popup']}`} finalFocus={() => focusAfter(trigger.current)}>
						<Popover.Title className={css['title']}>{t('beforeSending')}</Popover.Title>
						<p className={field['hint']}>{t(refusals.length === 0 ? 'noneRefused' : 'refusedAbout')}</p>
						<div className={css['list']}>
							{refusals.map((refusal) => (
								<RefusalItem
									key={`${refusal.why} ${refusal.part ?? refusal.settings[0]}`}
									named
									refusal={refusal}
									settings={settings}
									onChange={onChange}
								/>
							))}
						</div>
					</Popover.Popup>
				</Popover.Positioner>
			</Popover.Portal>
		</Popover.Root>
	);
}

/** The pill, while it is there; else the composer goes on. */
function focusAfter(pill: HTMLElement | null): boolean {
	if (pill?.isConnected === true) return true;
	focusComposer();
	return false;
}
