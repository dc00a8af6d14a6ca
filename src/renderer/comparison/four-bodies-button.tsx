import { Columns3 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useApp } from '../state/app-store.ts';
import { WideButton } from '../ui/wide-button.tsx';
import { startFourBodies } from './start.ts';

/** Leads to one prompt in four bodies. */
export function FourBodiesButton() {
	const { t } = useTranslation('comparison');
	const usable = useApp((state) => state.phase === 'ready' && state.info?.readOnly !== true);
	return (
		<WideButton
			icon={<Columns3 size={16} strokeWidth={1.6} aria-hidden />}
			title={t('empty.fourBodies')}
			hint={t('empty.fourBodiesHint')}
			disabled={!usable}
			onClick={startFourBodies}
		/>
	);
}
