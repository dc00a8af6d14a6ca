import { Tabs } from '@base-ui/react/tabs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Turn } from '../../shared/model/conversation.ts';
import type { Attempt, Exchange, ExchangeSummary } from '../../shared/model/exchange.ts';
import { MaskedNote } from '../presenter/masked-note.tsx';
import { client } from '../state/client.ts';
import { ForgottenBody } from '../storage/forgotten-body.tsx';
import { Button } from '../ui/button.tsx';
import { count } from '../ui/quantities.ts';
import { AttemptsPanel } from './attempts-panel.tsx';
import { CallFactsContext } from './call-facts.ts';
import { ComparePanel } from './compare/compare-panel.tsx';
import { useGoToComparison } from './compare/use-go-to-comparison.ts';
import { ExplainScope } from './explain/explain-scope.tsx';
import { FailureBanner } from './failure-banner.tsx';
import css from './inspector.module.css';
import { LoadFailed, Loading } from './load-state.tsx';
import { RequestPanel } from './request-panel.tsx';
import { ResponsePanel } from './response-panel.tsx';
import { StreamPanel } from './stream/stream-panel.tsx';
import { useFrames } from './stream/use-frames.ts';
import { useGoToFrame } from './stream/use-go-to-frame.ts';
import { Summary } from './summary.tsx';
import { Timeline } from './timeline/timeline.tsx';
import { useGoToAttempt } from './use-go-to-attempt.ts';
import { useLoaded } from './use-loaded.ts';
import { useNow } from './use-now.ts';

type Tab = 'request' | 'response' | 'stream' | 'attempts' | 'compare';

/** What of a call is shown. */
export interface View {
	/** null: nobody has chosen one yet. */
	readonly tab: Tab | null;
	readonly headersOpen: boolean;
}

function readExchange(summary: ExchangeSummary): Promise<Exchange> {
	return client().exchanges.get({ exchangeId: summary.id });
}

interface Props {
	readonly turn: Turn;
	readonly summary: ExchangeSummary;
	readonly view: View;
	readonly onView: (view: View) => void;
}

/** One call: its figures, its timeline, and tabs with what went over the wire. */
export function CallView({ turn, summary, view, onView }: Props) {
	const { t } = useTranslation('inspector');
	const [loaded, again] = useLoaded(summary.id, summary, readExchange);
	// What a learner asks first is what was sent; of a refusal it is what came back.
	const tab = view.tab ?? (summary.state === 'failed' ? 'response' : 'request');
	const running = summary.state === 'running';
	const now = useNow(running);
	const attempts = loaded.status === 'ready' ? loaded.value.attempts : null;
	return (
		<ExplainScope summary={summary} tab={tab}>
			<div className={css['call']}>
				{summary.failure !== null && <FailureBanner failure={summary.failure} />}
				<Summary exchange={summary} now={now} />
				{loaded.status === 'loading' && <Loading />}
				{loaded.status === 'failed' && <LoadFailed failure={loaded.failure} onRetry={again} />}
				{attempts !== null && (
					<>
						{summary.untimed ? (
							<p className={css['quiet']}>{t('noTimes')}</p>
						) : (
							<Timeline turn={turn} summary={summary} attempts={attempts} now={now} />
						)}
						<Wire attempts={attempts} turn={turn} summary={summary} view={{ ...view, tab }} onView={onView} />
					</>
				)}
			</div>
		</ExplainScope>
	);
}

interface WireProps extends Props {
	readonly attempts: readonly Attempt[];
	readonly view: View & { readonly tab: Tab };
}

