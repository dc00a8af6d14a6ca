import { Scissors } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Turn } from '../../shared/model/conversation.ts';
import { useApp } from '../state/app-store.ts';
import { settingsOf } from '../state/conversations.ts';
import { openParameters, openSettings } from '../state/panels.ts';
import { goOn } from '../state/turns.ts';
import { Button } from '../ui/button.tsx';
import { sentences } from '../ui/sentences.ts';
import css from './cut-note.module.css';

/** Under an answer that was cut off at its limit: that it was, and what goes on with it. */
export function CutNote({ turn }: { readonly turn: Turn }) {
	const { t, i18n } = useTranslation('continuation');
	const maxTokens = useApp((state) => settingsOf(state, turn.conversationId).maxTokens);
	const automatic = useApp((state) => state.settings.continuation.mode === 'automatic');
	const number = maxTokens.toLocaleString(i18n.language);
	return (
		<section className={css['note']} aria-label={t('cut')}>
			<Scissors size={15} strokeWidth={1.6} aria-hidden />
			<p>
				<b>{t('cut')}</b>
				<span>
					{sentences(i18n.language, automatic ? t('limitReached') : null, t('hint', { count: maxTokens, number }))}{' '}
					<button type="button" onClick={() => openSettings('continuation')}>
						{t('byItself')}
					</button>
				</span>
			</p>
			<div className={css['actions']}>
				<Button variant="quiet" onClick={() => openParameters('maxTokens')}>
					{t('larger')}
				</Button>
				<Button variant="go" onClick={() => void goOn(turn.id)}>
					{t('continue')}
				</Button>
			</div>
		</section>
	);
}
