import { Search } from 'lucide-react';
import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../state/client.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { LoadFailed, Loading } from '../load-state.tsx';
import css from '../panel.module.css';
import { useLoaded } from '../use-loaded.ts';
import { bytesOfBase64 } from './body-text.ts';
import type { CodeViewHandle } from './code-view.tsx';
import { HexBody } from './hex-body.tsx';
import { SaveButton } from './save-button.tsx';

interface Subject {
	readonly attemptId: string;
}

async function readBytes({ attemptId }: Subject): Promise<Uint8Array> {
	const { base64 } = await client().exchanges.body({ attemptId, side: 'response' });
	return bytesOfBase64(base64);
}

/** The bytes of a whole event stream. */
export function BytesView({ attemptId }: { readonly attemptId: string }) {
	const { t } = useTranslation('inspector');
	const subject = useMemo(() => ({ attemptId }), [attemptId]);
	const [loaded, again] = useLoaded(attemptId, subject, readBytes);
	const viewer = useRef<CodeViewHandle>(null);
	return (
		<section aria-label={t('bodyOf.response')}>
			<div className={css['toolbar']}>
				<span className={css['size']}>{t('rawBytes')}</span>
				<span className={css['space']} />
				<IconButton small label={t('search')} onClick={() => viewer.current?.toggleSearch()}>
					<Search size={14} strokeWidth={1.6} aria-hidden />
				</IconButton>
				<SaveButton attemptId={attemptId} kind="event-stream" />
			</div>
			{loaded.status === 'loading' && <Loading />}
			{loaded.status === 'failed' && <LoadFailed failure={loaded.failure} onRetry={again} />}
			{loaded.status === 'ready' && <HexBody bytes={loaded.value} label={t('bodyOf.response')} viewer={viewer} />}
		</section>
	);
}
