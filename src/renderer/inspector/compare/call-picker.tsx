import { Select } from '@base-ui/react/select';
import { ArrowLeftRight, Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationSummary } from '../../../shared/model/conversation.ts';
import { classNames } from '../../ui/class-names.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import pick from '../../ui/pick.module.css';
import popup from '../../ui/popup.module.css';
import type { CallChoice } from './calls.ts';
import css from './compare.module.css';
import { useCallName } from './use-call-name.ts';

interface Props {
	/** Other conversations. */
	readonly conversations: readonly ConversationSummary[];
	/** null: the one that is open. */
	readonly conversationId: string | null;
	readonly onConversation: (id: string | null) => void;
	/** The calls that can be chosen; null: they are being read. */
	readonly calls: readonly CallChoice[] | null;
	readonly chosen: CallChoice | null;
	readonly onChoose: (exchangeId: string) => void;
	readonly onSwap: () => void;
}

/** Chooses the call to compare with, of this or another conversation, and which side it stands on. */
export function CallPicker({ calls, chosen, onChoose, onSwap, ...where }: Props) {
	const { t } = useTranslation('compare');
	const callName = useCallName();
	const name = chosen === null ? t('choose') : callName(chosen);
	return (
		<div className={css['picker']}>
			<span className={css['with']}>{t('with')}</span>
			<Select.Root<string>
				value={chosen?.exchange.id ?? null}
				modal={false}
				disabled={calls === null || calls.length === 0}
				onValueChange={(id) => id !== null && onChoose(id)}
			>
				<Select.Trigger
					className={classNames(pick['pick'], css['call'])}
					aria-label={`${t('with')}: ${name}`}
					title={chosen?.question}
				>
					<span className={pick['name']}>{name}</span>
				</Select.Trigger>
				<Options>
					{calls?.map((call) => (
						<Option key={call.exchange.id} value={call.exchange.id} name={callName(call)} means={call.question} />
					))}
				</Options>
			</Select.Root>
			<ConversationSelect {...where} />
			<IconButton small label={t('swap')} disabled={chosen === null} onClick={onSwap}>
				<ArrowLeftRight size={14} strokeWidth={1.6} aria-hidden />
			</IconButton>
		</div>
	);
}

type WhereProps = Pick<Props, 'conversations' | 'conversationId' | 'onConversation'>;

/** The value of the open conversation in the list. */
const THIS = '';

function ConversationSelect({ conversations, conversationId, onConversation }: WhereProps) {
	const { t } = useTranslation('compare');
	const name = useMemo(
		() => conversations.find(({ id }) => id === conversationId)?.title ?? t('thisConversation'),
		[conversations, conversationId, t],
	);
	if (conversations.length === 0) return null;
	return (
		<Select.Root<string>
			value={conversationId ?? THIS}
			modal={false}
			onValueChange={(id) => onConversation(id === null || id === THIS ? null : id)}
		>
			<Select.Trigger
				className={classNames(pick['pick'], css['where'])}
				aria-label={`${t('conversation')}: ${name}`}
				title={name}
			>
				<span className={pick['name']}>{name}</span>
			</Select.Trigger>
			<Options>
				<Option value={THIS} name={t('thisConversation')} />
				{conversations.map(({ id, title, modelId }) => (
					<Option key={id} value={id} name={title} means={modelId} />
				))}
			</Options>
		</Select.Root>
	);
}

function Options({ children }: { readonly children: ReactNode }) {
	return (
		<Select.Portal>
			<Select.Positioner className={popup['positioner']} sideOffset={6} align="start" alignItemWithTrigger={false}>
				<Select.Popup className={classNames(popup['popup'], css['options'])}>
					<Select.List className={popup['list']}>{children}</Select.List>
				</Select.Popup>
			</Select.Positioner>
		</Select.Portal>
	);
}

interface OptionProps {
	readonly value: string;
	readonly name: string;
	readonly means?: string;
}

function Option({ value, name, means }: OptionProps) {
	return (
		<Select.Item value={value} className={popup['item']}>
			<span className={popup['check']}>
				<Select.ItemIndicator>
					<Check size={14} />
				</Select.ItemIndicator>
			</span>
			<Select.ItemText className={popup['name']}>{name}</Select.ItemText>
			{means !== undefined && <span className={popup['means']}>{means}</span>}
		</Select.Item>
	);
}
