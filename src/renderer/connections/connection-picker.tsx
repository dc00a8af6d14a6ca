import { Popover } from '@base-ui/react/popover';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Connection } from '../../shared/model/connection.ts';
import { PRACTICE } from '../../shared/model/connection.ts';
import { useConnections, useRegion } from '../state/connections.ts';
import { focusAfterPanel, useRegionAsked } from '../state/panels.ts';
import pick from '../ui/pick.module.css';
import popup from '../ui/popup.module.css';
import { Tip } from '../ui/tip.tsx';
import { useCloseGuard } from '../ui/use-close-guard.ts';
import { ConnectionChoices } from './connection-choices.tsx';
import css from './connection-picker.module.css';
import { formatMoment } from './moment-words.ts';
import type { PickerProps } from './picker-props.ts';
import { signInWord } from './sign-in-word.ts';
import { useConnectionName } from './use-connection-name.ts';

/** Chooses whose credentials are used and where calls go. The AWS config files are read anew each time it opens. */
export function ConnectionPicker({ settings, onChange, open, onOpen }: PickerProps) {
	const { t } = useTranslation('connections');
	const { connections } = useConnections();
	const region = useRegion(settings);
	const nameOf = useConnectionName();
	const current = connections?.find(({ id }) => id === settings.connection);
	const [ownOpen, setOwnOpen] = useState(false);
	const setOpen = onOpen ?? setOwnOpen;
	const guard = useCloseGuard(setOpen);
	const shown = open ?? ownOpen;
	const asked = useRegionAsked();
	const practice = settings.connection === PRACTICE;
	const needsRegion = !practice && connections !== null && region === null;
	const lacking = useLacking(current);
	const kind = practice ? 'practice' : (current?.kind ?? (connections === null ? 'static' : 'none'));
	const name = nameOf(settings.connection);
	const where = practice ? null : (region ?? (connections === null ? null : t('chooseRegion')));
	const full = where === null ? name : `${name} ${where}`;
	return (
		<Popover.Root open={shown} onOpenChange={guard.onOpenChange}>
			<Tip text={lacking === null ? full : `${full}\n${lacking}`} off={shown}>
				<Popover.Trigger className={pick['pick']} aria-label={`${t('connection')}: ${full}`}>
					<span className={pick['dot']} data-kind={needsRegion || lacking !== null ? 'none' : kind} />
					<span className={pick['name']}>{name}</span>
					{where !== null && <i data-part={needsRegion ? 'needed' : 'region'}> {where}</i>}
				</Popover.Trigger>
			</Tip>
			<Popover.Portal>
				<Popover.Positioner
					className={popup['positioner']}
					sideOffset={6}
					align="start"
					// A long list scrolls under its picker; it does not go beside it.
					collisionAvoidance={{ fallbackAxisSide: 'none' }}
				>
					<Popover.Popup
						ref={guard.popup}
						className={`${popup['popup']} ${css['popup']}`}
						aria-label={t('connection')}
						initialFocus={() => firstFocus(guard.popup.current, asked || needsRegion)}
						finalFocus={focusAfterPanel}
					>
						<ConnectionChoices settings={settings} onChange={onChange} onDone={() => setOpen(false)} />
					</Popover.Popup>
				</Popover.Positioner>
			</Popover.Portal>
		</Popover.Root>
	);
}

/** What a connection lacks for a call, in words: a sign-in, or a key that has not ended; null: nothing that is known. */
function useLacking(connection: Connection | undefined): string | null {
	const { t, i18n } = useTranslation('connections');
	const now = Date.now();
	const word = connection?.signIn == null ? null : signInWord(connection.signIn, now);
	if (word === 'expired' || word === 'never') return t(`signIn.${word}`);
	const ended = connection?.expiresAt ?? Number.POSITIVE_INFINITY;
	return ended > now ? null : t('ended', { time: formatMoment(ended, now, i18n.language) });
}

/** Whoever lacks a region wants to choose one; among many profiles one is found by its name; else the chosen one is lit. */
function firstFocus(popup: HTMLElement | null, region: boolean): HTMLElement | true {
	const wanted = region ? 'input[role="combobox"]' : 'input[data-filter], [role="radio"][aria-checked="true"]';
	return popup?.querySelector<HTMLElement>(wanted) ?? true;
}
