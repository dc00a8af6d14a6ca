import { Check, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { RequestSignature } from '../../../shared/model/signature.ts';
import { useApp } from '../../state/app-store.ts';
import { openConversation } from '../../state/conversations.ts';
import { classNames } from '../../ui/class-names.ts';
import { explainable, explainableItem } from '../explain/explainable.ts';
import panel from '../panel.module.css';
import css from './signature.module.css';
import { canonicalLines, headerParts, toSignLines } from './signature-lines.ts';
import { SignatureTable } from './signature-table.tsx';
import { SigningKey } from './signing-key.tsx';

/** Whether it lies open outlives the attempt that it shows. */
const opened = createStore<{ readonly open: boolean }>()(() => ({ open: false }));

/** A signature taken apart, to be opened: the header, the texts that were signed, the keys in words, and the check. */
export function SignatureSection({ signature }: { readonly signature: RequestSignature }) {
	const { t } = useTranslation('signature');
	const open = useStore(opened, (state) => state.open);
	const verdict = useVerdict(signature);
	return (
		<details
			className={panel['section']}
			open={open}
			onToggle={(event) => opened.setState({ open: event.currentTarget.open })}
		>
			<summary>
				<span>{t('title')}</span>
				<Verdict matches={signature.matches}>{t(verdict)}</Verdict>
			</summary>
			{open && <Parts signature={signature} />}
		</details>
	);
}

/** In place of a signature, where an API key was sent. */
export function NoSignature() {
	const { t } = useTranslation('signature');
	const field = { context, path: ['authorization', 'bearer'], name: 'Bearer', value: null };
	return (
		<p className={classNames(panel['section'], css['none'])} {...explainableItem(field, 0)}>
			<span>{t('title')}</span> {t('none')}
		</p>
	);
}

const context = { kind: 'signature' } as const;

function Parts({ signature }: { readonly signature: RequestSignature }) {
	const { t } = useTranslation('signature');
	const verdict = useVerdict(signature);
	const byFile = verdict.endsWith('ByFile');
	const cut = signature.canonicalRequest.includes('…');
	const made = { context, path: ['signingKey', 'signature'], name: t('parts.signature'), value: null };
	const checked = { context, path: ['matches'], name: t('signatureCheck'), value: null };
	return (
		<div className={css['parts']}>
			<p>{t(byFile ? 'introByFile' : 'intro')}</p>
			<Part title={t('headerTitle')}>
				<SignatureTable of="authorization" lines={headerParts(signature)} />
			</Part>
			<Part title={t('canonicalTitle')} why={cut ? `${t('canonicalWhy')} ${t('canonicalCut')}` : t('canonicalWhy')}>
				<SignatureTable of="canonicalRequest" lines={canonicalLines(signature)} />
			</Part>
			<Part title={t('toSignTitle')} why={t('toSignWhy')}>
				<SignatureTable of="stringToSign" lines={toSignLines(signature)} />
			</Part>
			<Part title={t('keyTitle')} why={t('keyWhy')}>
				<SigningKey scope={signature.scope} />
			</Part>
			<Part title={t('signatureTitle')} why={t('signatureWhy')}>
				<p className={css['formula']} {...explainableItem(made, 0)}>
					HMAC(kSigning, <i>{t('stringToSign')}</i>) = <b>{signature.signature}…</b>
				</p>
				<span {...explainable(checked)}>
					<Verdict matches={signature.matches}>
						{byFile ? t('byFile', { verdict: t(verdict) }) : t(signature.matches ? 'fits' : 'fitsNot')}
					</Verdict>
				</span>
			</Part>
		</div>
	);
}

/** Of what was opened from a file nothing can be checked any more: the key was never in it. */
function useVerdict({ matches }: RequestSignature) {
	const imported = useApp((state) => openConversation(state)?.imported !== undefined);
	if (imported) return matches ? 'matchesByFile' : 'differsByFile';
	return matches ? 'matches' : 'differs';
}

function Part({
	title,
	why,
	children,
}: {
	readonly title: string;
	readonly why?: string;
	readonly children: ReactNode;
}) {
	return (
		<section className={css['part']} aria-label={title}>
			<h3>{title}</h3>
			{why !== undefined && <p>{why}</p>}
			{children}
		</section>
	);
}

function Verdict({ matches, children }: { readonly matches: boolean; readonly children: string }) {
	const Sign = matches ? Check : TriangleAlert;
	return (
		<span className={classNames(css['verdict'], !matches && css['differs'])}>
			<Sign size={13} strokeWidth={2} aria-hidden /> {children}
		</span>
	);
}
