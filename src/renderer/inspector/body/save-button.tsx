import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../ui/icon-button.tsx';
import type { BodyKind } from './body-file.ts';
import { useSaveBody } from './save-body.ts';

/** Saves a body as a file. */
export function SaveButton({ attemptId, kind }: { readonly attemptId: string; readonly kind: BodyKind }) {
	const { t } = useTranslation('stream');
	const save = useSaveBody(attemptId, kind);
	return (
		<IconButton small label={t(kind === 'event-stream' ? 'saveStream' : 'saveBody')} onClick={save}>
			<Download size={14} strokeWidth={1.6} aria-hidden />
		</IconButton>
	);
}
