import type { ReactNode } from 'react';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import type { SentPlace } from '../../../shared/model/sent-table.ts';
import { numbered } from '../../ui/numbered.ts';
import { pathSteps } from '../explain/path-steps.ts';
import css from './settings.module.css';

interface Props {
	readonly place: SentPlace;
	readonly onGoTo: (place: SentPlace) => void;
}

/** Where something stands in the request; pressed, it is shown there. */
export function PlaceButton({ place, onGoTo }: Props) {
	const { t } = useTranslation('sent');
	const words = placeWords(place);
	const named = place.kind === 'header' ? t('header', { name: words }) : words;
	return (
		<button
			type="button"
			className={css['place']}
			aria-label={t('goTo', { place: named })}
			title={t('goTo', { place: named })}
			onClick={() => onGoTo(place)}
		>
			{lines(words)}
		</button>
	);
}

/** A long path may break after its dots and brackets, before it does so within a word. */
function lines(words: string): ReactNode {
	return numbered(words.split(/(?<=[.\]-])/)).map(({ number, item }) => (
		<Fragment key={number}>
			{item}
			<wbr />
		</Fragment>
	));
}

function placeWords(place: SentPlace): string {
	if (place.kind === 'header') return place.name;
	const steps = pathSteps({ context: { kind: 'url' }, path: place.path, value: null });
	return steps.length === 0 ? '{ … }' : steps.join('.');
}
