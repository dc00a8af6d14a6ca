import { Brain, ChevronRight, Lock } from 'lucide-react';
import { memo, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReasoningBlock } from '../../../shared/model/content.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { count } from '../../ui/quantities.ts';
import { sentences } from '../../ui/sentences.ts';
import { Markdown } from '../markdown/markdown.tsx';
import css from './thoughts.module.css';

interface Props {
	readonly block: ReasoningBlock;
	/** More of these thoughts may come. */
	readonly growing: boolean;
	/** They are the last of an answer that ended before its end. */
	readonly broken: boolean;
}

/** What a model thought: open while it thinks, closed once it says something, and then as the reader wants it. */
export const Thoughts = memo(function Thoughts({ block, growing, broken }: Props) {
	const { t, i18n } = useTranslation('blocks');
	const [chosen, choose] = useState<boolean | null>(null);
	const id = useId();
	const kind = kindOf(block, growing);
	const open = chosen ?? (growing && kind === 'told');
	const length = block.redacted?.length ?? block.text.length;
	const number = count(length, i18n.language);
	const title = { told: growing ? 'thinking' : 'title', omitted: 'omitted', redacted: 'redacted' } as const;
	return (
		<section className={css['thoughts']} data-thoughts={kind} data-growing={growing}>
			<div className={css['head']}>
				<button
					type="button"
					className={css['toggle']}
					aria-expanded={open}
					aria-controls={id}
					onClick={() => choose(!open)}
				>
					<ChevronRight size={14} aria-hidden />
					{kind === 'redacted' ? <Lock size={14} aria-hidden /> : <Brain size={14} aria-hidden />}
					<b>{t(`thoughts.${title[kind]}`)}</b>
					{kind === 'told' && <span>{t('thoughts.characters', { count: length, number })}</span>}
				</button>
				{open && kind === 'told' && !growing && <CopyButton label={t('thoughts.copy')} text={() => block.text} />}
			</div>
			<div id={id} className={css['body']} hidden={!open}>
				{open && <Told block={block} kind={kind} growing={growing} broken={broken} />}
			</div>
		</section>
	);
});

type Kind = 'told' | 'omitted' | 'redacted';

/** While nothing has come of them yet, it is not known whether they will be told. */
function kindOf({ text, redacted }: ReasoningBlock, growing: boolean): Kind {
	if (redacted !== null) return 'redacted';
	return text === '' && !growing ? 'omitted' : 'told';
}

function Told({ block, kind, growing, broken }: Props & { readonly kind: Kind }) {
	const { t, i18n } = useTranslation('blocks');
	const { signature, redacted } = block;
	return (
		<>
			{kind === 'told' && <Markdown text={block.text} growing={growing} />}
			{kind === 'omitted' && <p>{t('thoughts.omittedAbout')}</p>}
			{redacted !== null && (
				<p>
					{sentences(
						i18n.language,
						t('thoughts.redactedAbout'),
						t('thoughts.encrypted', { count: redacted.length, number: count(redacted.length, i18n.language) }),
					)}
				</p>
			)}
			{!growing && redacted === null && (
				<p className={css['signature']}>
					{sentences(
						i18n.language,
						signature === null && broken ? t('thoughts.broken') : null,
						t(signature === null ? 'thoughts.unsigned' : 'thoughts.signed'),
					)}
					{signature !== null && <code title={signature.slice(0, 400)}>{signature.slice(0, 12)}…</code>}
				</p>
			)}
		</>
	);
}
