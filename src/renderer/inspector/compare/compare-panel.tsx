import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Conversation, Turn } from '../../../shared/model/conversation.ts';
import type { Exchange, ExchangeSummary } from '../../../shared/model/exchange.ts';
import { useApp } from '../../state/app-store.ts';
import { client } from '../../state/client.ts';
import { LoadFailed, Loading } from '../load-state.tsx';
import panel from '../panel.module.css';
import { useLoaded } from '../use-loaded.ts';
import { CallPicker } from './call-picker.tsx';
import { CallTable } from './call-table.tsx';
import type { CallChoice } from './calls.ts';
import { callBefore, callsOf } from './calls.ts';
import css from './compare.module.css';
import { ComparedSides } from './compared-sides.tsx';
import type { TextSide } from './read-sides.ts';
import { useCallName } from './use-call-name.ts';

type Side = TextSide | 'call';

const sides: readonly Side[] = ['request', 'response', 'headers', 'call'];

function readConversation(id: string): Promise<Conversation> {
	return client().conversations.get({ id });
}

interface Pair {
	readonly before: Exchange;
	readonly after: Exchange;
}

async function readPair(ids: readonly [string, string]): Promise<Pair> {
	const [before, after] = await Promise.all(ids.map((exchangeId) => client().exchanges.get({ exchangeId })));
	if (before === undefined || after === undefined) throw new Error('Two calls were asked for.');
	return { before, after };
}

interface Props {
	readonly turn: Turn;
	readonly summary: ExchangeSummary;
}

/** Compares a call with another one: first with the one before it, then with any other of any conversation. */
export function ComparePanel({ turn, summary }: Props) {
	const { t } = useTranslation('compare');
	const own = useApp(({ loaded }) => loaded[turn.conversationId] ?? null);
	const list = useApp((state) => state.list);
	const others = useMemo(() => list.filter(({ id }) => id !== turn.conversationId), [list, turn.conversationId]);
	const [conversationId, setConversation] = useState<string | null>(null);
	const [chosenId, choose] = useState<string | null>(null);
	const [swapped, setSwapped] = useState(false);
	const [side, setSide] = useState<Side>('request');
	const [other, readOther] = useLoaded(conversationId ?? '', conversationId, readConversation);

	const ownCalls = useMemo(() => (own === null ? [] : callsOf(own)), [own]);
	const otherCalls = useMemo(() => (other.status === 'ready' ? callsOf(other.value) : null), [other]);
	const calls = conversationId === null ? ownCalls.filter(({ exchange }) => exchange.id !== summary.id) : otherCalls;
	const first = conversationId === null ? callBefore(ownCalls, summary.id) : (otherCalls?.[0] ?? null);
	const chosen = calls?.find(({ exchange }) => exchange.id === chosenId) ?? first;
	const current = ownCalls.find(({ exchange }) => exchange.id === summary.id) ?? null;
	return (
		<div className={css['panel']}>
			<CallPicker
				conversations={others}
				conversationId={conversationId}
				onConversation={(id) => {
					setConversation(id);
					choose(null);
				}}
				calls={calls}
				chosen={chosen}
				onChoose={choose}
				onSwap={() => setSwapped(!swapped)}
			/>
			{conversationId !== null && other.status === 'loading' && <Loading />}
			{conversationId !== null && other.status === 'failed' && (
				<LoadFailed failure={other.failure} onRetry={readOther} />
			)}
			{chosen === null && calls !== null && (
				<div className={css['none']} role="note">
					<b>{conversationId === null ? t('firstTitle') : t('emptyConversation')}</b>
					{conversationId === null && <p>{t('first')}</p>}
				</div>
			)}
			{chosen !== null && current !== null && (
				<Pairing current={current} chosen={chosen} summary={summary} swapped={swapped} side={side} onSide={setSide} />
			)}
		</div>
	);
}

interface PairingProps {
	readonly current: CallChoice;
	readonly chosen: CallChoice;
	readonly summary: ExchangeSummary;
	readonly swapped: boolean;
	readonly side: Side;
	readonly onSide: (side: Side) => void;
}

function Pairing({ current, chosen, summary, swapped, side, onSide }: PairingProps) {
	const { t } = useTranslation('compare');
	const [before, after] = swapped ? [current, chosen] : [chosen, current];
	const key = `${before.exchange.id} ${after.exchange.id}`;
	// A call that runs on changes: then it is read again.
	const subject = useMemo(
		() => [before.exchange.id, after.exchange.id, summary.state] as const,
		[before.exchange.id, after.exchange.id, summary.state],
	);
	const [pair, again] = useLoaded(key, subject, readSubject);
	return (
		<>
			<div className={css['bar']}>
				<fieldset className={panel['toggle']}>
					<legend className="visually-hidden">{t('sides')}</legend>
					{sides.map((one) => (
						<button key={one} type="button" aria-pressed={one === side} onClick={() => onSide(one)}>
							{t(`side.${one}`)}
						</button>
					))}
				</fieldset>
			</div>
			<div className={css['legend']}>
				<Legend sign="−" call={before} own={before === current} />
				<Legend sign="+" call={after} own={after === current} />
			</div>
			{pair.status === 'loading' && <Loading />}
			{pair.status === 'failed' && <LoadFailed failure={pair.failure} onRetry={again} />}
			{pair.status === 'ready' &&
				(side === 'call' ? (
					<div className={css['scroller']}>
						<CallTable {...pair.value} />
					</div>
				) : (
					<ComparedSides key={`${key} ${side}`} {...pair.value} side={side} />
				))}
		</>
	);
}

function readSubject([before, after]: readonly [string, string, string]): Promise<Pair> {
	return readPair([before, after]);
}

interface LegendProps {
	readonly sign: '−' | '+';
	readonly call: CallChoice;
	readonly own: boolean;
}

function Legend({ sign, call, own }: LegendProps) {
	const { t } = useTranslation('compare');
	const callName = useCallName();
	return (
		<span className={css[sign === '+' ? 'added' : 'removed']}>
			<b>{sign}</b> {callName(call)}
			{own && <small> {t('thisCall')}</small>}
		</span>
	);
}
