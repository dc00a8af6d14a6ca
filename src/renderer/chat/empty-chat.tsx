import { FlaskConical } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { familyOf } from '../../shared/catalogue.ts';
import { PRACTICE } from '../../shared/model/connection.ts';
import { isEmbedding } from '../../shared/model/family.ts';
import type { RequestSettings } from '../../shared/model/settings.ts';
import { FourBodiesButton } from '../comparison/four-bodies-button.tsx';
import { useConnectionName } from '../connections/use-connection-name.ts';
import { useApp } from '../state/app-store.ts';
import { openPanel } from '../state/panels.ts';
import { send } from '../state/turns.ts';
import { useTried } from '../try/tried.ts';
import { TryNote } from '../try/try-note.tsx';
import { Logo } from '../ui/logo.tsx';
import { WideButton } from '../ui/wide-button.tsx';
import css from './empty-chat.module.css';

/** What the practice endpoint can answer to the point; a real model also writes a haiku. Embeddings answer nothing. */
const examples = {
	practice: ['request', 'parts', 'language', 'long'],
	model: ['haiku', 'table', 'language', 'long'],
	embeddings: ['near', 'one'],
} as const;

/** A conversation without messages: what this is, where calls go, and things to try. */
export function EmptyChat({ settings }: { readonly settings: RequestSettings }) {
	const { t } = useTranslation(['chat', 'connections', 'tries']);
	const nameOf = useConnectionName();
	const usable = useApp((state) => state.linked && state.phase === 'ready' && state.info?.readOnly !== true);
	const practice = settings.connection === PRACTICE;
	const tried = useTried();
	const embeddings = isEmbedding(familyOf(settings.modelId));
	return (
		<div className={css['empty']} data-read-from-top>
			<Logo size={36} />
			<h2>{t('empty.title')}</h2>
			<p className={css['lead']}>{t('empty.lead')}</p>
			{tried === null ? (
				<>
					<ul aria-label={t('empty.examples')}>
						{examples[embeddings ? 'embeddings' : practice ? 'practice' : 'model'].map((example) => (
							<li key={example}>
								<button type="button" disabled={!usable} onClick={() => void send(t(`empty.${example}.text`))}>
									{t(`empty.${example}.label`)}
								</button>
							</li>
						))}
					</ul>
					<div className={css['more']}>
						{practice && (
							<WideButton
								icon={<FlaskConical size={16} strokeWidth={1.6} aria-hidden />}
								title={t('tries:open')}
								hint={t('tries:openHint')}
								disabled={!usable}
								onClick={() => openPanel('tries')}
							/>
						)}
						{!embeddings && <FourBodiesButton />}
					</div>
				</>
			) : (
				<TryNote id={tried} />
			)}
			<div className={css['where']} data-practice={practice}>
				<p>{practice ? t('empty.practice') : t('empty.connection', { connection: nameOf(settings.connection) })}</p>
				<button type="button" onClick={() => openPanel('welcome')}>
					{t('connections:welcome')}
				</button>
			</div>
		</div>
	);
}
