import { Columns3 } from 'lucide-react';
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
import { shiftShortcutText } from '../ui/shortcut.ts';
import type { PaneSwitches } from '../window/pane-switches.tsx';
import { ConversationsSwitch, InspectorSwitch } from '../window/pane-switches.tsx';
import css from './chat-bar.module.css';
import { useFit } from './chat-bar-fit.ts';

/** The head of the chat: where the call goes, to which model, how; and the panes' switches. */
export const ChatBar = memo(function ChatBar(switches: PaneSwitches) {
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
			<ConversationsSwitch {...switches} />
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
			<InspectorSwitch {...switches} />
		</header>
	);
});
