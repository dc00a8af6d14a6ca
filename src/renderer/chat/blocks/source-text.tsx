import { useTranslation } from 'react-i18next';
import type { Citation } from '../../../shared/model/content.ts';
import type { SourcePlace } from './source-place.ts';
import { sourcePlaceOf } from './source-place.ts';
import css from './sources.module.css';

/** A source: its title, the place in it, and the words that are cited. */
export function SourceText({ citation }: { readonly citation: Citation }) {
	const { t } = useTranslation('blocks');
	const place = usePlaceWords(sourcePlaceOf(citation));
	const title = citation.title ?? citation.source;
	return (
		<div>
			<p className={css['head']}>
				<b>{title ?? t('sources.untitled')}</b>
				{place !== null && <span>{place}</span>}
				{citation.title !== null && citation.source !== null && citation.source !== citation.title && (
					<span>{citation.source}</span>
				)}
			</p>
			{citation.quote !== null && <blockquote className={css['quote']}>{citation.quote}</blockquote>}
		</div>
	);
}

function usePlaceWords(place: SourcePlace | null): string | null {
	const { t, i18n } = useTranslation('blocks');
	const number = (value: number) => value.toLocaleString(i18n.language);
	if (place === null) return null;
	switch (place.unit) {
		case 'web':
			return place.url;
		case 'document':
			return t('sources.document', { number: place.number });
		case 'searchResult':
			return t('sources.searchResult', { number: place.number });
		case 'characters':
			return t('sources.characters', { from: number(place.from), to: number(place.to) });
		case 'page':
		case 'chunk': {
			const { unit, from, to } = place;
			return t(from === to ? `sources.${unit}` : `sources.${unit}s`, { from: number(from), to: number(to) });
		}
	}
}
