import { Braces, Hash } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findModel } from '../../shared/catalogue.ts';
import { useWaitingFiles } from '../attachments/waiting-files.ts';
import { NEW, useApp } from '../state/app-store.ts';
import { isReadOnly, openConversation, openDraft, openSettings, settingsSaved } from '../state/conversations.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { shiftShortcutText } from '../ui/shortcut.ts';
import { CountResult } from './count-result.tsx';
import { editDraft, requestOf, useHasEdits } from './editor-store.ts';
import { useTokenCount } from './use-token-count.ts';

/** Beside the composer: opens the body that would be sent, and counts its tokens. */
export function BodyButtons() {
	const { t } = useTranslation('editor');
	const openId = useApp((state) => state.openId);
	const readOnly = useApp(isReadOnly);
	const kept = useHasEdits(openId);
	return (
		<>
			<IconButton
				small
				label={t(kept ? 'openKept' : 'open')}
				shortcut={shiftShortcutText('E')}
				on={kept}
				disabled={readOnly}
				onClick={editDraft}
			>
				<Braces size={15} strokeWidth={1.7} aria-hidden />
			</IconButton>
			<DraftCount key={openId} openId={openId} disabled={readOnly} />
		</>
	);
}

function DraftCount({ openId, disabled }: { readonly openId: string | null; readonly disabled: boolean }) {
	const { t } = useTranslation('editor');
	const draft = useApp(openDraft);
	const settings = useApp(openSettings);
	const turns = useApp((state) => openConversation(state)?.turns.length ?? 0);
	const files = useWaitingFiles(openId ?? NEW);
	const { state, count } = useTokenCount();
	const now = { draft, settings, turns, files };
	const [of, setOf] = useState<typeof now | null>(null);
	const able = findModel(settings.modelId)?.countTokens !== false;
	const written = draft.trim() !== '' || files.length > 0;
	const stale = of !== null && !Object.entries(now).every(([key, value]) => value === Reflect.get(of, key));
	const press = () => {
		if (!able || !written) return;
		setOf(now);
		void count(async () => {
			await settingsSaved();
			return { ...(await requestOf({ conversationId: openId, exchangeId: null, operation: null })), body: null };
		});
	};
	return (
		<>
			<IconButton
				small
				label={
					able ? (written ? t('count.action') : `${t('count.action')} (${t('count.nothing')})`) : t('count.unable')
				}
				// Not disabled where it only says why it does nothing.
				aria-disabled={!able || !written}
				disabled={disabled}
				onClick={press}
			>
				<Hash size={15} strokeWidth={1.7} aria-hidden />
			</IconButton>
			<CountResult state={written ? state : null} stale={stale} />
		</>
	);
}
