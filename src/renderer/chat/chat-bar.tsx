import { Columns3, PanelLeft, PanelRight } from 'lucide-react';
import { memo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { startBeside } from '../comparison/start.ts';
import { ConnectionPicker } from '../connections/connection-picker.tsx';
import { ModelPicker } from '../connections/model-picker.tsx';
import { OperationPicker } from '../connections/operation-picker.tsx';
import { PresenterSign } from '../presenter/presenter-sign.tsx';
import { ParametersPopover } from '../settings/parameters-popover.tsx';
import { useApp } from '../state/app-store.ts';
import { changeSettings, openConversation, openSettings } from '../state/conversations.ts';
import { usePanel } from '../state/panels.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { shiftShortcutText, shortcutText } from '../ui/shortcut.ts';
import css from './chat-bar.module.css';
import { useFit } from './chat-bar-fit.ts';

interface Props {
	readonly conversationsOpen: boolean;
	readonly inspectorOpen: boolean;
	readonly onToggleConversations: () => void;
	readonly onToggleInspector: () => void;
}

/** The id of the switch of the inspector: it gets the focus when the inspector closes itself. */
export const INSPECTOR_SWITCH = 'inspector-switch';

/** The head of the chat: where the call goes, to which model, how; and the panes' switches. */
export const ChatBar = memo(function ChatBar({
	conversationsOpen,
	inspectorOpen,
	onToggleConversations,
	onToggleInspector,
}: Props) {
	const { t } = useTranslation(['common', 'comparison', 'files']);
	// A file has no next call that could be set up.
	const imported = useApp((state) => openConversation(state)?.imported);
	const settings = useApp(openSettings);
	const [connectionOpen, setConnectionOpen] = usePanel('connection');
	const [modelOpen, setModelOpen] = usePanel('model');
	const [operationOpen, setOperationOpen] = usePanel('operation');
	const picks = useRef<HTMLDivElement>(null);
	useFit(picks);
	const picker = { settings, onChange: (patch: Parameters<typeof changeSettings>[0]) => void changeSettings(patch) };
	return (
		<header className={css['bar']}>
			{!conversationsOpen && (
				<IconButton label={t('showConversations')} shortcut={shortcutText('B')} onClick={onToggleConversations}>
					<PanelLeft size={17} strokeWidth={1.6} />
				</IconButton>
			)}
			<div ref={picks} className={css['picks']}>
				{imported ? (
					<p className={css['imported']}>
						<b>{t('files:readOnly')}</b> {imported.fileName}
					</p>
				) : (
					<>
						<ConnectionPicker {...picker} open={connectionOpen} onOpen={setConnectionOpen} />
						<ModelPicker {...picker} open={modelOpen} onOpen={setModelOpen} />
						<OperationPicker {...picker} open={operationOpen} onOpen={setOperationOpen} />
					</>
				)}
			</div>
			{imported === undefined && <ParametersPopover {...picker} />}
			{imported === undefined && (
				<IconButton label={t('comparison:withAnother')} shortcut={shiftShortcutText('D')} onClick={() => startBeside()}>
					<Columns3 size={17} strokeWidth={1.6} />
				</IconButton>
			)}
			<PresenterSign />
			<IconButton
				id={INSPECTOR_SWITCH}
				label={t(inspectorOpen ? 'hideInspector' : 'showInspector')}
				shortcut={shortcutText('I')}
				on={inspectorOpen}
				aria-expanded={inspectorOpen}
				onClick={onToggleInspector}
			>
				<PanelRight size={17} strokeWidth={1.6} />
			</IconButton>
		</header>
	);
});
