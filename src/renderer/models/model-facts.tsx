import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ModelEntry } from '../../shared/model/model-entry.ts';
import { Life } from './life.tsx';
import css from './model-detail.module.css';
import { listText, tokens } from './model-quantities.ts';
import { useKindWord } from './use-kind-word.ts';

/** What a model takes and gives, in words. What is not known is said to be so. */
export function ModelFacts({ model }: { readonly model: ModelEntry }) {
	const { t, i18n } = useTranslation('models');
	const kindWord = useKindWord();
	const { abilities, contextWindow, maxOutput } = model;
	const count = (number: number | null) =>
		number === null ? null : t('tokens', { number: tokens(number, i18n.language) });
	const can = (it: boolean | null | undefined) => (it === null || it === undefined ? null : t(it ? 'yes' : 'no'));
	const kinds = (names: readonly string[]) =>
		names.length === 0 ? null : listText(names.map(kindWord), i18n.language);
	const facts: readonly (readonly [string, ReactNode])[] = [
		[t('fact.context'), count(contextWindow)],
		[t('fact.maxOutput'), count(maxOutput)],
		[t('fact.inputs'), kinds(model.inputs)],
		[t('fact.outputs'), kinds(model.outputs)],
		[t('fact.streaming'), can(model.streaming)],
		[t('fact.system'), can(abilities?.system)],
		[t('fact.prefill'), can(abilities?.prefill)],
		[t('fact.sampling'), abilities === null ? null : t(`sampling.${abilities.sampling}`)],
		[t('fact.tools'), can(abilities?.tools)],
		[t('fact.reasoning'), can(abilities?.reasoning)],
		[t('fact.body'), model.family === null ? t('noFamily') : t(`family.${model.family}`)],
		[t('fact.lifecycle'), <Life key="life" model={model} />],
		[t('fact.listed'), model.listed === null ? t('notAsked') : t(model.listed ? 'listedYes' : 'listedNo')],
	];
	return (
		<section>
			<h4>{t('facts')}</h4>
			<dl className={css['facts']}>
				{facts.map(([name, value]) => (
					<div key={name}>
						<dt>{name}</dt>
						<dd data-unknown={value === null || undefined}>{value ?? t('unknown')}</dd>
					</div>
				))}
			</dl>
		</section>
	);
}
