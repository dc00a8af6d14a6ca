import { useTranslation } from 'react-i18next';
import { findModel } from '../../shared/catalogue.ts';
import { isInvoke } from '../../shared/model/operation.ts';
import type { RequestSettings, RequestSettingsPatch } from '../../shared/model/settings.ts';
import type { SettingName } from '../../shared/requests/refusal.ts';
import { EndpointFields } from './endpoint-fields.tsx';
import css from './parameters-form.module.css';
import { parseMaxTokens, parseUnit } from './parse-parameter.ts';
import { RefusalItem } from './request/refusal-item.tsx';
import { refusalsOf } from './request/refusals-of.ts';
import { StopSequences } from './stop-sequences.tsx';
import { TextArea } from './text-area.tsx';
import { TextField } from './text-field.tsx';

interface Props {
	readonly settings: RequestSettings;
	readonly onChange: (patch: RequestSettingsPatch) => void;
}

const showNumber = (value: number | null) => (value === null ? '' : String(value));
const same = (text: string) => text;

/** The parameters that are needed most. What the model refuses is said before AWS does. */
export function ParametersForm({ settings, onChange }: Props) {
	const { t } = useTranslation('settings');
	const unit = { inRow: true, show: showNumber, parse: parseUnit, clearLabel: t('clear') };
	const inFront =
		settings.system !== '' && isInvoke(settings.operation) && findModel(settings.modelId)?.system === false;
	return (
		<div className={css['form']}>
			<TextArea
				label={t('systemPrompt')}
				name="system"
				value={settings.system}
				show={same}
				parse={(text) => ({ ok: true, value: text })}
				rows={3}
				placeholder={t('systemPlaceholder')}
				warning={inFront ? t('systemInFront') : null}
				onKeep={(system) => onChange({ system })}
			/>
			<Refused of={['system']} settings={settings} onChange={onChange} />
			<div className={css['three']}>
				<TextField
					inRow
					label={t('maxTokens')}
					name="maxTokens"
					value={settings.maxTokens}
					show={showNumber}
					parse={parseMaxTokens}
					onKeep={(value) => value !== null && onChange({ maxTokens: value })}
					hint={t('alwaysSent')}
				/>
				<TextField
					{...unit}
					label={t('temperature')}
					name="temperature"
					value={settings.temperature}
					placeholder={t('notSentShort')}
					onKeep={(value) => onChange({ temperature: value })}
				/>
				<TextField
					{...unit}
					label={t('topP')}
					name="topP"
					value={settings.topP}
					placeholder={t('notSentShort')}
					onKeep={(value) => onChange({ topP: value })}
				/>
			</div>
			<Refused of={['maxTokens', 'temperature', 'topP']} settings={settings} onChange={onChange} />
			<StopSequences values={settings.stopSequences} onKeep={(stopSequences) => onChange({ stopSequences })} />
			<Refused of={['stopSequences']} settings={settings} onChange={onChange} />
			<EndpointFields settings={settings} onChange={onChange} />
		</div>
	);
}

/** What is refused of some settings; nothing where nothing is. */
function Refused({ of, settings, onChange }: Props & { readonly of: readonly SettingName[] }) {
	const found = refusalsOf(settings).filter(({ settings: [first] }) => first !== undefined && of.includes(first));
	if (found.length === 0) return null;
	return (
		<div className={css['refused']} role="status">
			{found.map((refusal) => (
				<RefusalItem
					key={refusal.why + refusal.settings[0]}
					refusal={refusal}
					named={of.length > 1}
					settings={settings}
					onChange={onChange}
				/>
			))}
		</div>
	);
}
