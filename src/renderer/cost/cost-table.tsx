import { useState } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import type { KnownPrice, ModelSpent, PracticeShare, Spent } from '../../shared/cost.ts';
import { isPart, writtenTokens } from '../../shared/cost.ts';
import type { Usage } from '../../shared/model/exchange.ts';
import type { Price } from '../../shared/model/model-entry.ts';
import { dayText } from '../models/model-quantities.ts';
import { useApp } from '../state/app-store.ts';
import { updateSettings } from '../state/settings.ts';
import { Button } from '../ui/button.tsx';
import { count, money, UNKNOWN } from '../ui/quantities.ts';
import { sentenceGap } from '../ui/sentences.ts';
import css from './cost.module.css';
import { OwnPriceForm } from './own-price-form.tsx';

const kinds = [
	['input', (usage) => usage.inputTokens],
	['output', (usage) => usage.outputTokens],
	['cacheRead', (usage) => usage.cacheReadInputTokens ?? 0],
	['cacheWrite', (usage) => writtenTokens(usage).minutes],
	['cacheWriteHour', (usage) => writtenTokens(usage).hour],
] as const satisfies readonly (readonly [keyof Price, (usage: Usage) => number])[];

/** How a cost comes about: for each model its tokens, its price and who says so. */
export function CostTable({ spent, practice }: { readonly spent: Spent; readonly practice: PracticeShare }) {
	const { t, i18n } = useTranslation('cost');
	const { models, dollars, uncounted } = spent;
	const amount = dollars === null ? null : money(dollars, i18n.language);
	return (
		<>
			{models.map((one) => (
				<OfModel key={[one.modelId, one.tier, one.above].join(' ')} spent={one} />
			))}
			{models.length > 1 && amount !== null && (
				<p className={css['sum']}>
					<b>{t('total')}</b> <b>{isPart(spent) ? t('atLeast', { amount }) : amount}</b>
				</p>
			)}
			{uncounted > 0 && <p className={css['note']}>{t('uncounted', { count: uncounted })}</p>}
			{practice === 'some' && <p className={css['note']}>{t('practiceSome')}</p>}
			<p className={css['note']}>{t(practice === 'all' ? 'practice' : 'estimate')}</p>
		</>
	);
}

function OfModel({ spent }: { readonly spent: ModelSpent }) {
	const { modelId, usage, known, cost, above } = spent;
	const { t, i18n } = useTranslation('cost');
	const { language } = i18n;
	const [editing, setEditing] = useState(false);
	const dollars = (amount: number | null | undefined) => (amount == null ? UNKNOWN : money(amount, language));
	return (
		<section className={css['model']}>
			<h4 title={modelId}>{modelId}</h4>
			{above !== null && <p className={css['note']}>{t('above', { number: count(above, language) })}</p>}
			<table className={css['table']}>
				<thead>
					<tr>
						<th scope="col">{t('kind')}</th>
						<th scope="col">{t('tokens')}</th>
						<th scope="col">{t('perMillion')}</th>
						<th scope="col">{t('amount')}</th>
					</tr>
				</thead>
				<tbody>
					{kinds
						.map(([kind, tokensOf]) => [kind, tokensOf(usage)] as const)
						.filter(([kind, tokens]) => tokens > 0 || kind === 'input' || kind === 'output')
						.map(([kind, tokens]) => (
							<tr key={kind}>
								<th scope="row">{t(kind)}</th>
								<td>{count(tokens, language)}</td>
								<td>{dollars(known?.price[kind])}</td>
								<td>{dollars(partOf(kind, tokens, known))}</td>
							</tr>
						))}
				</tbody>
				<tfoot>
					<tr>
						<th scope="row">{t('total')}</th>
						<td />
						<td />
						<td>{dollars(cost?.total)}</td>
					</tr>
				</tfoot>
			</table>
			{editing ? (
				<OwnPriceForm modelId={modelId} price={known?.price ?? null} onDone={() => setEditing(false)} />
			) : (
				<Source spent={spent} onEdit={() => setEditing(true)} />
			)}
		</section>
	);
}

function partOf(kind: (typeof kinds)[number][0], tokens: number, known: KnownPrice | null): number | null {
	const price = known?.price[kind] ?? null;
	return price === null ? null : (tokens * price) / 1_000_000;
}

function Source({
	spent: { modelId, known, cost, tier },
	onEdit,
}: {
	readonly spent: ModelSpent;
	readonly onEdit: () => void;
}) {
	const { t, i18n } = useTranslation('cost');
	const prices = useApp((state) => state.settings.prices);
	const own = known?.from === 'person';
	const remove = () => {
		const { [modelId]: _, ...others } = prices;
		void updateSettings({ prices: others });
	};
	return (
		<div className={css['source']}>
			<p>
				{known === null && (tier === null ? t('noPrice') : t('noTierPrice', { tier }))}
				{own && t('fromPerson')}
				{known?.from === 'list' && (
					<Trans
						t={t}
						i18nKey="fromList"
						values={{ day: dayText(known.list.asOf, i18n.language), name: known.list.name }}
						components={{
							list: (
								<a href={known.list.url} target="_blank" rel="noreferrer">
									{known.list.name}
								</a>
							),
						}}
					/>
				)}
				{known !== null && cost === null && `${sentenceGap(i18n.language)}${t('noCachePrice')}`}
			</p>
			{own && (
				<Button variant="quiet" onClick={remove}>
					{t('removeOwn')}
				</Button>
			)}
			<Button variant="quiet" onClick={onEdit}>
				{t(own ? 'changeOwn' : 'setOwn')}
			</Button>
		</div>
	);
}
