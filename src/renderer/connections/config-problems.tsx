import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ConfigProblem } from '../../shared/model/connection.ts';
import css from './config-problems.module.css';

/** What is wrong with the AWS config files: each file once, then its lines. */
export function ConfigProblems({ problems }: { readonly problems: readonly ConfigProblem[] }) {
	const { t } = useTranslation('connections');
	const files = [...new Set(problems.map(({ file }) => file))];
	return (
		<section className={css['problems']}>
			<h3>
				<TriangleAlert size={14} aria-hidden />
				{t('problems')}
			</h3>
			{files.map((file) => (
				<div key={file} className={css['file']}>
					<code>{file}</code>
					<ul>
						{problems
							.filter((problem) => problem.file === file)
							.map((problem) => (
								<Problem key={`${problem.line}:${problem.code}`} problem={problem} />
							))}
					</ul>
				</div>
			))}
		</section>
	);
}

function Problem({ problem: { line, code, detail } }: { readonly problem: ConfigProblem }) {
	const { t } = useTranslation('connections');
	const why = t(`problem.${code}`);
	return (
		<li>
			{line === null ? why : t('problemAt', { line: t('problemLine', { line }), why })}
			{detail === '…' ? <small>{t('problemHidden')}</small> : detail !== '' && <code>{detail}</code>}
		</li>
	);
}
