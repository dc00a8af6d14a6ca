import { PanelLeft, PanelRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../ui/icon-button.tsx';

interface Props {
	readonly inspectorOpen: boolean;
	readonly onToggleConversations: () => void;
	readonly onToggleInspector: () => void;
}

/** The middle pane. */
export function Chat({ inspectorOpen, onToggleConversations, onToggleInspector }: Props) {
	const { t } = useTranslation();
	return (
		<header>
			<IconButton label={t('showConversations')} onClick={onToggleConversations}>
				<PanelLeft size={17} />
			</IconButton>
			<IconButton label={t('showInspector')} on={inspectorOpen} onClick={onToggleInspector}>
				<PanelRight size={17} />
			</IconButton>
		</header>
	);
}
