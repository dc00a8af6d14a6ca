import type { FormEvent } from 'react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Price } from '../../shared/model/model-entry.ts';
import { useApp } from '../state/app-store.ts';
import { updateSettings } from '../state/settings.ts';
import { Button } from '../ui/button.tsx';
import field from '../ui/field.module.css';
import css from './cost.module.css';
import { parsePrice } from './parse-price.ts';

interface Props {
	readonly modelId: string;
	/** What stands in the fields first. */
	readonly price: Price | null;
	readonly onDone: () => void;
}

const names = ['input', 'output', 'cacheRead', 'cacheWrite', 'cacheWriteHour'] as const;

/** Where a person says what a model's tokens cost. Input and output must be there; the cache's may be unknown. */
export function OwnPriceForm({ modelId, price, onDone }: Props) {
	const { t } = useTranslation('cost');
	const id = useId();
	const prices = useApp((state) => state.settings.prices);
	const [texts, setTexts] = useState<Readonly<Record<(typeof names)[number], string>>>({
		input: show(price?.input),
		output: show(price?.output),
		cacheRead: show(price?.cacheRead),
		cacheWrite: show(price?.cacheWrite),
		cacheWriteHour: show(price?.cacheWriteHour),
	});
	const [tried, setTried] = useState(false);
	const parsed = {
		input: parsePrice(texts.input, true),
		output: parsePrice(texts.output, true),
		cacheRead: parsePrice(texts.cacheRead, false),
		cacheWrite: parsePrice(texts.cacheWrite, false),
		cacheWriteHour: parsePrice(texts.cacheWriteHour, false),
	};
	const submit = (event: FormEvent) => {
		event.preventDefault();
		const { input, output, cacheRead, cacheWrite, cacheWriteHour } = parsed;
		if (
			input == null ||
			output == null ||
			cacheRead === undefined ||
			cacheWrite === undefined ||
			cacheWriteHour === undefined
		) {
			setTried(true);
			return;
		}
		const mine = { input, output, cacheRead, cacheWrite, cacheWriteHour };
		void updateSettings({ prices: { ...prices, [modelId]: mine } });
		onDone();
	};
	return (
		<form className={css['form']} onSubmit={submit}>
			<p className={field['hint']}>{t('ownHint')}</p>
			<div className={css['fields']}>
				{names.map((name) => {
					const wrong = tried && parsed[name] === undefined;
					return (
						<div key={name} className={field['field']}>
							<label className={field['label']} htmlFor={`${id}-${name}`}>
								{t(name)}
							</label>
							<input
								id={`${id}-${name}`}
								className={field['input']}
								inputMode="decimal"
								autoComplete="off"
								value={texts[name]}
								placeholder={name.startsWith('cache') ? t('optional') : '0.00'}
								aria-invalid={wrong}
								aria-describedby={wrong ? `${id}-wrong` : undefined}
								onChange={(event) => setTexts({ ...texts, [name]: event.currentTarget.value })}
							/>
						</div>
					);
				})}
			</div>
			<p id={`${id}-wrong`} className={field['error']} role={tried ? 'alert' : undefined}>
				{tried && Object.values(parsed).includes(undefined) && t('invalid')}
			</p>
			<div className={css['actions']}>
				<Button onClick={onDone}>{t('cancel')}</Button>
				<Button type="submit" variant="go">
					{t('keep')}
				</Button>
			</div>
		</form>
	);
}

function show(value: number | null | undefined): string {
	return value == null ? '' : String(value);
}
