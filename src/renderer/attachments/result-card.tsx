import { useTranslation } from 'react-i18next';
import type { SearchResultBlock } from '../../shared/model/content.ts';
import { FileIcon } from './file-icon.tsx';
import css from './result-card.module.css';

/** A search result that went with a message; it opens to its text. */
export function ResultCard({ result: { title, source, text } }: { readonly result: SearchResultBlock }) {
	const { t } = useTranslation('attachments');
	return (
		<details className={css['card']} data-search-result>
			<summary className={css['head']} title={`${title}\n${source}`}>
				<span className={css['icon']}>
					<FileIcon kind="search-result" format="txt" />
				</span>
				<span className={css['words']}>
					<span className={css['name']}>{title}</span>
					<span className={css['facts']}>
						{t('result.kind')} · {source}
					</span>
				</span>
			</summary>
			<p className={css['text']}>{text}</p>
		</details>
	);
}
