import { useTranslation } from 'react-i18next';
import { findModel } from '../../../shared/catalogue.ts';
import { isInvoke } from '../../../shared/model/operation.ts';
import { TextArea } from '../text-area.tsx';
import { CachePoint } from './cache-section.tsx';
import { useRequestForm } from './request-form.ts';
import { Setting } from './setting.tsx';

const same = (text: string) => text;

/** The system prompt, and whether a cache point stands after it. */
export function SystemSection() {
	const { t } = useTranslation(['request', 'settings']);
	const { settings, onChange } = useRequestForm();
	const inFront =
		settings.system !== '' && isInvoke(settings.operation) && findModel(settings.modelId)?.system === false;
	return (
		<>
			<Setting name="system" part="system">
				<TextArea
					label={t('setting.system')}
					value={settings.system}
					show={same}
					parse={(text) => ({ ok: true, value: text })}
					rows={8}
					placeholder={t('settings:systemPlaceholder')}
					warning={inFront ? t('settings:systemInFront') : null}
					onKeep={(system) => onChange({ system })}
				/>
			</Setting>
			<CachePoint after="system" refusals />
		</>
	);
}
