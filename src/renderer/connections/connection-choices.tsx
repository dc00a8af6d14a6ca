import { RadioGroup } from '@base-ui/react/radio-group';
import { FlaskConical, KeyRound } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Connection } from '../../shared/model/connection.ts';
import { API_KEY, PRACTICE, profileName } from '../../shared/model/connection.ts';
import { askWhoAmI, openApiKey } from '../state/access-dialogs.ts';
import { ownRegion, ownRegionFrom, refreshConnections, useConnections, useRegion } from '../state/connections.ts';
import { openPanel, useRegionAsked } from '../state/panels.ts';
import { retarget } from '../state/retarget.ts';
import { Button } from '../ui/button.tsx';
import popup from '../ui/popup.module.css';
import { ConfigProblems } from './config-problems.tsx';
import css from './connection-picker.module.css';
import { ConnectionRow } from './connection-row.tsx';
import { FILTER_FROM, filterProfiles } from './filter-profiles.ts';
import type { PickerProps } from './picker-props.ts';
import { RegionField } from './region-field.tsx';
import { UseForNew } from './use-for-new.tsx';
import { useKeyFor } from './use-key-for.ts';

interface Props extends Pick<PickerProps, 'settings' | 'onChange'> {
	/** Closes the picker. */
	readonly onDone: () => void;
}

/** What the picker of connections has in it: every connection of the machine, and the region of the chosen one. */
export function ConnectionChoices({ settings, onChange, onDone }: Props) {
	const { t, i18n } = useTranslation('connections');
	const { connections, problems } = useConnections();
	const region = useRegion(settings);
	const keyUse = useKeyFor({ settings, onChange });
	const [filter, setFilter] = useState('');
	useEffect(() => {
		void refreshConnections();
	}, []);
	const chosen = settings.connection;
	const all = connections ?? [];
	const profiles = useMemo(() => all.filter(({ id }) => profileName(id) !== null), [all]);
	const others = all.filter(({ id }) => profileName(id) === null);
	const { rows, more } = useMemo(() => filterProfiles(profiles, filter, chosen), [profiles, filter, chosen]);
	const missing = connections?.every(({ id }) => id !== chosen) === true ? chosen : null;
	const profileMissing = missing !== null && profileName(missing) !== null;
	const change = (connection: string) =>
		onChange(retarget(settings, { connection, region: null }, { before: region, after: ownRegion(connection) }));
	const row = { chosen, keyUse, onLeave: onDone };
	return (
		<>
			{profiles.length > FILTER_FROM && (
				<input
					data-filter
					className={popup['search']}
					value={filter}
					placeholder={t('filter')}
					aria-label={t('filter')}
					spellCheck={false}
					autoComplete="off"
					onChange={(event) => setFilter(event.currentTarget.value)}
				/>
			)}
			<RadioGroup className={css['list']} aria-label={t('connection')} value={chosen} onValueChange={change}>
				{others.map((connection) => (
					<ConnectionRow key={connection.id} connection={connection} {...row} />
				))}
				{missing !== null && !profileMissing && (
					<ConnectionRow connection={missingConnection(missing)} missing {...row} />
				)}
				{connections !== null && others.every(({ id }) => id !== API_KEY) && (
					<button
						type="button"
						className={css['add']}
						onClick={() => {
							onDone();
							openApiKey(keyUse);
						}}
					>
						<KeyRound size={14} aria-hidden />
						{t('addApiKey')}
					</button>
				)}
				<div className={popup['group']}>{t('profiles')}</div>
				{missing !== null && profileMissing && (
					<ConnectionRow connection={missingConnection(missing)} missing {...row} />
				)}
				{rows.map((connection) => (
					<ConnectionRow key={connection.id} connection={connection} {...row} />
				))}
				{connections !== null && rows.length === 0 && !profileMissing && (
					<p className={popup['empty']}>{t(profiles.length === 0 ? 'noProfiles' : 'filterNone')}</p>
				)}
				{more > 0 && (
					<p className={popup['empty']}>{t('more', { count: more, number: more.toLocaleString(i18n.language) })}</p>
				)}
			</RadioGroup>
			{problems.length > 0 && <ConfigProblems problems={problems} />}
			<Chosen settings={settings} onChange={onChange} onDone={onDone} />
		</>
	);
}

/** The region of the chosen connection, and what can be asked of it. */
function Chosen({ settings, onChange, onDone }: Props) {
	const { t } = useTranslation(['connections', 'tries']);
	const region = useRegion(settings);
	const asked = useRegionAsked();
	const { connection, fips, dualStack } = settings;
	return (
		<div className={css['region']}>
			{connection === PRACTICE ? (
				<>
					<p>{t('regionPractice', { region: region ?? '' })}</p>
					<Button
						onClick={() => {
							onDone();
							openPanel('tries');
						}}
					>
						<FlaskConical size={14} aria-hidden />
						{t('tries:open')}
					</Button>
				</>
			) : (
				<RegionField
					key={connection}
					asked={asked}
					onChosen={() => {
						if (asked) onDone();
					}}
					region={settings.region}
					own={ownRegion(connection)}
					from={ownRegionFrom(connection)}
					onChange={(next) =>
						onChange(retarget(settings, { region: next }, { before: region, after: next ?? ownRegion(connection) }))
					}
				/>
			)}
			<div className={css['foot']}>
				<Button
					variant="quiet"
					onClick={() => {
						onDone();
						askWhoAmI({ connection, region: settings.region, fips, dualStack });
					}}
				>
					{t('whoAmI')}
				</Button>
				<Button
					variant="quiet"
					onClick={() => {
						onDone();
						openPanel('welcome');
					}}
				>
					{t('welcome')}
				</Button>
				<span className={css['end']}>
					<UseForNew settings={settings} what="call" />
				</span>
			</div>
		</div>
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
