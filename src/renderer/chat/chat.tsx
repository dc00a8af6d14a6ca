import { ArrowDown } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { ConversationTotals } from '../cost/conversation-totals.tsx';
import { ImportedBar } from '../files/imported-bar.tsx';
import { ShowInStream } from '../inspector/links/show-in-stream.tsx';
import { Banners } from '../notices/banners.tsx';
import { useApp } from '../state/app-store.ts';
import { openConversation, openSettings } from '../state/conversations.ts';
import { Button } from '../ui/button.tsx';
import type { PaneSwitches } from '../window/pane-switches.tsx';
import { Announcer } from './announcer.tsx';
import css from './chat.module.css';
import { ChatBar } from './chat-bar.tsx';
import { Composer } from './composer.tsx';
import { EmptyChat } from './empty-chat.tsx';
import { isLong, TurnList } from './turn-list.tsx';
import { useSelectByClick } from './use-select-by-click.ts';
import { useStickToBottom } from './use-stick-to-bottom.ts';

interface Props extends PaneSwitches {
	/** Shows the inspector, where it is not open. */
	readonly onInspect: () => void;
}

/** The middle pane: the talk, and where it goes on. */
export function Chat({ onInspect, ...switches }: Props) {
	const { t } = useTranslation('chat');
	const conversation = useApp(openConversation);
	const openId = useApp((state) => state.openId);
	const settings = useApp(openSettings);
	const ready = useApp((state) => state.phase === 'ready');
	const turns = conversation?.turns ?? [];
	const last = turns.at(-1) ?? null;
	const { scroller, content, atEnd, toEnd } = useStickToBottom(`${openId}/${last?.id}`);
	useSelectByClick(content);
	const title = conversation?.title ?? '';
	useEffect(() => {
		document.title = title === '' ? 'Outcrop' : t('documentTitle', { title });
	}, [title, t]);
	const loading = !ready || (openId !== null && conversation === null);
	return (
		<>
			<h1 className="visually-hidden">{title === '' ? t('newTitle') : title}</h1>
			<ChatBar {...switches} />
			<Banners />
			<div className={css['middle']}>
				<section
					ref={scroller}
					className={css['scroll']}
					data-long={isLong(turns)}
					aria-label={t('messages')}
					aria-busy={loading}
				>
					<div ref={content} className={css['column']} data-empty={turns.length === 0}>
						{!loading && turns.length === 0 && <EmptyChat settings={settings} />}
						<TurnList key={openId} turns={turns} scroller={scroller} onInspect={onInspect} />
						<ConversationTotals turns={turns} />
						<ShowInStream onInspect={onInspect} />
					</div>
				</section>
				{!atEnd && last !== null && (
					<Button className={css['jump'] ?? ''} onClick={toEnd}>
						<ArrowDown size={14} aria-hidden />
						{t('jumpToLatest')}
					</Button>
				)}
			</div>
			{conversation?.imported === undefined ? <Composer /> : <ImportedBar from={conversation.imported} />}
			<Announcer turn={last} />
		</>
	);
}
