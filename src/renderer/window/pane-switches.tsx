import { PanelLeft, PanelRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../ui/icon-button.tsx';
import { shortcutText } from '../ui/shortcut.ts';

/** Whether the outer panes are open, and what opens and closes them. */
export interface PaneSwitches {
	readonly conversationsOpen: boolean;
	readonly inspectorOpen: boolean;
	readonly onToggleConversations: () => void;
	readonly onToggleInspector: () => void;
}

/** The id of the switch of the inspector: it gets the focus when the inspector closes itself. */
export const INSPECTOR_SWITCH = 'inspector-switch';

/** Opens the conversations; those that are open have a button of their own that hides them. */
export function ConversationsSwitch({ conversationsOpen, onToggleConversations }: PaneSwitches) {
	const { t } = useTranslation();
	if (conversationsOpen) return null;
	return (
		<IconButton label={t('showConversations')} shortcut={shortcutText('B')} onClick={onToggleConversations}>
			<PanelLeft size={17} strokeWidth={1.6} />
		</IconButton>
	);
}

/** Opens and closes the inspector. */
export function InspectorSwitch({ inspectorOpen, onToggleInspector }: PaneSwitches) {
	const { t } = useTranslation();
	return (
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
	);
}
