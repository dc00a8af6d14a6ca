import { FileInput } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import css from './drop-target.module.css';
import { openFiles } from './open-file.ts';

/** Opens what is dropped onto the window, and says so while it is held above. Nothing else may be made of it. */
export function DropTarget() {
	const { t } = useTranslation('files');
	const [held, setHeld] = useState(false);
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
			void openFiles([...(event.dataTransfer?.files ?? [])]);
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
				<FileInput size={28} strokeWidth={1.4} aria-hidden />
				<b>{t('drop')}</b>
				<small>{t('dropHint')}</small>
			</div>
		</div>
	);
}

function hasFiles({ dataTransfer }: DragEvent): boolean {
	return dataTransfer?.types.includes('Files') === true;
}
