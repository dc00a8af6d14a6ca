import { Check, Copy } from 'lucide-react';
import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.tsx';
import { IconButton } from './icon-button.tsx';

const SHOWN_MS = 1600;

interface Props {
	/** What is copied, for the name of the button. */
	readonly label: string;
	/** Made when it is asked for. */
	readonly text: () => string;
	/** Shown beside the icon; without it the button is an icon with a tooltip. */
	readonly words?: string;
	/** In place of the usual icon, where two buttons copy different things. */
	readonly icon?: ReactNode;
	/** Of a button with words. */
	readonly variant?: 'plain' | 'go';
}

/** Copies text, and says for a moment that it did. */
export function CopyButton({ label, text, words, icon: own, variant = 'plain' }: Props) {
	const { t } = useTranslation();
	const [copied, setCopied] = useState(false);
	useEffect(() => {
		if (!copied) return;
		const timer = setTimeout(() => setCopied(false), SHOWN_MS);
		return () => clearTimeout(timer);
	}, [copied]);
	const copy = () => {
		navigator.clipboard.writeText(text()).then(
			() => setCopied(true),
			() => setCopied(false),
		);
	};
	const icon = copied ? <Check size={14} aria-hidden /> : (own ?? <Copy size={14} aria-hidden />);
	if (words !== undefined) {
		return (
			<Button variant={variant} onClick={copy} aria-label={copied ? t('copied') : label}>
				{icon}
				{copied ? t('copied') : words}
			</Button>
		);
	}
	return (
		<IconButton small label={copied ? t('copied') : label} onClick={copy}>
			{icon}
		</IconButton>
	);
}
