import { useTranslation } from 'react-i18next';
import { parseMaxTokens, parseUnit } from '../parse-parameter.ts';
import { StopSequences } from '../stop-sequences.tsx';
import { TextField } from '../text-field.tsx';
import { useRequestForm } from './request-form.ts';
import { Setting } from './setting.tsx';

const show = (value: number | null) => (value === null ? '' : String(value));

/** How long the answer may be, and how words are picked. */
export function BasicsSection() {
	const { t } = useTranslation(['request', 'settings']);
	const { settings, onChange, isPrompt } = useRequestForm();
	const unit = { show, parse: parseUnit, placeholder: t('settings:notSentShort'), clearLabel: t('settings:clear') };
	return (
		<>
			<Setting name="maxTokens" part="maxTokens">
				<TextField
					label={t('setting.maxTokens')}
					value={settings.maxTokens}
					show={String}
					parse={parseMaxTokens}
					hint={isPrompt ? '' : t('settings:alwaysSent')}
					onKeep={(maxTokens) => onChange({ maxTokens })}
				/>
			</Setting>
			<Setting name="temperature" part="temperature">
				<TextField
					{...unit}
					label={t('setting.temperature')}
					value={settings.temperature}
					hint={t('hint.temperature')}
					onKeep={(temperature) => onChange({ temperature })}
				/>
			</Setting>
			<Setting name="topP" part="topP">
				<TextField
					{...unit}
					label={t('setting.topP')}
					value={settings.topP}
					hint={t('hint.topP')}
					onKeep={(topP) => onChange({ topP })}
				/>
			</Setting>
			<Setting name="stopSequences" part="stopSequences">
				<StopSequences values={settings.stopSequences} onKeep={(stopSequences) => onChange({ stopSequences })} />
			</Setting>
		</>
	);
}
