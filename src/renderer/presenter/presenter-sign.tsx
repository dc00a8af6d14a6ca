import { Presentation } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useApp } from '../state/app-store.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { shiftShortcutText } from '../ui/shortcut.ts';
import { switchPresenter } from './presenting.ts';

/** Says that presenter mode is on, and ends it. */
export function PresenterSign() {
	const { t } = useTranslation('presenter');
	const on = useApp((state) => state.settings.presenter);
	if (!on) return null;
	return (
		<IconButton label={t('end')} shortcut={shiftShortcutText('L')} on onClick={() => void switchPresenter('window')}>
			<Presentation size={17} strokeWidth={1.6} />
		</IconButton>
	);
}
