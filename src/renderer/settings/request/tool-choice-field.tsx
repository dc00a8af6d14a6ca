import { useTranslation } from 'react-i18next';
import { classNames } from '../../ui/class-names.ts';
import field from '../../ui/field.module.css';
import { sentences } from '../../ui/sentences.ts';
import { OptionalChoice } from './optional-choice.tsx';
import { useRequestForm } from './request-form.ts';
import css from './tools-section.module.css';

/** Whether and which tool must be used. */
export function ToolChoiceField() {
	const { t, i18n } = useTranslation('request');
	const { settings, onChange } = useRequestForm();
	const { tools, systemTools, toolChoice } = settings;
	const type = toolChoice?.type ?? null;
	const first = tools[0]?.name ?? systemTools[0] ?? '';
	const names = [
		...new Set([
			...tools.map(({ name }) => name),
			...systemTools,
			...(toolChoice?.type === 'tool' ? [toolChoice.name] : []),
		]),
	];
	return (
		<>
			<OptionalChoice
				label={t('setting.toolChoice')}
				value={type}
				options={[
					{ value: 'auto', label: t('tool.auto') },
					{ value: 'any', label: t('tool.any') },
					{ value: 'tool', label: t('tool.one') },
				]}
				onChange={(next) =>
					onChange({
						toolChoice: next === null ? null : next === 'tool' ? { type: next, name: first } : { type: next },
					})
				}
			/>
			{toolChoice?.type === 'tool' && (
				<select
					className={classNames(field['input'], field['mono'], css['which'])}
					aria-label={t('tool.which')}
					value={toolChoice.name}
					onChange={(event) => onChange({ toolChoice: { type: 'tool', name: event.currentTarget.value } })}
				>
					{names.map((name) => (
						<option key={name} value={name}>
							{name}
						</option>
					))}
				</select>
			)}
			<p className={field['hint']}>
				{sentences(
					i18n.language,
					t(`tool.choiceMeans.${type ?? 'null'}`),
					toolChoice !== null && tools.length + systemTools.length === 0 ? t('tool.noTools') : null,
				)}
			</p>
		</>
	);
}
