import { Ban, Check, CircleHelp, EqualNot, PenLine, Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { SentPlace, SentRow } from '../../../shared/model/sent-table.ts';
import { count } from '../../ui/quantities.ts';
import { useBodyContext } from '../explain/explain-scope.tsx';
import { explainable } from '../explain/explainable.ts';
import type { Explainable } from '../explain/explained.ts';
import { PlaceButton } from './place-button.tsx';
import css from './settings.module.css';
import { useSettingName } from './use-setting-name.ts';

interface Props {
	readonly rows: readonly SentRow[];
	readonly onGoTo: (place: SentPlace) => void;
}

const signs = {
	same: Check,
	unsent: Ban,
	differs: EqualNot,
	added: Plus,
	byHand: PenLine,
	unclear: CircleHelp,
} as const satisfies Record<SentRow['status'], typeof Check>;

/** Setting by setting: as it was set, as it was sent, and why that is not the same. */
export function SentRows({ rows, onGoTo }: Props) {
	const { t } = useTranslation('sent');
	return (
		<table className={css['rows']}>
			<thead>
				<tr>
					<th scope="col">{t('setting')}</th>
					<th scope="col">{t('asSet')}</th>
					<th scope="col">{t('asSent')}</th>
				</tr>
			</thead>
			<tbody>
				{inOrder(rows).map((row) => (
					<Row key={keyOf(row)} row={row} onGoTo={onGoTo} />
				))}
			</tbody>
		</table>
	);
}

/** What a person wrote and what is not as it was set stands first, what nobody set stands last. */
function inOrder(rows: readonly SentRow[]): readonly SentRow[] {
	return rows.toSorted((one, other) => rank(one) - rank(other));
}

function rank({ what, status }: SentRow): number {
	if (status === 'byHand') return 0;
	if (what === null) return 3;
	return status === 'unsent' || status === 'differs' ? 1 : 2;
}

function Row({ row, onGoTo }: { readonly row: SentRow; readonly onGoTo: Props['onGoTo'] }) {
	const { t, i18n } = useTranslation('sent');
	const name = useSettingName();
	const field = useField(row.sent);
	const { what, asSet, sent, status, reason } = row;
	const Sign = signs[status];
	return (
		<tr data-status={status} data-what={what} {...(field !== null && explainable(field))}>
			<th scope="row">
				<span className={css['sign']} title={t(`status.${status}`)}>
					<Sign size={13} strokeWidth={1.8} aria-hidden />
				</span>
				<span>
					{what === null ? <i>{t(`status.${status}`)}</i> : name(what)}
					{what !== null && <span className="visually-hidden"> ({t(`status.${status}`)})</span>}
				</span>
			</th>
			<td data-label={t('asSet')}>
				{asSet === null ? (
					<i>{t('notSet')}</i>
				) : asSet.text === null ? (
					<i>{t('length', { count: asSet.length, formatted: count(asSet.length, i18n.language) })}</i>
				) : (
					<code>{asSet.text}</code>
				)}
			</td>
			<td data-label={t('asSent')}>
				{sent === null ? (
					<i>{t('notSent')}</i>
				) : (
					<>
						<code>{sent.text}</code>
						<PlaceButton place={sent.place} onGoTo={onGoTo} />
					</>
				)}
			</td>
			{reason !== null && <td className={css['reason']}>{t(`reason.${reason}`)}</td>}
		</tr>
	);
}

/** What the strip explains of a row. */
function useField(sent: SentRow['sent']): Explainable | null {
	const body = useBodyContext('request');
	if (sent === null) return null;
	const { place, text } = sent;
	if (place.kind === 'header') {
		return { context: { kind: 'header', side: 'request' }, path: [place.name], value: text };
	}
	return place.path.length === 0 ? null : { context: body, path: place.path, value: text.length > 60 ? null : text };
}

function keyOf({ what, sent }: SentRow): string {
	return what ?? JSON.stringify(sent?.place);
}
