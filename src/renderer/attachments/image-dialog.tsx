import { Dialog } from '@base-ui/react/dialog';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Pixels } from '../../shared/attachments.ts';
import { Button } from '../ui/button.tsx';
import { DialogFrame } from '../ui/dialog-frame.tsx';
import css from './image-dialog.module.css';
import type { KeptFile } from './kept-file.ts';
import { saveKept } from './kept-file.ts';
import { useFileFacts } from './use-file-facts.ts';

interface Props {
	readonly file: KeptFile;
	/** Where the image can be seen. */
	readonly url: string;
	readonly open: boolean;
	readonly onClose: () => void;
}

/** An image as large as the window lets it be, with its facts. */
export function ImageDialog({ file, url, open, onClose }: Props) {
	const { t } = useTranslation('attachments');
	const { facts } = useFileFacts();
	const [pixels, setPixels] = useState<Pixels | null>(null);
	return (
		<Dialog.Root
			open={open}
			onOpenChange={(next) => {
				if (!next) onClose();
			}}
		>
			<DialogFrame title={<span className={css['name']}>{file.name}</span>} className={css['dialog']}>
				<div className={css['sheet']}>
					<img
						className={css['image']}
						src={url}
						alt={file.name}
						onLoad={({ currentTarget }) =>
							setPixels({ width: currentTarget.naturalWidth, height: currentTarget.naturalHeight })
						}
					/>
				</div>
				<footer className={css['foot']}>
					<span>{facts({ ...file, pixels })}</span>
					<Button onClick={() => void saveKept(file)}>
						<Download size={14} aria-hidden />
						{t('saveShort')}
					</Button>
				</footer>
			</DialogFrame>
		</Dialog.Root>
	);
}
