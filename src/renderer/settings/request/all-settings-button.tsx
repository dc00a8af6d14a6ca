import { SlidersHorizontal } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import type { RequestOf } from './request-panel.ts';
import { openRequestSettings } from './request-panel.ts';

/** Leads from the basics to everything that a request can have. */
export function AllSettingsButton({ of }: { readonly of: RequestOf }) {
	const { t } = useTranslation('request');
	return (
		<Button onClick={() => openRequestSettings('basics', of)}>
			<SlidersHorizontal size={13} strokeWidth={1.8} aria-hidden />
			{t('all')}
		</Button>
	);
}
