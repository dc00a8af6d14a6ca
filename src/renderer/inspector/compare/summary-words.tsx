import { useTranslation } from 'react-i18next';
import { numbered } from '../../ui/numbered.ts';
import { count } from '../../ui/quantities.ts';
import { Correspondences } from './correspondences.tsx';
import type { ShownChange, Summary } from './diff/summarise.ts';
import css from './summary-words.module.css';

interface Props {
	readonly summary: Summary;
	/** A stream was joined to the answer that it makes. */
	readonly joined: boolean;
	/** The hash of both bodies, where they are the same. */
	readonly sha256: string | null;
}

/** What a comparison comes to, in words. */
export function SummaryWords({ summary, joined, sha256 }: Props) {
	const { t, i18n } = useTranslation('compare');
	const number = (value: number): string => count(value, i18n.language);
	const sentences = useSentences(summary);
	const { equal, sizes, correspondences } = summary;
	const nothing =
		equal === null && !joined && sentences.length === 0 && summary.changes.length === 0 && correspondences === null;
	if (nothing && summary.kind === 'json' && summary.reordered === 0) return null;
	return (
		<section className={css['summary']} aria-label={t('summary')}>
			{joined && <p className={css['note']}>{t('joined')}</p>}
			{equal === 'bytes' && <p>{joined ? t('sameAnswer') : t('sameBytes', { bytes: number(sizes[1]) })}</p>}
			{equal === 'bytes' && !joined && sha256 !== null && <code className={css['hash']}>sha256 {sha256}</code>}
			{equal === 'value' && <p>{t('sameValue')}</p>}
			{summary.kind === 'text' && <p>{t('notJson')}</p>}
			{summary.kind === 'bytes' && <p>{t('notText')}</p>}
			{equal === null && sentences.map((sentence) => <p key={sentence}>{sentence}</p>)}
			{summary.changes.length > 0 && <Changes changes={summary.changes} more={summary.moreChanges} />}
			{summary.reordered > 0 && equal !== 'bytes' && (
				<p className={css['note']}>{t('reordered', { count: summary.reordered, shown: number(summary.reordered) })}</p>
			)}
			{correspondences !== null && <Correspondences rows={correspondences} />}
		</section>
	);
}

/** What is said of the talk that two requests send. */
function useSentences({ messages, prompt, sizes, changes }: Summary): readonly string[] {
	const { t, i18n } = useTranslation('compare');
	const number = (value: number): string => count(value, i18n.language);
	const sentences: string[] = [];
	if (prompt !== null) {
		const { member, resent, before, after } = prompt;
		sentences.push(t('prompt', { member, resent: number(resent), before: number(before), after: number(after) }));
	}
	if (messages !== null) {
		const { resent, resentBytes, added, left, changed } = messages;
		const list = new Intl.ListFormat(i18n.language, { type: 'conjunction' });
		if (resent > 0) {
			sentences.push(
				t('resends', { count: resent, shown: number(resent), bytes: number(resentBytes), total: number(sizes[1]) }),
			);
		}
		for (const { number: place, role, longerBy } of changed.slice(0, MOST_CHANGED)) {
			sentences.push(
				longerBy === null
					? t('differs', { number: place, role })
					: t('goesOn', { number: place, role, count: longerBy, shown: number(longerBy) }),
			);
		}
		if (added.length > 0) {
			const roles = added.length > MOST_ROLES ? [...added.slice(0, MOST_ROLES), '…'] : added;
			sentences.push(t('adds', { count: added.length, shown: number(added.length), roles: list.format(roles) }));
		}
		if (left > 0) sentences.push(t('leaves', { count: left, shown: number(left) }));
	}
	if (sentences.length > 0 && changes.length === 0) sentences.push(t('nothingElse'));
	return sentences;
}

const MOST_CHANGED = 4;
const MOST_ROLES = 6;

function Changes({ changes, more }: { readonly changes: readonly ShownChange[]; readonly more: number }) {
	const { t, i18n } = useTranslation('compare');
	const number = (value: number): string => count(value, i18n.language);
	return (
		<>
			<ul className={css['changes']} aria-label={t('changes')}>
				{numbered(changes).map(({ number: place, item: { path, before, after, lengths } }) => (
					// An item that went and one that came may have had the same place in their lists.
					<li key={place}>
						<b>{path}</b>{' '}
						{lengths === null ? (
							<>
								{before === null ? <i>{t('notThere')}</i> : <del>{before}</del>}
								{' → '}
								{after === null ? <i>{t('notThere')}</i> : <ins>{after}</ins>}
							</>
						) : (
							<i>{t('lengths', { before: number(lengths[0]), after: number(lengths[1]) })}</i>
						)}
					</li>
				))}
			</ul>
			{more > 0 && <p className={css['note']}>{t('more', { count: more, shown: number(more) })}</p>}
		</>
	);
}
