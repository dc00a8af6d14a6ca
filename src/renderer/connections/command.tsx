import { useTranslation } from 'react-i18next';
import { CopyButton } from '../ui/copy-button.tsx';
import css from './small-dialog.module.css';

/** A command for a terminal, with its copy button. */
export function Command({ text }: { readonly text: string }) {
	const { t } = useTranslation('access');
	return (
		<div className={css['command']}>
			<code>{text}</code>
			<CopyButton label={`${t('signIn.copyCommand')}: ${text}`} text={() => text} />
		</div>
	);
}
