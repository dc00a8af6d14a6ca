import { useTranslation } from 'react-i18next';
import type { Explanation } from '../../shared/explanations/explain.ts';
import css from './failure-card.module.css';
import { causeWords, failureTexts } from './failure-words.ts';
import { Words } from './words.tsx';

/** Why a call failed: first what is certain, then what is likely and called so. */
export function Causes({ explanation }: { readonly explanation: Explanation }) {
	const { t, i18n } = useTranslation('failure');
	const texts = failureTexts(i18n.language);
	const words = (certain: boolean) =>
		explanation.causes.filter((cause) => cause.certain === certain).map(({ id }) => causeWords(id, explanation, texts));
	const likely = words(false);
	const { policyArn } = explanation.facts;
	return (
		<>
			{words(true).map((text) => (
				<p key={text}>
					<Words text={text} />
				</p>
			))}
			{policyArn !== undefined && (
				<p>
					<Words text={t('policyNamed', { policyArn })} />
				</p>
			)}
			{likely.length > 0 && (
				<div className={css['likely']}>
					<p>{t('likely', { count: likely.length })}</p>
					<ul>
						{likely.map((text) => (
							<li key={text}>
								<Words text={text} />
							</li>
						))}
					</ul>
				</div>
			)}
		</>
	);
}
