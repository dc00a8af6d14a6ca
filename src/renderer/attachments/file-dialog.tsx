import { Dialog } from '@base-ui/react/dialog';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Pixels } from '../../shared/attachments/attachments.ts';
import { mediaTypeOf } from '../../shared/attachments/attachments.ts';
import { Button } from '../ui/button.tsx';
import { DialogFrame } from '../ui/dialog-frame.tsx';
import css from './file-dialog.module.css';
import type { KeptFile } from './kept-file.ts';
import { saveKept } from './kept-file.ts';
import { useFileFacts } from './use-file-facts.ts';

interface Props {
	readonly file: KeptFile;
	/** Where it can be seen; null while it is read. */
	readonly url: string | null;
	readonly open: boolean;
	readonly onClose: () => void;
}

/** An image as large as the window lets it be, or a video or sound to play, with its facts. */
export function FileDialog({ file, url, open, onClose }: Props) {
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
					{isPlayed(file.format) ? (
						<Player file={file} url={url} onPixels={setPixels} />
					) : (
						url !== null && (
							<img
								className={css['image']}
								src={url}
								alt={file.name}
								onLoad={({ currentTarget }) =>
									setPixels({ width: currentTarget.naturalWidth, height: currentTarget.naturalHeight })
								}
							/>
						)
					)}
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

/** Whether files of a format have a beginning and an end in time. */
export function isPlayed(format: string): boolean {
	return /^(?:video|audio)\//.test(mediaTypeOf(format));
}

interface PlayerProps extends Pick<Props, 'file' | 'url'> {
	readonly onPixels: (pixels: Pixels) => void;
}

/** Plays what the browser can play; which formats those are, it alone knows. */
function Player({ file, url, onPixels }: PlayerProps) {
	const { t } = useTranslation('attachments');
	const { formatName } = useFileFacts();
	const [unplayable, setUnplayable] = useState(false);
	if (unplayable) return <p className={css['none']}>{t('unplayable', { format: formatName(file.format) })}</p>;
	if (url === null) return <p className={css['none']}>{t('reading')}</p>;
	const sound = mediaTypeOf(file.format).startsWith('audio/');
	// The person's own file: there are no captions of it.
	const Element = sound ? 'audio' : 'video';
	return (
		<Element
			className={sound ? css['sound'] : css['image']}
			src={url}
			controls
			aria-label={file.name}
			onLoadedMetadata={({ currentTarget }) => {
				if (!(currentTarget instanceof HTMLVideoElement)) return;
				// A video of a codec that is not known loads with its sound alone.
				if (currentTarget.videoWidth === 0) setUnplayable(true);
				else onPixels({ width: currentTarget.videoWidth, height: currentTarget.videoHeight });
			}}
			onError={() => setUnplayable(true)}
		/>
	);
}
