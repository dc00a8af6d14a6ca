import { Popover } from '@base-ui/react/popover';
import { Radio } from '@base-ui/react/radio';
import { RadioGroup } from '@base-ui/react/radio-group';
import { Check } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Connection } from '../../shared/model/connection.ts';
import { ENVIRONMENT, PRACTICE, profileName } from '../../shared/model/connection.ts';
import { ownRegion, refreshConnections, useConnections, useRegion } from '../state/connections.ts';
import { focusAfterPanel, useRegionAsked } from '../state/panels.ts';
import { retarget } from '../state/retarget.ts';
import pick from '../ui/pick.module.css';
import popup from '../ui/popup.module.css';
import { Tip } from '../ui/tip.tsx';
import { useCloseGuard } from '../ui/use-close-guard.ts';
import { ConfigProblems } from './config-problems.tsx';
import css from './connection-picker.module.css';
import type { PickerProps } from './picker-props.ts';
import { RegionField } from './region-field.tsx';
import { useConnectionName } from './use-connection-name.ts';
import { UseForNew } from './use-for-new.tsx';

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
	const kind = practice ? 'practice' : (current?.kind ?? (connections === null ? 'static' : 'none'));
	const name = nameOf(settings.connection);
	const where = practice ? null : (region ?? (connections === null ? null : t('chooseRegion')));
	const full = where === null ? name : `${name} ${where}`;
	return (
		<Popover.Root open={shown} onOpenChange={guard.onOpenChange}>
			<Tip text={full} off={shown}>
				<Popover.Trigger className={pick['pick']} aria-label={`${t('connection')}: ${full}`}>
					<span className={pick['dot']} data-kind={needsRegion ? 'none' : kind} />
					<span className={pick['name']}>{name}</span>
					{where !== null && <i data-part={needsRegion ? 'needed' : 'region'}> {where}</i>}
				</Popover.Trigger>
			</Tip>
			<Popover.Portal>
				<Popover.Positioner className={popup['positioner']} sideOffset={6} align="start">
					<Popover.Popup
						ref={guard.popup}
						className={`${popup['popup']} ${css['popup']}`}
						aria-label={t('connection')}
						initialFocus={() => {
							// Whoever lacks a region wants to choose one.
							const field =
								asked || needsRegion ? guard.popup.current?.querySelector<HTMLElement>('input[role="combobox"]') : null;
							return field ?? true;
						}}
						finalFocus={focusAfterPanel}
					>
						<Choices settings={settings} onChange={onChange} onDone={() => setOpen(false)} />
					</Popover.Popup>
				</Popover.Positioner>
			</Popover.Portal>
		</Popover.Root>
	);
}

interface ChoicesProps extends Pick<PickerProps, 'settings' | 'onChange'> {
	readonly onDone: () => void;
}

function Choices({ settings, onChange, onDone }: ChoicesProps) {
	const { t } = useTranslation('connections');
	const { connections, problems } = useConnections();
	const region = useRegion(settings);
	const asked = useRegionAsked();
	useEffect(() => {
		void refreshConnections();
	}, []);
	const profiles = (connections ?? []).filter(({ id }) => profileName(id) !== null);
	const others = (connections ?? []).filter(({ id }) => profileName(id) === null);
	const missing = connections?.every(({ id }) => id !== settings.connection) === true ? settings.connection : null;
	const change = (connection: string) =>
		onChange(retarget(settings, { connection, region: null }, { before: region, after: ownRegion(connection) }));
	return (
		<>
			<RadioGroup
				className={popup['list']}
				aria-label={t('connection')}
				value={settings.connection}
				onValueChange={change}
			>
				{others.map((connection) => (
					<Choice key={connection.id} connection={connection} />
				))}
				<div className={popup['group']}>{t('profiles')}</div>
				{missing !== null && <Choice connection={missingConnection(missing)} missing />}
				{profiles.map((connection) => (
					<Choice key={connection.id} connection={connection} />
				))}
				{profiles.length === 0 && missing === null && <p className={popup['empty']}>{t('noProfiles')}</p>}
			</RadioGroup>
			{problems.length > 0 && <ConfigProblems problems={problems} />}
			<div className={css['region']}>
				{settings.connection === PRACTICE ? (
					<p>{t('regionPractice', { region: region ?? '' })}</p>
				) : (
					<RegionField
						key={settings.connection}
						asked={asked}
						onChosen={() => {
							if (asked) onDone();
						}}
						region={settings.region}
						own={ownRegion(settings.connection)}
						onChange={(next) =>
							onChange(
								retarget(settings, { region: next }, { before: region, after: next ?? ownRegion(settings.connection) }),
							)
						}
					/>
				)}
				<div className={css['foot']}>
					<UseForNew settings={settings} what="call" />
				</div>
			</div>
		</>
	);
}

/** A chosen connection that is not on this machine (any more). */
function missingConnection(id: string): Connection {
	return {
		id,
		name: '',
		kind: 'none',
		region: null,
		regionFrom: null,
		mfa: false,
		signIn: null,
		expiresAt: null,
	};
}

function Choice({ connection, missing = false }: { readonly connection: Connection; readonly missing?: boolean }) {
	const { t } = useTranslation('connections');
	const nameOf = useConnectionName();
	const means = missing
		? t('missing')
		: connection.id === PRACTICE
			? t('practiceMeans')
			: connection.id === ENVIRONMENT
				? t('environmentMeans')
				: t(`kind.${connection.kind}`);
	return (
		<Radio.Root value={connection.id} className={popup['item']} aria-label={nameOf(connection.id)}>
			<span className={popup['check']}>
				<Radio.Indicator>
					<Check size={14} />
				</Radio.Indicator>
			</span>
			<span className={popup['name']} title={nameOf(connection.id)}>
				{nameOf(connection.id)}
			</span>
			<span className={popup['side']}>{connection.region ?? (missing ? '' : t('noRegion'))}</span>
			<span className={popup['means']}>{means}</span>
		</Radio.Root>
	);
}
