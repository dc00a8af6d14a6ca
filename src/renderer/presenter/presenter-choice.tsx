import { useTranslation } from 'react-i18next';
import { Choice } from '../settings/choice.tsx';
import { useApp } from '../state/app-store.ts';
import field from '../ui/field.module.css';
import { shiftShortcutText } from '../ui/shortcut.ts';
import css from './presenter-choice.module.css';
import { switchPresenter } from './presenting.ts';

/** The switch of presenter mode, and what it does. */
export function PresenterChoice() {
	const { t } = useTranslation('presenter');
	const on = useApp((state) => state.settings.presenter);
	return (
		<div className={css['presenter']}>
			<Choice
				label={t('title')}
				value={on ? 'on' : 'off'}
				options={[
					{ value: 'off', label: t('off') },
					{ value: 'on', label: t('on') },
				]}
				onChange={() => void switchPresenter('settings')}
			/>
			<p className={field['hint']}>{t('hint', { shortcut: shiftShortcutText('L') })}</p>
		</div>
	);
}
