import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ToolDefinition } from '../../../shared/model/tools.ts';
import { Button } from '../../ui/button.tsx';
import field from '../../ui/field.module.css';
import { jsonPlace } from '../json-place.ts';
import { parseTools } from './parse-tools.ts';
import css from './tools-section.module.css';

interface Props {
	readonly onAdd: (tools: readonly ToolDefinition[], systemTools: readonly string[]) => void;
	readonly onClose: () => void;
}

/** A place to paste a list of tools into. */
export function ToolImport({ onAdd, onClose }: Props) {
	const { t } = useTranslation('request');
	const id = useId();
	const [text, setText] = useState('');
	const found = parseTools(text);
	const { tools = [], systemTools = [] } = found ?? {};
	const count = tools.length + systemTools.length;
	const place = text.trim() === '' ? null : jsonPlace(text);
	const note =
		text.trim() === ''
			? t('tool.importHint')
			: place !== null
				? place === 'end'
					? t('json.atEnd')
					: t('json.at', place)
				: count === 0
					? t('tool.importNone')
					: (found?.skipped ?? 0) > 0
						? t('tool.importSkipped', { count: found?.skipped ?? 0 })
						: '';
	return (
		<div className={css['import']}>
			<div className={field['field']}>
				<label className={field['label']} htmlFor={id}>
					{t('tool.importTitle')}
				</label>
				<textarea
					ref={focusOnce}
					id={id}
					className={`${field['input']} ${field['mono']}`}
					rows={6}
					value={text}
					spellCheck={false}
					placeholder={'[{ "toolSpec": { "name": … } }]'}
					aria-describedby={`${id}-note`}
					onChange={(event) => setText(event.currentTarget.value)}
				/>
				<p id={`${id}-note`} className={field[place === null ? 'hint' : 'error']} role="status">
					{note}
				</p>
			</div>
			<div className={css['buttons']}>
				<Button variant="go" disabled={count === 0} onClick={() => onAdd(tools, systemTools)}>
					{t('tool.importAdd', { count })}
				</Button>
				<Button onClick={onClose}>{t('tool.cancel')}</Button>
			</div>
		</div>
	);
}

function focusOnce(element: HTMLTextAreaElement | null): void {
	element?.focus();
}
