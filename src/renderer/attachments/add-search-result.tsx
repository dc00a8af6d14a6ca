import { TextQuote } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../ui/icon-button.tsx';
import { SearchResultDialog } from './search-result-dialog.tsx';

interface Props {
	/** Whose composer it is. */
	readonly owner: string;
	readonly disabled: boolean;
}

/** The button that adds a search result to what is being written, and its dialog. */
export function AddSearchResult({ owner, disabled }: Props) {
	const { t } = useTranslation('attachments');
	const [open, setOpen] = useState(false);
	return (
		<>
			<IconButton small label={t('result.add')} disabled={disabled} onClick={() => setOpen(true)}>
				<TextQuote size={15} strokeWidth={1.7} aria-hidden />
			</IconButton>
			{open && <SearchResultDialog owner={owner} onClose={() => setOpen(false)} />}
		</>
	);
}
