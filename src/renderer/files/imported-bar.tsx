import { FileText } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ImportedFrom } from '../../shared/model/files.ts';
import { useApp } from '../state/app-store.ts';
import { remove } from '../state/conversations.ts';
import { Button } from '../ui/button.tsx';
import { sentences } from '../ui/sentences.ts';
import css from './imported-bar.module.css';

/** In the place of the composer: what is shown comes from a file, and can only be read. */
export function ImportedBar({ from }: { readonly from: ImportedFrom }) {
	const { t, i18n } = useTranslation(['files', 'common']);
	const openId = useApp((state) => state.openId);
	return (
		<section className={css['bar']} aria-label={t('readOnly')} data-imported={from.format}>
			<FileText size={16} strokeWidth={1.6} aria-hidden />
			<p>
				{sentences(i18n.language, t(`from.${from.format}`, { name: from.fileName }), from.masked ? t('masked') : null)}
			</p>
			<Button onClick={() => openId !== null && void remove(openId)}>{t('common:close')}</Button>
		</section>
	);
}
