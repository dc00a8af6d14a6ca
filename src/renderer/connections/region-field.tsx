import { Autocomplete } from '@base-ui/react/autocomplete';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { regions } from '../../shared/catalogue.ts';
import type { Connection } from '../../shared/model/connection.ts';
import field from '../ui/field.module.css';
import popup from '../ui/popup.module.css';
import { plainRegion, regionRows, typedRegion } from './region-choices.ts';

interface Props {
	readonly region: string | null;
	/** The connection's own region, used when none is set. */
	readonly own: string | null;
	/** Where that comes from. */
	readonly from: Connection['regionFrom'];
	/** Takes the focus and shows the list. */
	readonly asked: boolean;
	readonly onChange: (region: string | null) => void;
	/** A choice was made, whether it changed something or not. */
	readonly onChosen: () => void;
}

/**
 * A region to choose or to type; empty means the connection's own. Enter takes the row that is lit; what is in no list
 * is taken by its own row only, for it may be half a name.
 */
export function RegionField({ region, own, from, asked, onChange, onChosen }: Props) {
	const { t } = useTranslation('connections');
	const id = useId();
	const input = useRef<HTMLInputElement>(null);
	const [text, setText] = useState(region ?? '');
	const [typing, setTyping] = useState(false);
	const [left, setLeft] = useState(false);
	const [open, setOpen] = useState(asked);
	useEffect(() => setText(region ?? ''), [region]);
	useEffect(() => {
		if (!asked) return;
		setOpen(true);
		// After the popover has put the focus on its first part.
		const frame = requestAnimationFrame(() => input.current?.focus());
		return () => cancelAnimationFrame(frame);
	}, [asked]);
	const kind = typedRegion(text, regions, region);
	const rows = regionRows(text, regions, region, typing);
	const listed = open && rows.length > 0;
	const bad = kind === 'invalid' || (kind === 'undecided' && left);
	const take = (value: string) => {
		const plain = plainRegion(value);
		setText(plain);
		setTyping(false);
		setLeft(false);
		const next = plain === '' ? null : plain;
		if (next !== region) onChange(next);
	};
	const source = own === null || from === null || from === 'practice' ? null : from;
	const note =
		kind === 'invalid'
			? t('regionInvalid')
			: kind === 'undecided'
				? t('regionUndecided', { text: plainRegion(text) })
				: region === null
					? source === null
						? t('regionNone')
						: t(`regionOwn.${source}`, { region: own ?? '' })
					: t(`regionSet.${source ?? 'none'}`, { region: own ?? '' });
	return (
		<div className={field['field']}>
			<label className={field['label']} htmlFor={id}>
				{t('region')}
			</label>
			<Autocomplete.Root
				items={rows}
				mode="none"
				autoHighlight
				value={text}
				open={listed}
				onOpenChange={setOpen}
				onValueChange={(value, details) => {
					if (details.reason === 'item-press') {
						take(value);
						onChosen();
					} else {
						setText(value);
						setTyping(true);
						setLeft(false);
					}
				}}
				openOnInputClick
			>
				<Autocomplete.Input
					ref={input}
					id={id}
					// What is around the list is hidden from a screen reader while it is open, the label with it.
					aria-label={t('region')}
					className={`${field['input']} ${field['mono']}`}
					placeholder={own ?? t('regionPlaceholder', { region: 'us-east-1' })}
					aria-invalid={bad}
					data-undecided={kind === 'undecided' || undefined}
					aria-describedby={`${id}-hint`}
					onBlur={() => {
						if (kind === 'empty' || kind === 'listed') take(text);
						else setLeft(true);
					}}
					onKeyDown={(event) => {
						if (listed || event.nativeEvent.isComposing) return;
						if (event.key === 'Escape') {
							// It would empty the field and keep the key from the popover.
							event.preventBaseUIHandler();
							setLeft(true);
						}
						if (event.key !== 'Enter') return;
						if (kind === 'empty' || kind === 'listed') {
							take(text);
							onChosen();
						} else setLeft(true);
					}}
				/>
				<Autocomplete.Portal>
					<Autocomplete.Positioner className={popup['positioner']} sideOffset={4} align="start">
						<Autocomplete.Popup className={`${popup['popup']} ${popup['asWide']}`}>
							<Autocomplete.List className={popup['list']}>
								{(name: string) => (
									<Autocomplete.Item key={name} value={name} className={popup['item']}>
										<span className={popup['name']}>
											{regions.includes(name) || name === region ? name : t('regionAsIs', { text: name })}
										</span>
									</Autocomplete.Item>
								)}
							</Autocomplete.List>
						</Autocomplete.Popup>
					</Autocomplete.Positioner>
				</Autocomplete.Portal>
			</Autocomplete.Root>
			<p id={`${id}-hint`} className={bad ? field['error'] : field['hint']} role={bad ? 'alert' : undefined}>
				{note}
			</p>
		</div>
	);
}
