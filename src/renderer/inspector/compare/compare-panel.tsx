import { ArrowLeftRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Conversation, Turn } from '../../../shared/model/conversation.ts';
import type { ExchangeSummary } from '../../../shared/model/exchange.ts';
import { useApp } from '../../state/app-store.ts';
import { client } from '../../state/client.ts';
import { comparisonShown, useAskedComparison } from '../../state/inspector-focus.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { LoadFailed, Loading } from '../load-state.tsx';
import { useLoaded } from '../use-loaded.ts';
import { CallPicker } from './call-picker.tsx';
import { callBefore, callsOf } from './calls.ts';
import css from './compare-panel.module.css';
import { ComparedCalls } from './compared-calls.tsx';
import empty from './empty-side.module.css';
import sides from './sides.module.css';
import { useCallName } from './use-call-name.ts';

function readConversation(id: string): Promise<Conversation> {
	return client().conversations.get({ id });
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
	const [other, readOther] = useLoaded(conversationId ?? '', conversationId, readConversation);
	const callName = useCallName();
	const asked = useAskedComparison();
	useEffect(() => {
		if (asked === null) return;
		setConversation(asked.conversationId);
		choose(asked.exchangeId);
		comparisonShown();
	}, [asked]);

	const ownCalls = useMemo(() => (own === null ? [] : callsOf(own)), [own]);
	const otherCalls = useMemo(() => (other.status === 'ready' ? callsOf(other.value) : null), [other]);
	const calls = conversationId === null ? ownCalls.filter(({ exchange }) => exchange.id !== summary.id) : otherCalls;
	const first = conversationId === null ? callBefore(ownCalls, summary.id) : (otherCalls?.[0] ?? null);
	const chosen = calls?.find(({ exchange }) => exchange.id === chosenId) ?? first;
	const current = ownCalls.find(({ exchange }) => exchange.id === summary.id) ?? null;
	if (current === null) return null;
	const choice = (
		<CallPicker
			conversations={others}
			conversationId={conversationId}
			onConversation={(id) => {
				setConversation(id);
				choose(null);
			}}
			calls={calls}
			chosen={chosen}
			beside={current}
			onChoose={choose}
		/>
	);
	const here = (
		<span className={css['here']} title={current.question}>
			<span className="visually-hidden">{t('thisCall')}: </span>
			{callName(current, chosen)}
		</span>
	);
	return (
		<div className={css['panel']}>
			<div className={css['picker']}>
				<Sign sign="−">{swapped ? here : choice}</Sign>
				<IconButton small label={t('swap')} disabled={chosen === null} onClick={() => setSwapped(!swapped)}>
					<ArrowLeftRight size={14} strokeWidth={1.6} aria-hidden />
				</IconButton>
				<Sign sign="+">{swapped ? choice : here}</Sign>
			</div>
			{conversationId !== null && other.status === 'loading' && <Loading />}
			{conversationId !== null && other.status === 'failed' && (
				<LoadFailed failure={other.failure} onRetry={readOther} />
			)}
			{chosen === null && calls !== null && (
				<div className={empty['none']} role="note">
					<b>{conversationId === null ? t('firstTitle') : t('emptyConversation')}</b>
					{conversationId === null && <p>{t('first')}</p>}
				</div>
			)}
			{chosen !== null && (
				<ComparedCalls before={swapped ? summary : chosen.exchange} after={swapped ? chosen.exchange : summary} />
			)}
		</div>
	);
}

/** A side: its sign, and the call that stands there. */
function Sign({ sign, children }: { readonly sign: '−' | '+'; readonly children: ReactNode }) {
	return (
		<span className={css['one']}>
			<b className={sides[sign === '+' ? 'added' : 'removed']}>{sign}</b>
			{children}
		</span>
	);
}
