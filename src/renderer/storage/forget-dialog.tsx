import { useTranslation } from 'react-i18next';
import { SmallDialog } from '../connections/small-dialog.tsx';
import { useApp } from '../state/app-store.ts';
import { forgetCaptured, useAskedToForget, useCaptured } from '../state/storage.ts';
import { Button } from '../ui/button.tsx';
import { byteSize, count } from '../ui/quantities.ts';
import css from './forget-dialog.module.css';

/** Asks before the captured bodies of a conversation or a comparison are erased, and says how much that is. */
export function ForgetDialog() {
	const [ids, close] = useAskedToForget();
	return ids === null ? null : <Ask key={ids.join(' ')} ids={ids} onClose={close} />;
}

function Ask({ ids, onClose }: { readonly ids: readonly string[]; readonly onClose: () => void }) {
	const { t, i18n } = useTranslation(['storage', 'conversations', 'common']);
	const captured = useCaptured(ids);
	const stored = useApp((state) => state.list.find(({ id, title }) => ids.includes(id) && title !== '')?.title ?? '');
	const title = stored === '' ? t('conversations:untitled') : stored;
	const nothing = captured !== null && captured.exchanges === 0;
	return (
		<SmallDialog
			open
			onClose={onClose}
			title={t('dialogTitle')}
			foot={
				<>
					<Button onClick={onClose}>{t(nothing ? 'common:close' : 'cancel')}</Button>
					{!nothing && (
						<Button
							variant="go"
							className={css['erase']}
							disabled={captured === null}
							onClick={() => {
								onClose();
								void forgetCaptured(ids);
							}}
						>
							{t('confirm')}
						</Button>
					)}
				</>
			}
		>
			<div className={css['words']} aria-busy={captured === null}>
				{captured !== null && nothing && <p>{t('dialogNothing', { title })}</p>}
				{captured !== null && !nothing && (
					<>
						<p>
							{t('dialogWhat', {
								title,
								count: captured.exchanges,
								calls: count(captured.exchanges, i18n.language),
								original: byteSize(captured.originalBytes, i18n.language),
								kept: byteSize(captured.keptBytes, i18n.language),
							})}
						</p>
						<p>{t('dialogStays')}</p>
						<p>
							<b>{t('dialogUndo')}</b>
						</p>
					</>
				)}
			</div>
		</SmallDialog>
	);
}
