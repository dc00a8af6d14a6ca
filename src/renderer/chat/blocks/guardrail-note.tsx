import { ShieldAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { stopKind } from '../../../shared/answers/stop-reason.ts';
import type { Turn } from '../../../shared/model/conversation.ts';
import type { ExchangeSummary } from '../../../shared/model/exchange.ts';
import { findTrace } from '../../inspector/links/find-trace.ts';
import { reportProblem } from '../../state/errors.ts';
import { showFrame, showResponse } from '../../state/inspector-focus.ts';
import { select } from '../../state/selection.ts';
import { Button } from '../../ui/button.tsx';
import type { Finding } from './guardrail-findings.ts';
import { guardrailFindings } from './guardrail-findings.ts';
import css from './guardrail-note.module.css';
import { Note } from './note.tsx';

interface Props {
	readonly turn: Turn;
	readonly exchange: ExchangeSummary;
	readonly onInspect: () => void;
}

/** What a guardrail found in a question or its answer, out of the trace that came with it. Not there where it found nothing. */
export function GuardrailNote({ turn, exchange, onInspect }: Props) {
	const { t } = useTranslation('stops');
	const findings = guardrailFindings(exchange.trace);
	const stopped = exchange.stopReason !== null && stopKind(exchange.stopReason) === 'guardrail';
	const changed = stopped || findings?.some(({ action }) => action !== null && action !== 'NONE') === true;
	const show = async () => {
		select({ turnId: turn.id, exchangeId: exchange.id });
		onInspect();
		const place = await findTrace(exchange.id);
		if (place === null) return;
		if (place.index === null) showResponse(place.attemptId);
		else showFrame({ attemptId: place.attemptId, index: place.index });
	};
	if (!stopped && (findings === null || findings.length === 0)) return null;
	return (
		<Note
			kind="guardrail"
			title={t(changed ? 'guardrail.title' : 'guardrail.passed')}
			icon={<ShieldAlert size={15} strokeWidth={1.6} aria-hidden />}
			actions={
				findings === null ? undefined : (
					<Button onClick={() => void show().catch(reportProblem)}>{t('guardrail.showTrace')}</Button>
				)
			}
			below={
				findings === null || findings.length === 0 ? undefined : (
					<ul className={css['findings']} aria-label={t('guardrail.found')}>
						{findings.map((finding, index) => (
							<FindingLine key={String(index)} finding={finding} />
						))}
					</ul>
				)
			}
		>
			{findings === null && <p>{t('guardrail.noTrace')}</p>}
			{findings?.length === 0 && <p>{t('guardrail.empty')}</p>}
		</Note>
	);
}

function FindingLine({ finding }: { readonly finding: Finding }) {
	const { t } = useTranslation('stops');
	const { side, policy, name, match, action, confidence, grounding } = finding;
	return (
		<li data-action={action}>
			<span className={css['side']}>{t(`guardrail.side.${side}`)}</span>
			<span className={css['policy']}>{t(`guardrail.policy.${policy}`)}</span>
			<span className={css['name']}>
				<b>{name}</b>
				{match !== null && match !== name && <q>{match}</q>}
				{confidence !== null && <small>{t('guardrail.confidence', { value: confidence })}</small>}
				{grounding !== null && <small>{t('guardrail.score', { ...grounding })}</small>}
			</span>
			<span className={css['action']}>{isAction(action) ? t(`guardrail.action.${action}`) : action}</span>
		</li>
	);
}

function isAction(action: string | null): action is 'BLOCKED' | 'ANONYMIZED' | 'NONE' {
	return action === 'BLOCKED' || action === 'ANONYMIZED' || action === 'NONE';
}