function Wire({ attempts, turn, summary, view, onView }: WireProps) {
	const { t, i18n } = useTranslation(['inspector', 'compare']);
	const [chosenId, choose] = useState<string | null>(null);
	const attempt = attempts.find(({ id }) => id === chosenId) ?? attempts.at(-1) ?? null;
	const streamed = attempt?.response?.kind === 'event-stream';
	const tab = shownTab(view.tab, streamed, attempts.length);
	const running = summary.state === 'running';
	// An attempt has no end, either, when the app was ended in the middle of it.
	const arriving = running && attempt?.endedMs === null;
	const setTab = (next: Tab): void => onView({ ...view, tab: next });
	useGoToFrame(attempts, tab === 'stream', choose, () => setTab('stream'));
	useGoToComparison(tab === 'compare', () => setTab('compare'));
	useGoToAttempt(attempts, (attemptId, response) => {
		choose(attemptId);
		if (response || tab === 'attempts' || tab === 'compare') setTab('response');
	});
	const [frames, readFrames] = useFrames(
		streamed && attempt.response?.body.forgotten === undefined ? attempt.id : null,
		tab === 'stream',
		turn,
	);

	if (attempt === null) {
		return <p className={css['quiet']}>{running ? t('preparing') : t('noAttempts')}</p>;
	}
	const headers = {
		headersOpen: view.headersOpen,
		onHeadersOpen: (headersOpen: boolean): void => onView({ ...view, headersOpen }),
	};
	return (
		<CallFactsContext
			value={{
				turnId: turn.id,
				exchangeId: summary.id,
				modelId: summary.modelId,
				startedAt: summary.startedAt,
				timed: !summary.untimed,
				attempt: attempt.index,
			}}
		>
			<Tabs.Root className={css['wire']} value={tab} onValueChange={(value) => setTab(value as Tab)}>
				<Tabs.List className={css['tabs']} aria-label={t('tabs')} activateOnFocus>
					<Tabs.Tab value="request">{t('tab.request')}</Tabs.Tab>
					<Tabs.Tab value="response">{t('tab.response')}</Tabs.Tab>
					{streamed && (
						<Tabs.Tab value="stream">
							{t('tab.stream')}{' '}
							{attempt.response?.body.forgotten === undefined && <small>{count(frames.total, i18n.language)}</small>}
						</Tabs.Tab>
					)}
					{attempts.length > 1 && (
						<Tabs.Tab value="attempts">
							{t('tab.attempts')} <small>{attempts.length}</small>
						</Tabs.Tab>
					)}
					<Tabs.Tab value="compare">{t('compare:tab')}</Tabs.Tab>
				</Tabs.List>
				{attempt.id !== attempts.at(-1)?.id && tab !== 'attempts' && tab !== 'compare' && (
					<div className={css['other']} role="status">
						{t('showingAttempt', { number: attempt.index, count: attempts.length })}
						<Button onClick={() => choose(null)}>{t('showLast')}</Button>
					</div>
				)}
				<Tabs.Panel value="request" className={css['panel']}>
					<RequestPanel key={attempt.id} attempt={attempt} {...headers} />
				</Tabs.Panel>
				<Tabs.Panel value="response" className={css['panel']}>
					<ResponsePanel
						key={attempt.id}
						attempt={attempt}
						frames={frames}
						arriving={arriving}
						onOpenStream={() => setTab('stream')}
						{...headers}
					/>
				</Tabs.Panel>
				<Tabs.Panel value="stream" className={css['framesPanel']} tabIndex={-1}>
					{attempt.response?.body.forgotten === undefined ? (
						<StreamPanel
							attemptId={attempt.id}
							key={attempt.id}
							frames={frames}
							size={attempt.response?.body.size ?? 0}
							arriving={arriving}
							onRetry={readFrames}
							note={<MaskedNote info={attempt.response?.body} />}
						/>
					) : (
						<ForgottenBody info={attempt.response.body} />
					)}
				</Tabs.Panel>
				<Tabs.Panel value="attempts" className={css['panel']}>
					<AttemptsPanel attempts={attempts} running={running} chosenId={attempt.id} onChoose={choose} />
				</Tabs.Panel>
				<Tabs.Panel value="compare" className={css['framesPanel']}>
					<ComparePanel turn={turn} summary={summary} />
				</Tabs.Panel>
			</Tabs.Root>
		</CallFactsContext>
	);
}

/** The wanted tab, or the response where this call has no such tab. */
function shownTab(wanted: Tab, streamed: boolean, attempts: number): Tab {
	if (wanted === 'stream' && !streamed) return 'response';
	return wanted === 'attempts' && attempts < 2 ? 'response' : wanted;
}
