import { Eraser } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { BodyInfo } from '../../shared/model/exchange.ts';
import { openSettings } from '../state/panels.ts';
import { Button } from '../ui/button.tsx';
import { dayAndTime, exactByteSize } from '../ui/quantities.ts';
import css from './forgotten-body.module.css';

/** Stands where a body was that has been forgotten: when and why, and what is still known of it. */
export function ForgottenBody({ info }: { readonly info: BodyInfo }) {
	const { t, i18n } = useTranslation('storage');
	const { forgotten, size, sha256 } = info;
	if (forgotten === undefined) return null;
	return (
		<div className={css['forgotten']} role="note">
			<h4>
				<Eraser size={15} strokeWidth={1.6} aria-hidden />
				{t('forgotten')}
			</h4>
			<p>{t(`forgottenBy.${forgotten.by}`, { date: dayAndTime(forgotten.at, i18n.language) })}</p>
			<p>{t('was', { size: exactByteSize(size, i18n.language) })}</p>
			{sha256 !== null && <code>sha256 {sha256}</code>}
			{forgotten.by !== 'person' && (
				<Button variant="quiet" onClick={() => openSettings('storage')}>
					{t('toSettings')}
				</Button>
			)}
		</div>
	);
}
