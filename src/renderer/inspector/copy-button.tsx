import { Check, Copy, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../ui/icon-button.tsx';

interface Props {
	readonly label: string;
	/** What is copied; a function where it is made only then. */
	readonly text: string | (() => string);
	readonly disabled?: boolean;
}

/** Copies a text; says for two seconds whether the clipboard took it, also to a screen reader. */
export function CopyButton({ label, text, disabled = false }: Props) {
	const { t } = useTranslation('inspector');
	const { t: common } = useTranslation('common');
	const [outcome, setOutcome] = useState<'copied' | 'refused' | null>(null);
	useEffect(() => {
		if (outcome === null) return;
		const timer = setTimeout(() => setOutcome(null), 2000);
		return () => clearTimeout(timer);
	}, [outcome]);
	const copy = (): void => {
		navigator.clipboard.writeText(typeof text === 'string' ? text : text()).then(
			() => setOutcome('copied'),
			() => setOutcome('refused'),
		);
	};
	const said = outcome === null ? '' : outcome === 'copied' ? common('copied') : t('copyFailed');
	const Icon = outcome === null ? Copy : outcome === 'copied' ? Check : X;
	return (
		<>
			<IconButton small label={said || label} disabled={disabled} onClick={copy}>
				<Icon size={14} strokeWidth={1.6} aria-hidden />
			</IconButton>
			<span className="visually-hidden" role="status">
				{said}
			</span>
		</>
	);
}
