import { useTranslation } from 'react-i18next';
import type { CallSettings } from '../../shared/model/app-settings.ts';
import css from './parameters-form.module.css';
import { parseAttempts, parseSeconds, parseSecondsOrNone } from './parse-parameter.ts';
import { TextField } from './text-field.tsx';

interface Props {
	readonly settings: CallSettings;
	readonly onChange: (patch: Partial<CallSettings>) => void;
}

const show = (value: number | null) => (value === null ? '' : String(value));

/** How often a call is tried, and how long it may take. */
export function CallsForm({ settings, onChange }: Props) {
	const { t } = useTranslation('settings');
	const seconds = { show, parse: parseSeconds };
	const optional = { show, parse: parseSecondsOrNone, placeholder: t('noLimit'), clearLabel: t('noLimit') };
	return (
		<div className={css['form']}>
			<div className={css['three']}>
				<TextField
					label={t('attempts')}
					value={settings.attempts}
					show={show}
					parse={parseAttempts}
					hint={t('attemptsHint')}
					onKeep={(attempts) => onChange({ attempts })}
				/>
				<TextField
					{...seconds}
					label={t('connectSeconds')}
					value={settings.connectSeconds}
					hint={t('perAttempt')}
					onKeep={(connectSeconds) => onChange({ connectSeconds })}
				/>
				<TextField
					{...optional}
					label={t('firstByteSeconds')}
					value={settings.firstByteSeconds}
					hint={t('firstByteHint')}
					onKeep={(firstByteSeconds) => onChange({ firstByteSeconds })}
				/>
			</div>
			<div className={css['three']}>
				<TextField
					{...seconds}
					label={t('idleSeconds')}
					value={settings.idleSeconds}
					hint={t('idleHint')}
					onKeep={(idleSeconds) => onChange({ idleSeconds })}
				/>
				<TextField
					{...optional}
					label={t('totalSeconds')}
					value={settings.totalSeconds}
					hint={t('totalHint')}
					onKeep={(totalSeconds) => onChange({ totalSeconds })}
				/>
			</div>
		</div>
	);
}
