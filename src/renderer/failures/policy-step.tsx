import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LeastPolicy, PolicyQuestion } from '../../shared/model/policy.ts';
import { policyQuestion } from '../../shared/model/policy.ts';
import { client } from '../state/client.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { scrollable } from '../ui/scrollable.ts';
import css from './failure-card.module.css';
import { policyPreview } from './policy-preview.ts';

interface Props {
	/** What to do with the policy. */
	readonly words: ReactNode;
	/** The call that it is to allow. */
	readonly asked: PolicyQuestion;
	/** The ARN that the error names: its line is marked. */
	readonly denied: string | null;
	readonly first: boolean;
}

/** The step of a denial that a policy cures: the least that allows this very call, with where it is known from. */
export function PolicyStep({ words, asked, denied, first }: Props) {
	const { t } = useTranslation('failure');
	const policy = usePolicy(asked);
	const known = policy === 'failed' ? null : policy;
	return (
		<>
			<span>
				{words}
				{policy === 'failed' && <small>{t('policy.failed')}</small>}
				{known !== null && <PolicySource policy={known} />}
			</span>
			{known !== null && (
				<>
					<CopyButton
						variant={first ? 'go' : 'plain'}
						words={t('action.policy')}
						label={t('action.policy')}
						text={() => known.json}
					/>
					<pre className={css['policy']} {...scrollable(t('policy.label'))}>
						{policyPreview(known.json).map((line) =>
							denied !== null && line.includes(`"${denied}"`) ? (
								<b key={line}>{`${line}\n`}</b>
							) : (
								<span key={line}>{`${line}\n`}</span>
							),
						)}
					</pre>
				</>
			)}
		</>
	);
}

/** What the policy is, and how far its ARNs are known. */
function PolicySource({ policy: { regionsFrom, asOf, json } }: { readonly policy: LeastPolicy }) {
	const { t, i18n } = useTranslation('failure');
	const parts: string[] = [t('policy.means')];
	if (regionsFrom === 'account') parts.push(t('policy.account'));
	if (regionsFrom === 'shipped') parts.push(t('policy.shipped', { date: asOf ?? '' }));
	if (regionsFrom === 'unknown') parts.push(t('policy.unknown'));
	if (/:\*:((application-)?inference-profile|guardrail)\//.test(json)) parts.push(t('policy.anyAccount'));
	return <small>{parts.join(i18n.language === 'ja' ? '' : ' ')}</small>;
}

/** The policy of a call, once it is there. It may ask the account, so it is not made before somebody looks. */
function usePolicy(asked: PolicyQuestion): LeastPolicy | 'failed' | null {
	// By what it says: another object may ask the same.
	const question = JSON.stringify(asked);
	const [policy, setPolicy] = useState<LeastPolicy | 'failed' | null>(null);
	useEffect(() => {
		const abort = new AbortController();
		client()
			.exchanges.policy(policyQuestion.parse(JSON.parse(question)), { signal: abort.signal })
			.then(
				(made) => setPolicy(made),
				() => {
					if (!abort.signal.aborted) setPolicy('failed');
				},
			);
		return () => abort.abort();
	}, [question]);
	return policy;
}
