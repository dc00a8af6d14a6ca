import { TriangleAlert, Unplug, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useApp } from '../state/app-store.ts';
import { dismissNotice } from '../state/start.ts';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { sentences } from '../ui/sentences.ts';
import css from './banners.module.css';

/** What the user must know before going on: lost connection, read-only data, files that were set aside. */
export function Banners() {
	const { t, i18n } = useTranslation(['notices', 'common']);
	const notices = useApp((state) => state.notices);
	const linked = useApp((state) => state.linked);
	const failed = useApp((state) => state.phase === 'failed');
	const readOnly = useApp((state) => state.info?.readOnly === true);
	const inTerminal = useApp((state) => state.info?.host === 'node');
	if (linked && !failed && !readOnly && notices.length === 0) return null;
	return (
		<section className={css['banners']} aria-label={t('region')}>
			{!linked && (
				<Banner kind="link" icon={<Unplug size={15} aria-hidden />}>
					{sentences(i18n.language, t('linkLost'), inTerminal ? t('startAgain') : null)}
				</Banner>
			)}
			{failed && linked && (
				<Banner kind="failed" icon={<TriangleAlert size={15} aria-hidden />}>
					{t('startFailed')}
					<Button onClick={() => window.location.reload()}>{t('common:reload')}</Button>
				</Banner>
			)}
			{readOnly && (
				<Banner kind="read-only" icon={<TriangleAlert size={15} aria-hidden />}>
					{t('readOnly')}
				</Banner>
			)}
			{notices.map(({ id, code, path, detail }) => (
				<Banner
					key={id}
					kind={code}
					icon={<TriangleAlert size={15} aria-hidden />}
					end={
						<IconButton small label={t('common:dismiss')} onClick={() => void dismissNotice(id)}>
							<X size={14} />
						</IconButton>
					}
				>
					{t(code)}
					<code>{t('path', { path })}</code>
					{detail !== '' && <code>{detail}</code>}
				</Banner>
			))}
		</section>
	);
}

function Banner({
	kind,
	icon,
	end,
	children,
}: {
	readonly kind: string;
	readonly icon: ReactNode;
	readonly end?: ReactNode;
	readonly children: ReactNode;
}) {
	return (
		<div className={css['banner']} role="status" data-notice={kind}>
			{icon}
			<p>{children}</p>
			{end}
		</div>
	);
}
