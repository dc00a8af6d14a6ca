import { useTranslation } from 'react-i18next';
import type { CallId, ModelEntry } from '../../shared/model/model-entry.ts';
import { Button } from '../ui/button.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import css from './model-detail.module.css';
import { dollars } from './model-quantities.ts';
import { Star } from './star.tsx';

interface Props {
	readonly model: ModelEntry;
	readonly region: string | null;
	/** The id that is in use. */
	readonly current: string;
	readonly favourites: readonly string[];
	readonly onUse: (id: string) => void;
	readonly onStar: (id: string) => void;
}

/** Every id by which a model can be called from here, the one to use first, and what each means. */
export function CallWays({ model, region, current, favourites, onUse, onStar }: Props) {
	const { t } = useTranslation('models');
	return (
		<section>
			<h4>{region === null ? t('ids') : t('idsFrom', { region })}</h4>
			<ul className={css['ways']}>
				{model.callIds.map((way, index) => (
					<li key={way.id}>
						<div className={css['wayHead']}>
							<div className={css['wayName']}>
								{way.name !== null && <b>{way.name}</b>}
								<code>{way.id}</code>
								{index === 0 && <span className={css['tag']}>{t('first')}</span>}
								{way.id === current && <span className={css['tag']}>{t('inUse')}</span>}
							</div>
							<Star name={way.name ?? way.id} on={favourites.includes(way.id)} onToggle={() => onStar(way.id)} />
							<CopyButton label={t('copyId', { id: way.id })} text={() => way.id} />
							<Button aria-label={t('useIdOf', { id: way.id })} onClick={() => onUse(way.id)}>
								{t('useId')}
							</Button>
						</div>
						<WayWords way={way} region={region} first={index === 0} />
					</li>
				))}
			</ul>
		</section>
	);
}

function WayWords({
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
			<p>{useWayWords(way, region)}</p>
			{first && <p>{t(`why.${whyFirst(way)}`)}</p>}
			<p>
				{price === null ? t('noPrice') : t('price', { input: amount(price.input), output: amount(price.output) })}
				{cacheRead !== null && cacheWrite !== null && (
					<small> {t('cachePrice', { read: amount(cacheRead), write: amount(cacheWrite) })}</small>
				)}
			</p>
		</>
	);
}

function useWayWords(way: CallId, region: string | null): string {
	const { t, i18n } = useTranslation('models');
	const { type, regions: to } = way;
	const prefix = way.prefix ?? '';
	const regions = to === null ? '' : new Intl.ListFormat(i18n.language, { type: 'unit' }).format(to);
	switch (type) {
		case 'on-demand':
			return region === null ? t('way.onDemandHere') : t('way.onDemand', { region });
		case 'system':
			if (to !== null) return t('way.system', { prefix, regions });
			return prefix === 'global' ? t('way.global') : t('way.systemUnknown', { prefix });
		case 'application':
			return to === null ? t('way.applicationUnknown') : t('way.application', { regions });
	}
}

function whyFirst({ type, prefix }: CallId): 'onDemand' | 'near' | 'global' | 'own' {
	if (type === 'on-demand') return 'onDemand';
	if (type === 'application') return 'own';
	return prefix === 'global' ? 'global' : 'near';
}
