import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import css from './correspondences.module.css';
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
							<td>{before === null ? <i>–</i> : <Path path={before} />}</td>
							<td>{after === null ? <i>–</i> : <Path path={after} />}</td>
							<td>{t(`verdict.${verdict}`)}</td>
						</tr>
					))}
				</tbody>
			</table>
		</>
	);
}

/** A path, which may go on in another line after a step. */
function Path({ path }: { readonly path: string }) {
	const [first = '', ...rest] = path.split('.');
	return (
		<code>
			{first}
			{rest.map((step) => (
				<Fragment key={step}>
					.<wbr />
					{step}
				</Fragment>
			))}
		</code>
	);
}
