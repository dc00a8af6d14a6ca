import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReasoningSettings } from '../../../shared/model/settings.ts';
import { efforts } from '../../../shared/model/settings.ts';
import { LEAST_BUDGET } from '../../../shared/requests/refused-settings.ts';
import field from '../../ui/field.module.css';
import { parseBudget } from '../parse-parameter.ts';
import { TextField } from '../text-field.tsx';
import { OptionalChoice } from './optional-choice.tsx';
import { useRequestForm } from './request-form.ts';
import css from './section.module.css';
import { Setting } from './setting.tsx';

/** Whether and how a model thinks, and how hard it tries. */
export function ThinkingSection() {
	const { t } = useTranslation('request');
	const { settings, onChange } = useRequestForm();
	const { reasoning, effort } = settings;
	// A mode that is chosen again has what was set in it.
	const held = useRef<Record<ReasoningSettings['mode'], ReasoningSettings>>({
		budget: { mode: 'budget', budgetTokens: LEAST_BUDGET },
		adaptive: { mode: 'adaptive', display: null },
		disabled: { mode: 'disabled' },
	});
	if (reasoning !== null) held.current = { ...held.current, [reasoning.mode]: reasoning };
	return (
		<>
			<Setting name="reasoning" part="reasoning">
				<OptionalChoice
					label={t('setting.reasoning')}
					value={reasoning?.mode ?? null}
					options={[
						{ value: 'budget', label: t('thinking.budget') },
						{ value: 'adaptive', label: t('thinking.adaptive') },
						{ value: 'disabled', label: t('thinking.disabled') },
					]}
					onChange={(mode) => onChange({ reasoning: mode === null ? null : held.current[mode] })}
				/>
				<p className={field['hint']}>{t(`thinking.means.${reasoning?.mode ?? 'null'}`)}</p>
				{reasoning?.mode === 'budget' && (
					<div className={css['nested']}>
						<TextField
							label={t('thinking.budgetTokens')}
							value={reasoning.budgetTokens}
							show={String}
							parse={parseBudget}
							hint={t('thinking.budgetHint')}
							onKeep={(budgetTokens) => onChange({ reasoning: { mode: 'budget', budgetTokens } })}
						/>
					</div>
				)}
				{reasoning?.mode === 'adaptive' && (
					<div className={css['nested']}>
						<div className={field['field']}>
							<OptionalChoice
								label={t('thinking.display')}
								value={reasoning.display}
								options={[
									{ value: 'summarized', label: t('thinking.summarized') },
									{ value: 'omitted', label: t('thinking.omitted') },
								]}
								onChange={(display) => onChange({ reasoning: { mode: 'adaptive', display } })}
							/>
							<p className={field['hint']}>{t('thinking.displayHint')}</p>
						</div>
					</div>
				)}
			</Setting>
			<Setting name="effort" part="effort">
				<OptionalChoice
					label={t('setting.effort')}
					value={effort}
					options={efforts.map((value) => ({ value, label: t(`effort.${value}`) }))}
					onChange={(value) => onChange({ effort: value })}
				/>
				<p className={field['hint']}>{t('hint.effort')}</p>
			</Setting>
		</>
	);
}
