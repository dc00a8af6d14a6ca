import { FileInput, Paperclip } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { attachFiles } from '../attachments/attach-files.ts';
import { appStore, useApp } from '../state/app-store.ts';
import { isReadOnly } from '../state/conversations.ts';
import css from './drop-target.module.css';
import { openFiles } from './open-file.ts';

/**
 * Attaches what is dropped onto the window to the message that is being written, and opens what is one of Outcrop's kinds
 * of files; says so while it is held above.
 */
export function DropTarget() {
	const { t } = useTranslation(['files', 'attachments']);
	const [held, setHeld] = useState(false);
	const opensOnly = useApp(isReadOnly);
	useEffect(() => {
		const over = (event: DragEvent) => {
			if (!hasFiles(event)) return;
			// Or the browser would open the file in the app's place.
			event.preventDefault();
			if (event.dataTransfer !== null) event.dataTransfer.dropEffect = 'copy';
			setHeld(true);
		};
		const leave = (event: DragEvent) => {
			if (event.relatedTarget === null) setHeld(false);
		};
		const drop = (event: DragEvent) => {
			if (!hasFiles(event)) return;
			event.preventDefault();
			setHeld(false);
			void take([...(event.dataTransfer?.files ?? [])]);
		};
		window.addEventListener('dragover', over);
		window.addEventListener('dragleave', leave);
		window.addEventListener('drop', drop);
		return () => {
			window.removeEventListener('dragover', over);
			window.removeEventListener('dragleave', leave);
			window.removeEventListener('drop', drop);
		};
	}, []);
	if (!held) return null;
	return (
		<div className={css['cover']} role="status">
			<div className={css['target']}>
				{!opensOnly && (
					<>
						<Paperclip size={28} strokeWidth={1.4} aria-hidden />
						<b>{t('attachments:drop')}</b>
						<small>{t('attachments:dropHint')}</small>
					</>
				)}
				<FileInput className={css['opens']} size={opensOnly ? 28 : 20} strokeWidth={1.4} aria-hidden />
				<b>{t('drop')}</b>
				<small>{t('dropHint')}</small>
			</div>
		</div>
	);
}

/** What the app writes itself, and what browsers write for it: these are read, never sent. */
const OWN_FILES = /\.(outcrop|outcrop\.json|har|bin)$/i;

async function take(files: readonly File[]): Promise<void> {
	if (isReadOnly(appStore.getState())) return openFiles(files);
	const own = files.filter(({ name }) => OWN_FILES.test(name));
	const others = files.filter((file) => !own.includes(file));
	if (others.length > 0) await attachFiles(others);
	if (own.length > 0) await openFiles(own);
}

function hasFiles({ dataTransfer }: DragEvent): boolean {
	return dataTransfer?.types.includes('Files') === true;
}
