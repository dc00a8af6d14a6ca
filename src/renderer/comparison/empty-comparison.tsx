import { useTranslation } from 'react-i18next';
import { useShallow } from 'zustand/react/shallow';
import { findModel } from '../../shared/catalogue.ts';
import { PRACTICE } from '../../shared/model/connection.ts';
import { useApp } from '../state/app-store.ts';
import { changeSettingsOf } from '../state/conversations.ts';
import { Button } from '../ui/button.tsx';
import css from './comparison.module.css';
import { FourBodiesButton } from './four-bodies-button.tsx';
import { columnSettings } from './use-columns.ts';

interface Props {
	readonly columns: readonly string[];
	/** The request bodies are shown below. */
	readonly bodies: boolean;
}

/** A comparison in which nothing was asked yet: what it is for, and what is to be known of its models. */
export function EmptyComparison({ columns, bodies }: Props) {
	const { t } = useTranslation('comparison');
	return (
		<div className={css['empty']} data-bodies={bodies} data-read-from-top>
			<div>
				<h2>{t(bodies ? 'empty.bodiesTitle' : 'empty.title')}</h2>
				<p>{t(bodies ? 'empty.bodiesLead' : 'empty.lead')}</p>
				<RetiredNote columns={columns} />
				{!bodies && (
					<>
						<p>{t('empty.hint')}</p>
						<FourBodiesButton />
					</>
				)}
			</div>
		</div>
	);
}

/** Of models that AWS no longer serves: where they still answer. */
function RetiredNote({ columns }: { readonly columns: readonly string[] }) {
	const { t, i18n } = useTranslation('comparison');
	const retired = useApp(
		useShallow((state) =>
			columns.flatMap((id) => {
				const settings = columnSettings(state, id);
				const model = settings === null ? null : findModel(settings.modelId);
				return model?.lifecycle === 'retired' ? [model.name] : [];
			}),
		),
	);
	const practice = useApp((state) => columns.every((id) => columnSettings(state, id)?.connection === PRACTICE));
	if (retired.length === 0) return null;
	const names = [...new Set(retired)];
	const models = new Intl.ListFormat(i18n.language, { type: 'conjunction' }).format(names);
	const use = () => {
		for (const id of columns) void changeSettingsOf(id, { connection: PRACTICE, region: null });
	};
	return (
		<p className={css['retired']} role="note">
			{t(practice ? 'retiredPractice' : 'retiredElsewhere', { models, count: names.length })}
			{!practice && <Button onClick={use}>{t('usePractice')}</Button>}
		</p>
	);
}
