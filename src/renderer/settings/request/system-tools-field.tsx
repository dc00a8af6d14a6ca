import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { knownSystemTools } from '../../../shared/model/tools.ts';
import { Button } from '../../ui/button.tsx';
import { parseSystemTools } from '../parse-parameter.ts';
import { TextArea } from '../text-area.tsx';
import { useRequestForm } from './request-form.ts';
import { Setting } from './setting.tsx';
import css from './tools-section.module.css';

/** The tools that the model's maker runs, by their names. */
export function SystemToolsField() {
	const { t } = useTranslation(['request', 'settings']);
	const { settings, current, onChange } = useRequestForm();
	const { systemTools } = settings;
	const missing = knownSystemTools.filter((name) => !systemTools.includes(name));
	return (
		<Setting name="systemTools" part="systemTools">
			<TextArea
				code
				label={t('tool.systemLabel')}
				value={systemTools}
				show={(names) => names.join('\n')}
				parse={parseSystemTools}
				rows={2}
				placeholder={t('settings:notSentShort')}
				hint={t('tool.systemHint')}
				onKeep={(names) => onChange({ systemTools: names })}
			/>
			{missing.length > 0 && (
				<div className={css['buttons']}>
					{missing.map((name) => (
						<Button key={name} onClick={() => onChange({ systemTools: [...current().systemTools, name] })}>
							<Plus size={13} aria-hidden />
							{name}
						</Button>
					))}
				</div>
			)}
		</Setting>
	);
}
