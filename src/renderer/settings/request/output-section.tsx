import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputSchema } from '../../../shared/model/settings.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import field from '../../ui/field.module.css';
import { JsonField } from '../json-field.tsx';
import { TextField } from '../text-field.tsx';
import { OptionalChoice } from './optional-choice.tsx';
import { useRequestForm } from './request-form.ts';
import css from './section.module.css';
import { Setting } from './setting.tsx';

/** What a schema begins with: closed objects with all of their properties, as structured output wants them. */
const starter: OutputSchema = {
	name: 'answer',
	description: '',
	schema: JSON.stringify(
		{
			type: 'object',
			properties: { answer: { type: 'string' }, confidence: { type: 'number' } },
			required: ['answer', 'confidence'],
			additionalProperties: false,
		},
		null,
		2,
	),
};

const same = (text: string) => text;
const anyText = (text: string) => ({ ok: true, value: text }) as const;

/** The form that the answer must have. */
export function OutputSection() {
	const { t } = useTranslation('request');
	const { settings, current, onChange } = useRequestForm();
	const { outputSchema } = settings;
	const held = useRef(starter);
	if (outputSchema !== null) held.current = outputSchema;
	const change = (patch: Partial<OutputSchema>) =>
		onChange({ outputSchema: { ...(current().outputSchema ?? held.current), ...patch } });
	return (
		<>
			<Setting name="outputSchema" part="outputSchema">
				<OptionalChoice
					label={t('output.form')}
					value={outputSchema === null ? null : 'schema'}
					options={[{ value: 'schema', label: t('setting.outputSchema') }]}
					onChange={(value) => onChange({ outputSchema: value === null ? null : held.current })}
				/>
				<p className={field['hint']}>{t('output.hint')}</p>
				{outputSchema !== null && (
					<div className={css['nested']}>
						<TextField
							mono
							label={t('output.name')}
							value={outputSchema.name}
							show={same}
							parse={anyText}
							hint={t('output.optional')}
							onKeep={(name) => change({ name })}
						/>
						<TextField
							label={t('output.description')}
							value={outputSchema.description}
							show={same}
							parse={anyText}
							hint={t('output.optional')}
							onKeep={(description) => change({ description })}
						/>
						<JsonField
							label={t('output.schema')}
							value={outputSchema.schema}
							rows={10}
							onKeep={(schema) => change({ schema })}
						/>
					</div>
				)}
			</Setting>
			<Setting name="citations" part="citations">
				<Checkbox
					label={t('setting.citations')}
					hint={t('hint.citations')}
					checked={settings.citations}
					onChange={(citations) => onChange({ citations })}
				/>
			</Setting>
		</>
	);
}
