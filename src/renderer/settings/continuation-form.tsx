import { useTranslation } from 'react-i18next';
import type { ContinuationSettings } from '../../shared/model/app-settings.ts';
import { Choice } from './choice.tsx';
import css from './parameters-form.module.css';
import { parseFurtherCalls, parseMaxTokens } from './parse-parameter.ts';
import { TextField } from './text-field.tsx';

interface Props {
	readonly settings: ContinuationSettings;
	readonly onChange: (patch: Partial<ContinuationSettings>) => void;
}

/** What is done with an answer that max tokens cut off. */
export function ContinuationForm({ settings, onChange }: Props) {
	const { t } = useTranslation('continuation');
	const automatic = settings.mode === 'automatic';
	const limit = { show: String, disabled: !automatic };
	return (
		<div className={css['form']}>
			<Choice
				label={t('settings.mode')}
				value={settings.mode}
				options={[
					{ value: 'off', label: t('settings.off') },
					{ value: 'ask', label: t('settings.ask') },
					{ value: 'automatic', label: t('settings.automatic') },
				]}
				onChange={(mode) => onChange({ mode })}
			/>
			<div className={css['three']}>
				<TextField
					{...limit}
					label={t('settings.calls')}
					value={settings.calls}
					parse={parseFurtherCalls}
					hint={automatic ? t('settings.callsHint') : t('settings.automaticOnly')}
					onKeep={(calls) => onChange({ calls })}
				/>
				<TextField
					{...limit}
					label={t('settings.outputTokens')}
					value={settings.outputTokens}
					parse={parseMaxTokens}
					hint={automatic ? t('settings.outputTokensHint') : t('settings.automaticOnly')}
					onKeep={(outputTokens) => onChange({ outputTokens })}
				/>
			</div>
		</div>
	);
}
