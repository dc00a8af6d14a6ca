import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { PRACTICE } from '../../../shared/model/connection.ts';
import type { GuardrailSettings } from '../../../shared/model/settings.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import field from '../../ui/field.module.css';
import { parseRequired } from '../parse-parameter.ts';
import { TextField } from '../text-field.tsx';
import { OptionalChoice } from './optional-choice.tsx';
import { useRequestForm } from './request-form.ts';
import { Setting } from './setting.tsx';

const starter: GuardrailSettings = {
	identifier: '',
	version: 'DRAFT',
	trace: null,
	streamProcessingMode: null,
	questionOnly: false,
	system: false,
};

/** The guardrail that examines questions and answers. What else there is to it comes with its id. */
export function GuardrailSection() {
	const { t } = useTranslation(['request', 'settings']);
	const { settings, current, onChange } = useRequestForm();
	const { guardrail } = settings;
	const held = useRef(starter);
	if (guardrail !== null) held.current = guardrail;
	const change = (patch: Partial<GuardrailSettings>) =>
		onChange({ guardrail: { ...(current().guardrail ?? held.current), ...patch } });
	return (
		<>
			<Setting name="guardrail" part="guardrail">
				<TextField
					mono
					label={t('guardrail.identifier')}
					value={guardrail?.identifier ?? ''}
					show={(text) => text}
					parse={(text) => ({ ok: true, value: text.trim() })}
					placeholder={t('settings:notSentShort')}
					hint={settings.connection === PRACTICE ? t('guardrail.practice') : ''}
					clearLabel={t('settings:clear')}
					onKeep={(identifier) => (identifier === '' ? onChange({ guardrail: null }) : change({ identifier }))}
				/>
			</Setting>
			{guardrail !== null && (
				<>
					<Setting name="guardrail" part="guardrail.version" refusals={false}>
						<TextField
							mono
							label={t('guardrail.version')}
							value={guardrail.version}
							show={(text) => text}
							parse={parseRequired}
							hint={t('guardrail.versionHint')}
							onKeep={(version) => change({ version })}
						/>
					</Setting>
					<Setting name="guardrail" part="guardrail.trace" refusals={false}>
						<OptionalChoice
							label={t('guardrail.trace')}
							value={guardrail.trace}
							options={[
								{ value: 'enabled', label: t('guardrail.enabled') },
								{ value: 'enabled_full', label: t('guardrail.enabled_full') },
								{ value: 'disabled', label: t('guardrail.disabled') },
							]}
							onChange={(trace) => change({ trace })}
						/>
						<p className={field['hint']}>{t('guardrail.traceHint')}</p>
					</Setting>
					<Setting name="guardrail" part="guardrail.streamProcessingMode" refusals={false}>
						<OptionalChoice
							label={t('guardrail.streamMode')}
							value={guardrail.streamProcessingMode}
							options={[
								{ value: 'sync', label: t('guardrail.sync') },
								{ value: 'async', label: t('guardrail.async') },
							]}
							onChange={(streamProcessingMode) => change({ streamProcessingMode })}
						/>
						<p className={field['hint']}>{t('guardrail.streamHint')}</p>
					</Setting>
					<Setting name="guardrail" part="guardrail.questionOnly" refusals={false}>
						<Checkbox
							label={t('guardrail.questionOnly')}
							hint={t('guardrail.questionOnlyHint')}
							checked={guardrail.questionOnly}
							onChange={(questionOnly) => change({ questionOnly })}
						/>
					</Setting>
					<Setting name="guardrail" part="guardrail.system" refusals={false}>
						<Checkbox
							label={t('guardrail.system')}
							hint={t(settings.system === '' ? 'guardrail.noSystem' : 'guardrail.systemHint')}
							checked={guardrail.system}
							onChange={(system) => change({ system })}
						/>
					</Setting>
				</>
			)}
		</>
	);
}
