import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallId, ModelEntry } from '../../shared/model/model-entry.ts';
import { Button } from '../ui/button.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import css from './model-detail.module.css';
import { dollars, listText, tokens } from './model-quantities.ts';
import { matchesFirst } from './model-rows.ts';
import { Star } from './star.tsx';

interface Props {
	readonly model: ModelEntry;
	readonly region: string | null;
	/** The id that is in use. */
	readonly current: string;
	readonly favourites: readonly string[];
	/** The account's own profiles that have its words come first. */
	readonly query: string;
	/** null: it can't be used in a conversation. */
	readonly onUse: ((id: string) => void) | null;
	readonly onStar: (id: string) => void;
}

/** Every id by which a model can be called from here, the one to use first, and what each means. */
export function CallWays({ model, region, current, favourites, query, onUse, onStar }: Props) {
	const { t, i18n } = useTranslation('models');
	const [shown, setShown] = useState(AT_ONCE);
	const ways = matchesFirst(model.callIds, query);
	const first = model.callIds[0];
	return (
		<section>
			<h4>{region === null ? t('ids') : t('idsFrom', { region })}</h4>
			<ul className={css['ways']}>
				{ways.slice(0, shown).map((way) => (
					<li key={way.id}>
						<div className={css['wayHead']}>
							<div className={css['wayName']}>
								<b>{way.name ?? t(titleOf(way), { prefix: way.prefix ?? '' })}</b>
								{way === first && <span className={css['tag']}>{t('first')}</span>}
								{way.id === current && <span className={css['tag']}>{t('inUse')}</span>}
							</div>
							<Star name={way.name ?? way.id} on={favourites.includes(way.id)} onToggle={() => onStar(way.id)} />
							<CopyButton label={t('copyId', { id: way.id })} text={() => way.id} />
							{onUse !== null && (
								<Button
									className={css['useId'] ?? ''}
									aria-label={t('useIdOf', { id: way.id })}
									onClick={() => onUse(way.id)}
								>
									{t('useId')}
								</Button>
							)}
						</div>
						<code>{way.id}</code>
						<WayWords way={way} region={region} first={way === first} />
					</li>
				))}
			</ul>
			{ways.length > shown && (
				<Button className={css['more'] ?? ''} onClick={() => setShown(shown + AT_ONCE)}>
					{t('moreIds', { number: tokens(ways.length - shown, i18n.language) })}
				</Button>
			)}
		</section>
	);
}

/** Ids shown at once: an account may have hundreds of profiles for one model. */
const AT_ONCE = 24;

const WayWords = memo(function Words({
	way,
	region,
	first,
}: {
	readonly way: CallId;
	readonly region: string | null;
	readonly first: boolean;
}) {
	const { t, i18n } = useTranslation('models');
	const { price } = way;
	const amount = (value: number) => dollars(value, i18n.language);
	const { cacheRead, cacheWrite } = price ?? { cacheRead: null, cacheWrite: null };
	return (
		<>
			<p>
				<Route way={way} region={region} />
			</p>
			{first && <p>{t(`why.${whyFirst(way)}`)}</p>}
			<p>
				{price === null ? t('noPrice') : t('price', { input: amount(price.input), output: amount(price.output) })}
				{cacheRead !== null && cacheWrite !== null && (
					<>
						{' '}
						<small>{t('cachePrice', { read: amount(cacheRead), write: amount(cacheWrite) })}</small>
					</>
				)}
			</p>
		</>
	);
});

/** Where calls go. A region's name is not broken at its hyphens. */
function Route({
	way: { type, prefix, regions: to },
	region,
}: {
	readonly way: CallId;
	readonly region: string | null;
}) {
	const { t, i18n } = useTranslation('models');
	const own = type === 'application' ? `${t('ownProfile')}${i18n.language === 'ja' ? '' : ' '}` : '';
	const regions = type === 'on-demand' && region !== null ? [region] : to;
	if (regions === null || regions.length === 0) {
		if (type === 'on-demand') return t('staysHere');
		return `${own}${t(prefix === 'global' ? 'routesAnywhere' : 'routesUnknown')}`;
	}
	const [before = '', after = ''] = t(type === 'on-demand' ? 'stays' : 'routes', { regions: MARK }).split(MARK);
	const comma = listText(['', ''], i18n.language);
	return (
		<>
			{own}
			{before}
			{regions.map((name, index) => (
				<span key={name}>
					<span className={css['region']}>{name}</span>
					{index < regions.length - 1 && comma}
				</span>
			))}
			{after}
		</>
	);
}

/** Stands for the regions while a sentence is taken apart. */
const MARK = '\u0000';

function titleOf({ type }: CallId): 'way.onDemand' | 'way.profile' | 'way.own' {
	return type === 'on-demand' ? 'way.onDemand' : type === 'system' ? 'way.profile' : 'way.own';
}

function whyFirst({ type, prefix }: CallId): 'onDemand' | 'near' | 'global' | 'own' {
	if (type === 'on-demand') return 'onDemand';
	if (type === 'application') return 'own';
	return prefix === 'global' ? 'global' : 'near';
}
