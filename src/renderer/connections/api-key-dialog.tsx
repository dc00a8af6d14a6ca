import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApiKeyState } from '../../shared/model/api-key.ts';
import { API_KEY } from '../../shared/model/connection.ts';
import { toasts } from '../notices/toasts.ts';
import type { KeyUse } from '../state/access-dialogs.ts';
import { useApiKeyDialog } from '../state/access-dialogs.ts';
import { appStore } from '../state/app-store.ts';
import { client } from '../state/client.ts';
import { ownRegion, refreshConnections } from '../state/connections.ts';
import { changeSettings, openSettings } from '../state/conversations.ts';
import { reportProblem } from '../state/errors.ts';
import { retarget } from '../state/retarget.ts';
import { Button } from '../ui/button.tsx';
import { ApiKeyForm } from './api-key-form.tsx';
import { formatMoment } from './moment-words.ts';
import css from './small-dialog.module.css';
import { SmallDialog } from './small-dialog.tsx';

/** Where the app's own Bedrock API key is given, replaced and removed. What is shown is where it is kept, never the key. */
export function ApiKeyDialog() {
	const [use, close] = useApiKeyDialog();
	return use === null ? null : <ApiKeyPlace use={use} onClose={close} />;
}

function ApiKeyPlace({ use, onClose }: { readonly use: KeyUse; readonly onClose: () => void }) {
	const { t } = useTranslation(['access', 'common']);
	const taken = useRef(false);
	const [state, setState] = useState<ApiKeyState | null>(null);
	useEffect(() => {
		client().apiKey.get().then(setState, reportProblem);
	}, []);
	const remove = async () => {
		try {
			setState(await client().apiKey.remove());
			await refreshConnections();
			toasts.add({ title: t('access:apiKey.removed') });
		} catch (error) {
			reportProblem(error);
		}
	};
	const take = () => {
		taken.current = true;
		use.use();
		onClose();
	};
	const save = async (key: string) => {
		try {
			const before = ownRegion(API_KEY);
			setState(await client().apiKey.set({ key }));
			await refreshConnections();
			// Another key may be good for another region, where the model has another id.
			const settings = openSettings(appStore.getState());
			const after = ownRegion(API_KEY);
			if (settings.connection === API_KEY && settings.region === null && after !== before) {
				void changeSettings(retarget(settings, {}, { before, after }));
			}
			return true;
		} catch (error) {
			reportProblem(error);
			return false;
		}
	};
	return (
		<SmallDialog
			open
			onClose={onClose}
			title={t('access:apiKey.title')}
			finalFocus={() => {
				if (!taken.current || use.focus === undefined) return true;
				use.focus();
				return false;
			}}
			foot={
				<>
					{state?.stored === true && (
						<span data-start="button">
							<Button variant="quiet" onClick={() => void remove()}>
								{t('access:apiKey.remove')}
							</Button>
						</span>
					)}
					{state?.stored === true && use.used && <span className={css['quiet']}>{t('access:apiKey.used')}</span>}
					<Button onClick={onClose}>{t('common:close')}</Button>
					{state?.stored === true && !use.used && (
						<Button variant="go" onClick={take}>
							{t('access:apiKey.use')}
						</Button>
					)}
				</>
			}
		>
			<p>{t('access:apiKey.means')}</p>
			{state?.stored === true && <Kept state={state} />}
			{state !== null && <ApiKeyForm key={String(state.stored)} state={state} onSave={save} />}
		</SmallDialog>
	);
}

function Kept({ state: { keeps, region, expiresAt } }: { readonly state: ApiKeyState }) {
	const { t, i18n } = useTranslation('access');
	const now = Date.now();
	const time = expiresAt === null ? null : formatMoment(expiresAt, now, i18n.language);
	const ends = time === null ? t('apiKey.endsUnknown') : time;
	return (
		<dl className={css['facts']}>
			<dt>{t('apiKey.where')}</dt>
			<dd>{t(keeps === 'encrypted' ? 'apiKey.whereEncrypted' : 'apiKey.whereMemory')}</dd>
			<dt>{t('apiKey.region')}</dt>
			<dd>{region ?? t('apiKey.regionUnknown')}</dd>
			<dt>{t('apiKey.ends')}</dt>
			<dd>{time !== null && expiresAt !== null && expiresAt <= now ? t('apiKey.ended', { time }) : ends}</dd>
		</dl>
	);
}
