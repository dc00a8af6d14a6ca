import { EyeOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { BodyInfo } from '../../shared/model/exchange.ts';
import css from './masked-note.module.css';

/** Says of a body that something in it is masked for presenting, by as many bytes. */
export function MaskedNote({ info }: { readonly info: BodyInfo | undefined }) {
	const { t } = useTranslation('presenter');
	if (info?.masked === undefined) return null;
	return (
		<span className={css['note']} title={t('maskedHint')}>
			<EyeOff size={13} strokeWidth={1.6} aria-hidden />
			{t('masked')}
		</span>
	);
}
