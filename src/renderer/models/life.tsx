import { useTranslation } from 'react-i18next';
import type { ModelEntry } from '../../shared/model/model-entry.ts';
import css from './life.module.css';
import { dayText } from './model-quantities.ts';

/** Where a model stands in its life, and the day on which that ends or ended. */
export function Life({ model: { lifecycle, endOfLife } }: { readonly model: ModelEntry }) {
	const { t, i18n } = useTranslation('models');
	const day = endOfLife === null ? null : dayText(endOfLife, i18n.language);
	return (
		<span className={css['life']} data-lifecycle={lifecycle}>
			{t(`lifecycle.${lifecycle}`)}
			{day !== null && <small>{t(lifecycle === 'retired' ? 'endedOn' : 'until', { day })}</small>}
		</span>
	);
}
