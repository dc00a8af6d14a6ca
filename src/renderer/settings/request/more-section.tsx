import { useTranslation } from 'react-i18next';
import { isInvoke } from '../../../shared/model/operation.ts';
import css from '../../ui/field.module.css';
import { JsonField } from '../json-field.tsx';
import { PairList } from '../pair-list.tsx';
import { parseIntegerOrNone, parsePointers } from '../parse-parameter.ts';
import { TextArea } from '../text-area.tsx';
import { TextField } from '../text-field.tsx';
import { OptionalChoice } from './optional-choice.tsx';
import { useRequestForm } from './request-form.ts';
import { useRequestAsked } from './request-panel.ts';
import { Setting } from './setting.tsx';

const NONE: readonly never[] = [];

/** What is needed less often. */
export function MoreSection() {
	const { t } = useTranslation(['request', 'settings']);
	const { settings, onChange, isPrompt } = useRequestForm();
	const { field } = useRequestAsked();
	const invoke = isInvoke(settings.operation);
	return (
		<>
			<Setting name="topK" part="topK">
				<TextField
					label={t('setting.topK')}
					value={settings.topK}
					show={(value) => (value === null ? '' : String(value))}
					parse={parseIntegerOrNone}
					placeholder={t('settings:notSentShort')}
					clearLabel={t('settings:clear')}
					hint={t('hint.topK')}
					onKeep={(topK) => onChange({ topK })}
				/>
			</Setting>
			<Setting name="additionalFields" part="additionalFields">
				<JsonField
					optional
					label={t('setting.additionalFields')}
					value={settings.additionalFields}
					placeholder={'{ "top_k": 40 }'}
					hint={t(invoke ? 'hint.additionalInvoke' : 'hint.additionalFields')}
					onKeep={(additionalFields) => onChange({ additionalFields })}
				/>
			</Setting>
			<Setting name="responsePaths" part="responsePaths">
				<TextArea
					code
					label={t('setting.responsePaths')}
					value={settings.responsePaths}
					show={(paths) => paths.join('\n')}
					parse={parsePointers}
					rows={2}
					placeholder="/stop_sequence"
					hint={t('hint.responsePaths')}
					onKeep={(responsePaths) => onChange({ responsePaths })}
				/>
			</Setting>
			<Setting name="promptVariables" part="promptVariables">
				<PairList
					label={t('setting.promptVariables')}
					value={settings.promptVariables}
					hint={t(
						isPrompt || Object.keys(settings.promptVariables).length === 0
							? 'hint.promptVariables'
							: 'hint.noPromptArn',
					)}
					wanted={field?.setting === 'promptVariables' ? field.names : NONE}
					onKeep={(promptVariables) => onChange({ promptVariables })}
				/>
			</Setting>
			<Setting name="requestMetadata" part="requestMetadata">
				<PairList
					label={t('setting.requestMetadata')}
					value={settings.requestMetadata}
					hint={t('hint.requestMetadata')}
					onKeep={(requestMetadata) => onChange({ requestMetadata })}
				/>
			</Setting>
			<Setting name="performance" part="performance">
				<OptionalChoice
					label={t('setting.performance')}
					value={settings.performance}
					options={[
						{ value: 'standard', label: t('performance.standard') },
						{ value: 'optimized', label: t('performance.optimized') },
					]}
					onChange={(performance) => onChange({ performance })}
				/>
				<p className={css['hint']}>{t('hint.performance')}</p>
			</Setting>
			<Setting name="serviceTier" part="serviceTier">
				<OptionalChoice
					label={t('setting.serviceTier')}
					value={settings.serviceTier}
					options={[
						{ value: 'default', label: t('tier.default') },
						{ value: 'priority', label: t('tier.priority') },
						{ value: 'flex', label: t('tier.flex') },
						{ value: 'reserved', label: t('tier.reserved') },
					]}
					onChange={(serviceTier) => onChange({ serviceTier })}
				/>
				<p className={css['hint']}>{t('hint.serviceTier')}</p>
			</Setting>
		</>
	);
}
