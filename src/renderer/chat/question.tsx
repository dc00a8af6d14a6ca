import { ChevronsUpDown } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import css from './question.module.css';
import { textParts } from './text-parts.ts';

/** Of a message longer than `LONG` only so much is shown at first, characters. */
const LONG = 8000;
const SHOWN = 1500;
/** So much of a long message is one element, which the browser leaves out while it is out of view, characters. */
const PART = 8000;
const LINE = 25;
const CHARACTERS = 40;

/** Messages whose whole text is shown; a long conversation forgets the elements of what is out of view. */
const shownWhole = new Set<string>();

/** How much of a message is in view before it is asked for, characters. */
export function shownLength(text: string): number {
	return text.length <= LONG ? text.length : SHOWN;
}

/** What the user wrote. Of megabytes the beginning is shown, and the rest when it is asked for. */
export function Question({ id, text }: { readonly id: string; readonly text: string }) {
	return text.length <= LONG ? <p className={css['text']}>{text}</p> : <LongQuestion id={id} text={text} />;
}

function LongQuestion({ id, text }: { readonly id: string; readonly text: string }) {
	const { t, i18n } = useTranslation('chat');
	const [whole, setWhole] = useState(shownWhole.has(id));
	const parts = useMemo(
		() => (whole ? textParts(text, PART) : textParts(text.slice(0, SHOWN + 200), SHOWN).slice(0, 1)),
		[whole, text],
	);
	const toggle = () => {
		if (whole) shownWhole.delete(id);
		else shownWhole.add(id);
		setWhole(!whole);
	};
	return (
		<div className={css['text']} data-cut={!whole}>
			{parts.map((part, index) => (
				<p key={String(index)} style={{ containIntrinsicBlockSize: `auto ${heightOf(part)}px` }}>
					{part}
				</p>
			))}
			<div className={css['foot']}>
				<span>{t('characters', { count: text.length, number: text.length.toLocaleString(i18n.language) })}</span>
				<CopyButton label={t('copyMessage')} text={() => text} />
				<Button variant="quiet" onClick={toggle} aria-expanded={whole}>
					<ChevronsUpDown size={14} aria-hidden />
					{t(whole ? 'showLess' : 'showAll')}
				</Button>
			</div>
		</div>
	);
}

function heightOf(part: string): number {
	let lines = 0;
	for (const line of part.split('\n')) lines += Math.max(1, Math.ceil(line.length / CHARACTERS));
	return lines * LINE;
}
