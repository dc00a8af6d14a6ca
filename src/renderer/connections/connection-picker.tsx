import { Popover } from '@base-ui/react/popover';
import { Radio } from '@base-ui/react/radio';
import { RadioGroup } from '@base-ui/react/radio-group';
import { Check, TriangleAlert } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConfigProblem, Connection } from '../../shared/model/connection.ts';
import { ENVIRONMENT, PRACTICE, profileName } from '../../shared/model/connection.ts';
import { ownRegion, refreshConnections, useConnections, useRegion } from '../state/connections.ts';
import { retarget } from '../state/retarget.ts';
import pick from '../ui/pick.module.css';
import popup from '../ui/popup.module.css';
import css from './connection-picker.module.css';
import type { PickerProps } from './picker-props.ts';
import { RegionField } from './region-field.tsx';
import { useConnectionName } from './use-connection-name.ts';

/** Chooses whose credentials are used and where calls go. The AWS config files are read anew each time it opens. */
export function ConnectionPicker({ settings, onChange, open, onOpen }: PickerProps) {
	const { t } = useTranslation('connections');
	const { connections } = useConnections();
	const region = useRegion(settings);
	const nameOf = useConnectionName();
	const current = connections?.find(({ id }) => id === settings.connection);
	const kind =
		settings.connection === PRACTICE ? 'practice' : (current?.kind ?? (connections === null ? 'static' : 'none'));
	const name = nameOf(settings.connection);
	return (
		<Popover.Root {...(open === undefined ? {} : { open })} onOpenChange={(next) => onOpen?.(next)}>
			<Popover.Trigger
				className={pick['pick']}
				aria-label={`${t('connection')}: ${name}${settings.connection === PRACTICE ? '' : ` ${region ?? t('noRegion')}`}`}
			>
				<span className={pick['dot']} data-kind={kind} />
				<span>{name}</span> {settings.connection !== PRACTICE && <i>{region ?? t('noRegion')}</i>}
			</Popover.Trigger>
			<Popover.Portal>
				<Popover.Positioner className={popup['positioner']} sideOffset={6} align="start">
					<Popover.Popup className={`${popup['popup']} ${css['popup']}`} aria-label={t('connection')}>
						<Choices settings={settings} onChange={onChange} />
					</Popover.Popup>
				</Popover.Positioner>
			</Popover.Portal>
		</Popover.Root>
	);
}

function Choices({ settings, onChange }: Pick<PickerProps, 'settings' | 'onChange'>) {
	const { t } = useTranslation('connections');
	const { connections, problems } = useConnections();
	const region = useRegion(settings);
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
				{missing !== null && <Choice connection={{ id: missing, name: '', kind: 'none', region: null }} missing />}
				{profiles.map((connection) => (
					<Choice key={connection.id} connection={connection} />
				))}
				{profiles.length === 0 && missing === null && <p className={popup['empty']}>{t('noProfiles')}</p>}
			</RadioGroup>
			{problems.length > 0 && <Problems problems={problems} />}
			<div className={css['region']}>
				{settings.connection === PRACTICE ? (
					<p>{t('regionPractice', { region: region ?? '' })}</p>
				) : (
					<RegionField
						region={settings.region}
						own={ownRegion(settings.connection)}
						onChange={(next) =>
							onChange(
								retarget(settings, { region: next }, { before: region, after: next ?? ownRegion(settings.connection) }),
							)
						}
					/>
				)}
			</div>
		</>
	);
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
			<span className={popup['name']}>{nameOf(connection.id)}</span>
			<span className={popup['side']}>{connection.region}</span>
			<span className={popup['means']}>{means}</span>
		</Radio.Root>
	);
}

function Problems({ problems }: { readonly problems: readonly ConfigProblem[] }) {
	const { t } = useTranslation('connections');
	return (
		<section className={css['problems']}>
			<h3>
				<TriangleAlert size={14} aria-hidden />
				{t('problems')}
			</h3>
			<ul>
				{problems.map((problem) => (
					<li key={`${problem.file}:${problem.line}:${problem.code}`}>
						{t(`problem.${problem.code}`)}
						<code>
							{problem.line === null ? problem.file : t('problemLine', { file: problem.file, line: problem.line })}
						</code>
						{problem.detail !== '' && <code>{problem.detail}</code>}
					</li>
				))}
			</ul>
		</section>
	);
}
