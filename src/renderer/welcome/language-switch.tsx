import { useTranslation } from 'react-i18next';
import { updateSettings } from '../state/settings.ts';
import css from './welcome.module.css';

/** The two languages side by side, each in its own words. What the system says holds until one is pressed. */
export function LanguageSwitch() {
	const { t, i18n } = useTranslation('welcome');
	return (
		<fieldset className={css['languages']} aria-label={t('language')}>
			{(['ja', 'en'] as const).map((language) => (
				<button
					key={language}
					type="button"
					lang={language}
					aria-pressed={i18n.language === language}
					onClick={() => void updateSettings({ language })}
				>
					{language === 'ja' ? '日本語' : 'English'}
				</button>
			))}
		</fieldset>
	);
}
