import { useTranslation } from 'react-i18next';
import type { ModelEntry } from '../../shared/model/model-entry.ts';
import css from './life.module.css';
import { dayText } from './model-quantities.ts';

interface Props {
	readonly model: ModelEntry;
	/** One thing only: that the account doesn't list it, the day until which it can be called, or where it stands. */
	readonly short?: boolean;
}

/** Where a model stands in its life, and the day on which that ends or ended. */
export function Life({ model, short = false }: Props) {
	const { lifecycle, endOfLife } = model;
	const { t, i18n } = useTranslation('models');
	const day = endOfLife === null ? null : dayText(endOfLife, i18n.language);
	const unlisted = short && model.listed === false && lifecycle !== 'retired';
	const words = t(`lifecycle.${lifecycle}`);
	const end = day === null ? null : t(lifecycle === 'retired' ? 'endedOn' : 'until', { day });
	if (unlisted) {
		return (
			<span className={css['life']} data-unlisted title={t('notListed')}>
				{t('notListedShort')}
			</span>
		);
	}
	return (
		<span
			className={css['life']}
			data-lifecycle={lifecycle}
			title={short && end !== null ? `${words} ${end}` : undefined}
		>
			{short && end !== null && lifecycle !== 'retired' ? end : words}
			{!short && end !== null && <small>{end}</small>}
		</span>
	);
}
