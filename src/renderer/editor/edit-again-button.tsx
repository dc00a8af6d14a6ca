import { Braces } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useCallFacts } from '../inspector/call-facts.ts';
import { useApp } from '../state/app-store.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { editExchange } from './editor-store.ts';

/** Opens the body of the call around in the editor, to be sent again. */
export function EditAgainButton() {
	const { t } = useTranslation('editor');
	const facts = useCallFacts();
	const readOnly = useApp((state) => state.info?.readOnly === true);
	if (facts === null || readOnly) return null;
	return (
		<IconButton small label={t('again')} onClick={() => editExchange(facts.exchangeId)}>
			<Braces size={14} strokeWidth={1.6} aria-hidden />
		</IconButton>
	);
}
