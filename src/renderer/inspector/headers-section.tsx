import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { HeaderLines } from '../../shared/model/exchange.ts';
import { shortened } from '../../shared/shorten.ts';
import { numbered } from '../ui/numbered.ts';
import { isCut, valueParts } from './body/cut-out.ts';
import { explainableItem, explainableList } from './explain/explainable.ts';
import css from './panel.module.css';
import { useAskedHeader } from './settings/asked-place.ts';

interface Props {
	readonly side: 'request' | 'response';
	readonly headers: HeaderLines;
	readonly open: boolean;
	readonly onOpen: (open: boolean) => void;
}

/** Header lines in their order, to be opened. What was cut out is marked, and said why. */
export function HeadersSection({ side, headers, open, onOpen }: Props) {
	const { t } = useTranslation('inspector');
	const rows = useRef<HTMLTableSectionElement>(null);
	useAskedHeader(rows, open && side === 'request');
	const cut = headers.some(([, value]) => isCut(value));
	return (
		<details className={css['section']} open={open} onToggle={(event) => onOpen(event.currentTarget.open)}>
			<summary>
				{t('headers')} <small>{headers.length}</small>
			</summary>
			{cut && <p className={css['why']}>{t('cutOutWhy')}</p>}
			<table className={css['headers']}>
				<thead className="visually-hidden">
					<tr>
						<th scope="col">{t('headerName')}</th>
						<th scope="col">{t('headerValue')}</th>
					</tr>
				</thead>
				<tbody ref={rows} {...explainableList}>
					{numbered(headers).map(({ number, item: [name, value] }) => (
						<tr
							key={number}
							{...explainableItem(
								{ context: { kind: 'header', side }, path: [name], value: shortened(value, LONGEST_VALUE) },
								number,
							)}
						>
							<th scope="row">{name}</th>
							<td>
								<HeaderValue value={value} />
							</td>
						</tr>
					))}
				</tbody>
			</table>
		</details>
	);
}

/** As much of a value as there is room for beside its name; characters. */
const LONGEST_VALUE = 60;

/** A header's value; places where a secret was cut out are marked. */
export function HeaderValue({ value }: { readonly value: string }) {
	const { t } = useTranslation('inspector');
	return numbered(valueParts(value)).map(({ number, item: part }) =>
		part.cut ? (
			<mark key={number} className={css['cut']} title={t('cutOutWhy')}>
				<span aria-hidden>{part.text}</span>
				<span className="visually-hidden">{t('cutOut')}</span>
			</mark>
		) : (
			<span key={number}>{part.text}</span>
		),
	);
}
