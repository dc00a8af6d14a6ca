import { ExternalLink } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApp } from '../state/app-store.ts';
import button from '../ui/button.module.css';
import { Button } from '../ui/button.tsx';
import { classNames } from '../ui/class-names.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { Strata } from '../ui/strata.tsx';
import { formatLeft } from './moment-words.ts';
import css from './sign-in-steps.module.css';
import dialog from './small-dialog.module.css';

interface BrowserProps {
	readonly url: string;
	readonly opened: boolean;
}

/** The sign-in goes on in a browser on this computer. */
export function BrowserStep({ url, opened }: BrowserProps) {
	const { t } = useTranslation('access');
	return (
		<>
			<p>{t(opened ? 'signIn.browserOpened' : 'signIn.browserClosed')}</p>
			<Page url={url} opened={opened} />
			<WaitingForSignIn />
		</>
	);
}

interface DeviceProps extends BrowserProps {
	readonly userCode: string;
	/** Milliseconds since the epoch. */
	readonly expiresAt: number;
	readonly onAgain: () => void;
}

/** The sign-in goes on in any browser, which shows or asks for a code. */
export function DeviceStep({ url, opened, userCode, expiresAt, onAgain }: DeviceProps) {
	const { t } = useTranslation('access');
	const left = useTimeLeft(expiresAt);
	if (left <= 0) {
		return (
			<>
				<p role="alert">{t('signIn.codeEnded')}</p>
				<p>
					<Button variant="go" onClick={onAgain}>
						{t('signIn.again')}
					</Button>
				</p>
			</>
		);
	}
	return (
		<>
			<p>{t(opened ? 'signIn.deviceOpened' : 'signIn.device')}</p>
			<div className={css['code']}>
				<span className="visually-hidden">{t('signIn.code')}: </span>
				<b translate="no">{userCode}</b>
				<CopyButton label={t('signIn.copyCode')} text={() => userCode} />
				<small>{t('signIn.codeEnds', { left: formatLeft(left) })}</small>
			</div>
			<Page url={url} opened={opened} />
			<WaitingForSignIn />
		</>
	);
}

/** The page to sign in on; the one thing to do where it was not opened. */
function Page({ url, opened }: BrowserProps) {
	const { t } = useTranslation('access');
	// What came from a service is a page of the web, and nothing else is opened.
	const href = URL.canParse(url) && /^https?:$/.test(new URL(url).protocol) ? url : null;
	const presenting = useApp((state) => state.settings.presenter);
	// A link shows its address, which has the name of a company in it.
	if (presenting && href !== null) {
		return (
			<div className={dialog['row']}>
				<Button variant={opened ? 'plain' : 'go'} onClick={() => window.open(href, '_blank', 'noreferrer')}>
					{t(opened ? 'signIn.openAgain' : 'signIn.open')}
					<ExternalLink size={13} aria-hidden />
				</Button>
			</div>
		);
	}
	return (
		<div className={dialog['row']}>
			{href !== null && (
				<a
					className={classNames(button['button'], !opened && button['go'], css['open'])}
					href={href}
					target="_blank"
					rel="noreferrer"
				>
					{t(opened ? 'signIn.openAgain' : 'signIn.open')}
					<ExternalLink size={13} aria-hidden />
				</a>
			)}
			<CopyButton words={t('signIn.copyAddress')} label={t('signIn.copyAddress')} text={() => url} />
		</div>
	);
}

/** That the app waits, and goes on by itself. */
export function WaitingForSignIn() {
	const { t } = useTranslation('access');
	return (
		<p className={css['waiting']} role="status">
			<Strata />
			{t('signIn.waiting')}
		</p>
	);
}

/** What is left until a time, moving on with each whole second; milliseconds. */
function useTimeLeft(until: number): number {
	const [now, setNow] = useState(Date.now);
	useEffect(() => {
		const left = until - now;
		if (left <= 0) return;
		const timer = setTimeout(() => setNow(Date.now()), left % 1000 === 0 ? 1000 : left % 1000);
		return () => clearTimeout(timer);
	}, [until, now]);
	return until - now;
}
