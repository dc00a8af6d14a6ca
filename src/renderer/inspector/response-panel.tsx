import { useTranslation } from 'react-i18next';
import type { Attempt } from '../../shared/model/exchange.ts';
import { Button } from '../ui/button.tsx';
import { classNames } from '../ui/class-names.ts';
import { byteSize, count } from '../ui/quantities.ts';
import { BodyView } from './body/body-view.tsx';
import { BytesView } from './body/bytes-view.tsx';
import { useBodyContext } from './explain/explain-scope.tsx';
import { HeadersSection } from './headers-section.tsx';
import css from './panel.module.css';
import type { Frames } from './stream/frame-feed.ts';

interface Props {
	readonly attempt: Attempt;
	readonly frames: Frames;
	/** More of it may come. */
	readonly arriving: boolean;
	readonly headersOpen: boolean;
	readonly onHeadersOpen: (open: boolean) => void;
	readonly onOpenStream: () => void;
}

/** The response of an attempt: status line, headers, body; or why there is none. */
export function ResponsePanel({ attempt, frames, arriving, headersOpen, onHeadersOpen, onOpenStream }: Props) {
	const { t, i18n } = useTranslation('inspector');
	const { response, error } = attempt;
	const fields = useBodyContext('response', (response?.status ?? 0) >= 400);
	return (
		<>
			{error !== null && (
				<p className={css['problem']} role="alert">
					<b>{error.name}</b> {error.message}
					{error.code !== null && <code> {error.code}</code>}
				</p>
			)}
			{response === null ? (
				<p className={css['quiet']} role="status">
					{arriving ? t('waitingForResponse') : t('noResponse')}
				</p>
			) : (
				<>
					<div className={css['line']}>
						{response.status !== null && (
							<b className={classNames(response.status >= 400 && css['bad'])}>{response.status}</b>
						)}
						<span className={css['path']}>{contentType(response.headers)}</span>
					</div>
					<HeadersSection side="response" headers={response.headers} open={headersOpen} onOpen={onHeadersOpen} />
					{response.kind === 'event-stream' && response.body.forgotten === undefined ? (
						<div className={css['stream']}>
							<p title={`${count(response.body.size, i18n.language)} B`}>
								{t('streamBody', {
									count: frames.total,
									frames: count(frames.total, i18n.language),
									size: byteSize(response.body.size, i18n.language),
								})}
							</p>
							<Button onClick={onOpenStream}>{t('openStream')}</Button>
						</div>
					) : (
						<BodyView
							attemptId={attempt.id}
							side="response"
							info={response.body}
							json={response.kind === 'json'}
							arriving={arriving}
							fields={fields}
						/>
					)}
					{response.kind === 'event-stream' && !arriving && response.body.size > 0 && !response.body.forgotten && (
						<BytesView attemptId={attempt.id} />
					)}
				</>
			)}
		</>
	);
}

function contentType(headers: readonly (readonly [string, string])[]): string {
	return headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? '';
}
