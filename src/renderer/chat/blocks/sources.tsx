import { useTranslation } from 'react-i18next';
import type { Citation } from '../../../shared/model/content.ts';
import { SourceText } from './source-text.tsx';
import css from './sources.module.css';

/** Under an answer: what it cites, by the numbers in its text. */
export function Sources({ sources }: { readonly sources: readonly Citation[] }) {
	const { t } = useTranslation('blocks');
	if (sources.length === 0) return null;
	return (
		<div className={css['sources']} data-sources>
			<h3>{t('sources.title', { count: sources.length })}</h3>
			<ol>
				{sources.map((citation, index) => (
					<li key={String(index)}>
						<span className={css['number']}>{index + 1}</span>
						<SourceText citation={citation} />
					</li>
				))}
			</ol>
		</div>
	);
}
