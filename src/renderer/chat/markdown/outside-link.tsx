import { ExternalLink, Image } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import css from './markdown.module.css';
import { httpsAddress } from './markdown-it.ts';

interface Props {
	readonly address: string;
	/** What it is called, as plain text. */
	readonly label: string;
	readonly content: ReactNode;
	/** A picture, which is not loaded: whoever made the answer would see that it was read. */
	readonly image?: boolean;
}

/** A link of an answer: shown with its address, opened outside the app, and only when it is https. */
export function OutsideLink({ address, label, content, image = false }: Props) {
	const { t } = useTranslation('chat');
	const href = httpsAddress(address);
	const says = label.trim() === address || label.trim() === '';
	if (href === null) {
		return (
			<span title={t('linkNotOpened')}>
				{content}
				{!says && <span className={css['address']}> ({address})</span>}
			</span>
		);
	}
	// A link, not a call of the host: that may have no display, while the person has a browser.
	return (
		<a className={css['link']} href={href} title={href} target="_blank" rel="noreferrer noopener">
			{image && <Image size={13} aria-label={t('imageNotLoaded')} />}
			{label.trim() === '' ? href : content}
			{!says && <span className={css['address']}>{new URL(href).host}</span>}
			<ExternalLink size={11} aria-hidden />
		</a>
	);
}
