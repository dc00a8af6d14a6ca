import { useTranslation } from 'react-i18next';
import { PRACTICE } from '../../shared/model/connection.ts';
import type { RequestSettings, RequestSettingsPatch } from '../../shared/model/settings.ts';
import field from '../ui/field.module.css';
import { Choice } from './choice.tsx';
import css from './endpoint-fields.module.css';
import { parseEndpoint } from './parse-parameter.ts';
import { TextField } from './text-field.tsx';

interface Props {
	readonly settings: RequestSettings;
	readonly onChange: (patch: RequestSettingsPatch) => void;
}

type Three = 'default' | 'on' | 'off';

const threeOf = (value: boolean | null): Three => (value === null ? 'default' : value ? 'on' : 'off');
const settingOf = (three: Three): boolean | null => (three === 'default' ? null : three === 'on');

/** Which of AWS's endpoints is called, or which other one. */
export function EndpointFields({ settings, onChange }: Props) {
	const { t } = useTranslation('settings');
	const { endpointUrl, fips, dualStack } = settings;
	const isPractice = settings.connection === PRACTICE;
	const conflict = !isPractice && endpointUrl !== null && (fips === true || dualStack === true);
	const options: readonly { value: Three; label: string }[] = [
		{ value: 'default', label: t('endpointDefault') },
		{ value: 'on', label: t('on') },
		{ value: 'off', label: t('off') },
	];
	const hints = isPractice ? [t('endpointPractice')] : [t('fipsHint'), t('dualStackHint'), t('endpointDefaultHint')];
	return (
		<div className={css['endpoint']}>
			<TextField
				mono
				label={t('endpointUrl')}
				value={endpointUrl}
				show={(value) => value ?? ''}
				parse={parseEndpoint}
				placeholder="https://"
				clearLabel={t('empty')}
				hint={isPractice ? '' : t('endpointHint')}
				warning={conflict ? t('endpointConflict') : null}
				onKeep={(value) => onChange({ endpointUrl: value })}
			/>
			<div className={css['choices']}>
				<Choice
					label={t('fips')}
					value={threeOf(fips)}
					options={options}
					onChange={(value) => onChange({ fips: settingOf(value) })}
				/>
				<Choice
					label={t('dualStack')}
					value={threeOf(dualStack)}
					options={options}
					onChange={(value) => onChange({ dualStack: settingOf(value) })}
				/>
			</div>
			<div className={`${field['hint']} ${css['hints']}`}>
				{hints.map((hint) => (
					<p key={hint}>{hint}</p>
				))}
			</div>
		</div>
	);
}
