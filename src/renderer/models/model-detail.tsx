import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { findModel } from '../../shared/catalogue.ts';
import type { ModelEntry } from '../../shared/model/model-entry.ts';
import { Button } from '../ui/button.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { CallWays } from './call-ways.tsx';
import { canChat } from './can-chat.ts';
import { isFavourite } from './favourites.ts';
import css from './model-detail.module.css';
import { ModelFacts } from './model-facts.tsx';
import { listText } from './model-quantities.ts';
import { Star } from './star.tsx';
import { useKindWord } from './use-kind-word.ts';

interface Props {
	readonly model: ModelEntry;
	readonly region: string | null;
	readonly current: string;
	readonly practice: boolean;
	readonly favourites: readonly string[];
	/** Words of the search: the account's own profiles that have them come first. */
	readonly query: string;
	readonly onUse: (id: string) => void;
	readonly onStar: (model: ModelEntry) => void;
	readonly onStarId: (id: string) => void;
}

/** Everything about one model. */
export const ModelDetail = memo(function Detail(props: Props) {
	const { model, region, current, practice, favourites, query, onUse, onStar, onStarId } = props;
	const usable = canChat(model);
	const { t } = useTranslation('models');
	const notes = useNotes(model, region, practice);
	return (
		<section className={css['detail']} aria-label={model.name}>
			<header className={css['head']}>
				<div className={css['name']}>
					<h3>{model.name}</h3>
					<p>{model.provider}</p>
				</div>
				<Star name={model.name} on={isFavourite(favourites, model)} onToggle={() => onStar(model)} />
			</header>
			<p className={css['base']}>
				<span className="visually-hidden">{t('baseId')}</span>
				<code>{model.id}</code>
				<CopyButton label={t('copyId', { id: model.id })} text={() => model.id} />
			</p>
			{notes.map((note) => (
				<p key={note} className={css['note']}>
					{note}
				</p>
			))}
			{usable && (
				<Button variant="go" className={css['use'] ?? ''} onClick={() => onUse(model.callId)}>
					{t('use')}
				</Button>
			)}
			<CallWays
				model={model}
				region={region}
				current={current}
				favourites={favourites}
				query={query}
				onUse={usable ? onUse : null}
				onStar={onStarId}
			/>
			<ModelFacts model={model} />
		</section>
	);
});

/** What a person should know before using it. */
function useNotes(model: ModelEntry, region: string | null, practice: boolean): readonly string[] {
	const { t, i18n } = useTranslation('models');
	const kindWord = useKindWord();
	const kinds = (names: readonly string[]) => listText(names.map(kindWord), i18n.language);
	return [
		...(canChat(model) ? [] : [t('noChat', { takes: kinds(model.inputs), gives: kinds(model.outputs) })]),
		...(model.lifecycle === 'retired' && !practice ? [t('retired')] : []),
		...(model.lifecycle === 'legacy' ? [t('legacy')] : []),
		...(model.listed === false ? [region === null ? t('notListed') : t('notListedIn', { region })] : []),
		...(model.listed === true && findModel(model.id) === null ? [t('notInCatalogue')] : []),
	];
}
