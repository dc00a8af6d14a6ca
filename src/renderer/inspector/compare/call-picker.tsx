import { Select } from '@base-ui/react/select';
import { Check } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ConversationSummary } from '../../../shared/model/conversation.ts';
import { useApp } from '../../state/app-store.ts';
import { openComparison } from '../../state/columns.ts';
import { classNames } from '../../ui/class-names.ts';
import pick from '../../ui/pick.module.css';
import popup from '../../ui/popup.module.css';
import css from './call-picker.module.css';
import type { CallChoice } from './calls.ts';
import { useCallName } from './use-call-name.ts';

interface Props {
	/** Other conversations. */
	readonly conversations: readonly ConversationSummary[];
	/** Of which the calls are; null: the one that is open. */
	readonly conversationId: string | null;
	readonly onConversation: (id: string | null) => void;
	/** The calls that can be chosen; null: they are being read. */
	readonly calls: readonly CallChoice[] | null;
	readonly chosen: CallChoice | null;
	/** The call that is compared with it. */
	readonly beside: CallChoice;
	readonly onChoose: (exchangeId: string) => void;
}

/** Values of the list: a call of the conversation, or another conversation. */
const CALL = 'call ';
const CONVERSATION = 'conversation ';

/** Chooses the call to compare with: one of this conversation, or first another conversation. */
export function CallPicker({ conversations, conversationId, onConversation, calls, chosen, beside, onChoose }: Props) {
	const { t } = useTranslation('compare');
	const callName = useCallName();
	const name = chosen === null ? t('choose') : callName(chosen, beside);
	const open = conversations.find(({ id }) => id === conversationId);
	// The columns of a comparison have one title.
	const comparison = useApp(openComparison);
	const areColumns = comparison !== null && open?.comparison?.id === comparison;
	const elsewhere = conversations.filter(({ id }) => id !== conversationId);
	const take = (value: string | null): void => {
		if (value?.startsWith(CALL)) onChoose(value.slice(CALL.length));
		else if (value !== null) onConversation(value.slice(CONVERSATION.length) || null);
	};
	return (
		<Select.Root<string> value={chosen === null ? null : CALL + chosen.exchange.id} modal={false} onValueChange={take}>
			<Select.Trigger
				className={classNames(pick['pick'], css['call'])}
				aria-label={`${t('with')}: ${name}`}
				title={chosen?.question}
			>
				<span className={pick['name']}>{open === undefined || areColumns ? name : `${open.title} · ${name}`}</span>
			</Select.Trigger>
			<Select.Portal>
				<Select.Positioner className={popup['positioner']} sideOffset={6} align="start" alignItemWithTrigger={false}>
					<Select.Popup className={classNames(popup['popup'], css['options'])}>
						<Select.List className={popup['list']}>
							<Select.Group>
								<Select.GroupLabel className={popup['group']}>{open?.title ?? t('thisConversation')}</Select.GroupLabel>
								{calls?.length === 0 && <p className={popup['empty']}>{t('noCalls')}</p>}
								{calls?.map((call) => (
									<Option
										key={call.exchange.id}
										value={CALL + call.exchange.id}
										name={callName(call)}
										means={`${call.question} · ${call.exchange.modelId}`}
									/>
								))}
							</Select.Group>
							{(elsewhere.length > 0 || conversationId !== null) && (
								<Select.Group>
									<Select.GroupLabel className={popup['group']}>{t('otherConversations')}</Select.GroupLabel>
									{conversationId !== null && <Option value={CONVERSATION} name={t('thisConversation')} />}
									{elsewhere.map(({ id, title, modelId, operation }) => (
										<Option key={id} value={CONVERSATION + id} name={title} means={`${operation} · ${modelId}`} />
									))}
								</Select.Group>
							)}
						</Select.List>
					</Select.Popup>
				</Select.Positioner>
			</Select.Portal>
		</Select.Root>
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
