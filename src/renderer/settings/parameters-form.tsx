import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { findModel } from '../../shared/catalogue.ts';
import { isInvoke } from '../../shared/model/operation.ts';
import type { RequestSettings, RequestSettingsPatch } from '../../shared/model/settings.ts';
import field from '../ui/field.module.css';
import { EndpointFields } from './endpoint-fields.tsx';
import css from './parameters-form.module.css';
import { parseMaxTokens, parseUnit } from './parse-parameter.ts';
import { StopSequences } from './stop-sequences.tsx';
import { TextField } from './text-field.tsx';
import { useField } from './use-field.ts';

interface Props {
	readonly settings: RequestSettings;
	readonly onChange: (patch: RequestSettingsPatch) => void;
}

const showNumber = (value: number | null) => (value === null ? '' : String(value));

/** The parameters of a request. What the model refuses is said before AWS does. */
export function ParametersForm({ settings, onChange }: Props) {
	const { t, i18n } = useTranslation('settings');
	const model = findModel(settings.modelId);
	const limit = model?.maxOutput ?? null;
	const { temperature, topP, maxTokens } = settings;
	const sampling = model?.sampling ?? 'both';
	const samplingId = useId();
	const samplingWarning =
		sampling === 'none' && (temperature !== null || topP !== null)
			? t('samplingNone')
			: sampling === 'one' && temperature !== null && topP !== null
				? t('samplingOne')
				: '';
	const systemWarning =
		settings.system === '' || model?.system !== false
			? null
			: t(isInvoke(settings.operation) ? 'systemInFront' : 'systemUnsupported');
	const unit = { inRow: true, show: showNumber, parse: parseUnit, clearLabel: t('clear'), describedBy: samplingId };
	return (
		<div className={css['form']}>
			<SystemPrompt value={settings.system} warning={systemWarning} onKeep={(system) => onChange({ system })} />
			<div className={css['three']}>
				<TextField
					inRow
					label={t('maxTokens')}
					value={maxTokens}
					show={showNumber}
					parse={parseMaxTokens}
					onKeep={(value) => value !== null && onChange({ maxTokens: value })}
					hint={t('alwaysSent')}
					warning={
						limit !== null && maxTokens > limit ? t('maxOutput', { value: limit.toLocaleString(i18n.language) }) : null
					}
				/>
				<TextField
					{...unit}
					label={t('temperature')}
					value={temperature}
					placeholder={t('notSentShort')}
					onKeep={(value) => onChange({ temperature: value })}
				/>
				<TextField
					{...unit}
					label={t('topP')}
					value={topP}
					placeholder={t('notSentShort')}
					onKeep={(value) => onChange({ topP: value })}
				/>
			</div>
			<p id={samplingId} className={`${field['warning']} ${css['note']}`}>
				{samplingWarning}
			</p>
			<StopSequences values={settings.stopSequences} onKeep={(stopSequences) => onChange({ stopSequences })} />
			<EndpointFields settings={settings} onChange={onChange} />
		</div>
	);
}

function SystemPrompt({
	value,
	warning,
	onKeep,
}: {
	readonly value: string;
	readonly warning: string | null;
	readonly onKeep: (value: string) => void;
}) {
	const { t } = useTranslation('settings');
	const id = useId();
	const { text, setText, flush } = useField<string>(
		value,
		(own) => own,
		(own) => ({ ok: true, value: own }),
		onKeep,
	);
	return (
		<div className={field['field']}>
			<label className={field['label']} htmlFor={id}>
				{t('systemPrompt')}
			</label>
			<textarea
				id={id}
				className={`${field['input']} ${css['system']}`}
				rows={3}
				value={text}
				placeholder={t('systemPlaceholder')}
				aria-describedby={warning === null ? undefined : `${id}-note`}
				onChange={(event) => setText(event.currentTarget.value)}
				onBlur={flush}
			/>
			{warning !== null && (
				<p id={`${id}-note`} className={field['warning']}>
					{warning}
				</p>
			)}
		</div>
	);
}
