import { Autocomplete } from '@base-ui/react/autocomplete';
import { useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { regions } from '../../shared/catalogue.ts';
import { region as regionSchema } from '../../shared/model/settings.ts';
import field from '../ui/field.module.css';
import popup from '../ui/popup.module.css';

interface Props {
	readonly region: string | null;
	/** The connection's own region, used when none is set. */
	readonly own: string | null;
	readonly onChange: (region: string | null) => void;
}

/** A region to choose or to type; empty means the connection's own. Kept when the field is left. */
export function RegionField({ region, own, onChange }: Props) {
	const { t } = useTranslation('connections');
	const id = useId();
	const [text, setText] = useState(region ?? '');
	useEffect(() => setText(region ?? ''), [region]);
	const trimmed = text.trim();
	const valid = trimmed === '' || regionSchema.safeParse(trimmed).success;
	const keep = (value: string) => {
		const next = value.trim();
		if (next === (region ?? '')) return;
		if (next === '') onChange(null);
		else if (regionSchema.safeParse(next).success) onChange(next);
	};
	return (
		<div className={field['field']}>
			<label className={field['label']} htmlFor={id}>
				{t('region')}
			</label>
			<Autocomplete.Root
				items={[...regions]}
				value={text}
				onValueChange={(value, { reason }) => {
					setText(value);
					if (reason === 'item-press') keep(value);
				}}
				openOnInputClick
			>
				<Autocomplete.Input
					id={id}
					className={`${field['input']} ${field['mono']}`}
					placeholder={own ?? t('regionPlaceholder', { region: 'us-east-1' })}
					aria-invalid={!valid}
					aria-describedby={`${id}-hint`}
					onBlur={(event) => keep(event.currentTarget.value)}
					onKeyDown={(event) => {
						if (event.key === 'Enter') keep(event.currentTarget.value);
					}}
				/>
				<Autocomplete.Portal>
					<Autocomplete.Positioner className={popup['positioner']} sideOffset={4} align="start">
						<Autocomplete.Popup className={popup['popup']}>
							<Autocomplete.List className={popup['list']}>
								{(name: string) => (
									<Autocomplete.Item key={name} value={name} className={popup['item']}>
										<span className={popup['name']}>{name}</span>
									</Autocomplete.Item>
								)}
							</Autocomplete.List>
						</Autocomplete.Popup>
					</Autocomplete.Positioner>
				</Autocomplete.Portal>
			</Autocomplete.Root>
			<p id={`${id}-hint`} className={valid ? field['hint'] : field['error']}>
				{valid ? (own === null ? t('regionNone') : t('regionOwn', { region: own })) : t('regionInvalid')}
			</p>
		</div>
	);
}
