import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Attempt, HeaderLines } from '../../shared/model/exchange.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { BodyView } from './body/body-view.tsx';
import { useBodyContext } from './explain/explain-scope.tsx';
import { explainable } from './explain/explainable.ts';
import { UrlText } from './explain/url-text.tsx';
import { HeadersSection } from './headers-section.tsx';
import css from './panel.module.css';
import { SettingsSection } from './settings/settings-section.tsx';
import { NoSignature, SignatureSection } from './signature/signature-section.tsx';

interface Props {
	readonly attempt: Attempt;
	readonly headersOpen: boolean;
	readonly onHeadersOpen: (open: boolean) => void;
}

/** The request of an attempt as it was sent: line, headers, body. */
export function RequestPanel({ attempt, headersOpen, onHeadersOpen }: Props) {
	const { request } = attempt;
	const { t } = useTranslation('inspector');
	const fields = useBodyContext('request');
	// Only of an event stream that was opened without its call.
	if (request.url === '') return <p className={css['quiet']}>{t('requestNotKnown')}</p>;
	return (
		<>
			<RequestLine method={request.method} url={request.url} />
			<HeadersSection side="request" headers={request.headers} open={headersOpen} onOpen={onHeadersOpen} />
			<SettingsSection attempt={attempt} onHeaders={() => onHeadersOpen(true)} />
			{attempt.signature !== null && <SignatureSection signature={attempt.signature} />}
			{attempt.signature === null && isBearer(request.headers) && <NoSignature />}
			<BodyView attemptId={attempt.id} side="request" info={request.body} json arriving={false} fields={fields} />
		</>
	);
}

function isBearer(headers: HeaderLines): boolean {
	return headers.some(([name, value]) => name.toLowerCase() === 'authorization' && /^bearer /i.test(value));
}

function RequestLine({ method, url }: { readonly method: string; readonly url: string }) {
	const { t } = useTranslation('inspector');
	const [whole, setWhole] = useState(false);
	return (
		<div className={css['line']}>
			<b {...explainable({ context: { kind: 'url' }, path: ['method'], value: null })}>{method}</b>
			<button
				type="button"
				className={whole ? css['whole'] : css['path']}
				aria-expanded={whole}
				aria-label={`${t('showUrl')}: ${url}`}
				title={url}
				onClick={() => setWhole(!whole)}
			>
				<UrlText url={url} whole={whole} />
			</button>
			<CopyButton label={t('copyUrl')} text={url} />
		</div>
	);
}
