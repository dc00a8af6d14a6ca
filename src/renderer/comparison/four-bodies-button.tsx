import { Columns3 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useApp } from '../state/app-store.ts';
import css from './four-bodies-button.module.css';
import { startFourBodies } from './start.ts';

/** Leads to one prompt in four bodies. */
export function FourBodiesButton() {
	const { t } = useTranslation('comparison');
	const usable = useApp((state) => state.phase === 'ready' && state.info?.readOnly !== true);
	return (
		<button type="button" className={css['button']} disabled={!usable} onClick={startFourBodies}>
			<Columns3 size={16} strokeWidth={1.6} aria-hidden />
			<span>
				<b>{t('empty.fourBodies')}</b>
				<small>{t('empty.fourBodiesHint')}</small>
			</span>
		</button>
	);
}
