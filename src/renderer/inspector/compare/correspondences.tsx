import { useTranslation } from 'react-i18next';
import css from './compare.module.css';
import type { Correspondence } from './diff/request-format.ts';

/** Where two requests of different formats say the same things. */
export function Correspondences({ rows }: { readonly rows: readonly Correspondence[] }) {
	const { t } = useTranslation('compare');
	return (
		<>
			<h4>{t('formats')}</h4>
			<p className={css['note']}>{t('formatsNote')}</p>
			<table className={css['table']}>
				<thead>
					<tr>
						<th scope="col">{t('column.what')}</th>
						<th scope="col">{t('column.before')}</th>
						<th scope="col">{t('column.after')}</th>
						<th scope="col">{t('column.value')}</th>
					</tr>
				</thead>
				<tbody>
					{rows.map(({ concept, before, after, verdict }) => (
						<tr key={concept} data-verdict={verdict}>
							<th scope="row">{t(`concept.${concept}`)}</th>
							<td>{before === null ? <i>–</i> : <code>{before}</code>}</td>
							<td>{after === null ? <i>–</i> : <code>{after}</code>}</td>
							<td>{t(`verdict.${verdict}`)}</td>
						</tr>
					))}
				</tbody>
			</table>
		</>
	);
}
