import { Search } from 'lucide-react';
import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../state/client.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { CopyButton } from '../copy-button.tsx';
import { LoadFailed, Loading } from '../load-state.tsx';
import css from '../panel.module.css';
import { byteSize } from '../quantities.ts';
import { useBytesPerLine } from '../stream/use-bytes-per-line.ts';
import { useLoaded } from '../use-loaded.ts';
import { bytesOfBase64 } from './body-text.ts';
import type { CodeViewHandle } from './code-view.tsx';
import { CodeView } from './code-view.tsx';
import { HEX_LIMIT, hexDump } from './hex-dump.ts';

interface Subject {
	readonly attemptId: string;
}

async function readBytes({ attemptId }: Subject): Promise<Uint8Array> {
	const { base64 } = await client().exchanges.body({ attemptId, side: 'response' });
	return bytesOfBase64(base64);
}

/** The bytes of a whole response body, for one that is no text. */
export function BytesView({ attemptId, size }: { readonly attemptId: string; readonly size: number }) {
	const { t, i18n } = useTranslation('inspector');
	const subject = useMemo(() => ({ attemptId }), [attemptId]);
	const [loaded, again] = useLoaded(attemptId, subject, readBytes);
	const section = useRef<HTMLElement>(null);
	const perLine = useBytesPerLine(section);
	const bytes = loaded.status === 'ready' ? loaded.value : null;
	const dump = useMemo(() => (bytes === null ? null : hexDump(bytes, perLine)), [bytes, perLine]);
	const viewer = useRef<CodeViewHandle>(null);

	return (
		<section ref={section} className={css['body']} aria-label={t('bodyOf.response')}>
			<div className={css['toolbar']}>
				<span className={css['size']}>{t('rawBytes')}</span>
				<span className={css['space']} />
				<IconButton small label={t('search')} onClick={() => viewer.current?.toggleSearch()}>
					<Search size={14} strokeWidth={1.6} aria-hidden />
				</IconButton>
				{dump !== null && <CopyButton label={t('copyBody')} text={dump} />}
			</div>
			{size > HEX_LIMIT && (
				<p className={css['notice']}>{t('firstBytes', { size: byteSize(HEX_LIMIT, i18n.language) })}</p>
			)}
			{loaded.status === 'loading' && <Loading />}
			{loaded.status === 'failed' && <LoadFailed failure={loaded.failure} onRetry={again} />}
			{dump !== null && (
				<CodeView ref={viewer} text={dump} json={false} numbered={false} label={t('bodyOf.response')} />
			)}
		</section>
	);
}
