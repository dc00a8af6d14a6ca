import { isCutOff } from '../../../shared/answers/stop-reason.ts';
import type { ContinuationSettings } from '../../../shared/model/app-settings.ts';
import type { ExchangeSummary } from '../../../shared/model/exchange.ts';

/**
 * Whether a further call is made without asking. What a call did not tell of its tokens counts as all that it was allowed.
 *
 * @param run the exchanges since a person last pressed something, the last one complete.
 * @param maxTokens what the next call may bring at most.
 */
export function goesOnByItself(
	run: readonly Pick<ExchangeSummary, 'continues' | 'answersTools' | 'stopReason' | 'usage'>[],
	{ mode, calls, outputTokens }: ContinuationSettings,
	maxTokens: number,
): boolean {
	if (mode !== 'automatic' || !isCutOff(run.at(-1)?.stopReason ?? null)) return false;
	if (run.filter(({ continues, answersTools }) => continues && !answersTools).length >= calls) return false;
	const told = run.reduce((sum, { usage }) => sum + (usage?.outputTokens ?? maxTokens), 0);
	return told + maxTokens <= outputTokens;
}
