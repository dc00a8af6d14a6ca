import { Check, Copy, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.tsx';
import { IconButton } from './icon-button.tsx';

const SHOWN_MS = 2000;

interface Props {
	/** What is copied, for the name of the button. */
	readonly label: string;
	/** A function where it is made only when it is asked for. */
	readonly text: string | (() => string);
	readonly disabled?: boolean;
	/** Shown beside the icon; without it the button is an icon with a tooltip. */
	readonly words?: string;
	/** In place of the usual icon, where two buttons copy different things. */
	readonly icon?: ReactNode;
	/** Of a button with words. */
	readonly variant?: 'plain' | 'go';
}

/** Copies a text; says for two seconds whether the clipboard took it, to a screen reader too. */
export function CopyButton({ label, text, words, icon: own, variant = 'plain', disabled = false }: Props) {
	const { t } = useTranslation();
	const [outcome, setOutcome] = useState<'copied' | 'copyFailed' | null>(null);
	useEffect(() => {
		if (outcome === null) return;
		const timer = setTimeout(() => setOutcome(null), SHOWN_MS);
		return () => clearTimeout(timer);
	}, [outcome]);
	const copy = () => {
		navigator.clipboard.writeText(typeof text === 'string' ? text : text()).then(
			() => setOutcome('copied'),
			() => setOutcome('copyFailed'),
		);
	};
	const said = outcome === null ? null : t(outcome);
	const Said = outcome === 'copied' ? Check : X;
	const icon =
		outcome === null ? (
			(own ?? <Copy size={14} strokeWidth={1.6} aria-hidden />)
		) : (
			<Said size={14} strokeWidth={1.6} aria-hidden />
		);
	return (
		<>
			{words === undefined ? (
				<IconButton small label={said ?? label} disabled={disabled} onClick={copy}>
					{icon}
				</IconButton>
			) : (
				<Button variant={variant} disabled={disabled} onClick={copy} aria-label={said ?? label}>
					{icon}
					{said ?? words}
				</Button>
			)}
			<span className="visually-hidden" role="status">
				{said}
			</span>
		</>
	);
}
