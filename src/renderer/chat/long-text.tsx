import { FileText, X } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../ui/icon-button.tsx';
import css from './long-text.module.css';

const BEGINNING = 200;

interface Props {
	readonly text: string;
	readonly onRemove: () => void;
}

/** A very long text that is sent with the message: how it begins and how long it is. */
export function LongText({ text, onRemove }: Props) {
	const { t, i18n } = useTranslation('chat');
	const lines = useMemo(() => text.split('\n').length, [text]);
	const number = (value: number) => value.toLocaleString(i18n.language);
	return (
		<div className={css['long']}>
			<FileText size={16} aria-hidden />
			<p className={css['beginning']}>{text.slice(0, BEGINNING).trim()}</p>
			<p className={css['size']} role="status">
				{t('characters', { count: text.length, number: number(text.length) })} ·{' '}
				{t('lines', { count: lines, number: number(lines) })}
			</p>
			<IconButton small label={t('composer.removeLong')} onClick={onRemove}>
				<X size={14} />
			</IconButton>
		</div>
	);
}
