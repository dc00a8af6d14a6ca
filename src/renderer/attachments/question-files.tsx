import { Download, ImageOff, Play } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContentBlock } from '../../shared/model/content.ts';
import { toasts } from '../notices/toasts.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { numbered } from '../ui/numbered.ts';
import { FileDialog, isPlayed } from './file-dialog.tsx';
import { FileIcon } from './file-icon.tsx';
import type { KeptFile } from './kept-file.ts';
import { saveKept, useKeptUrl } from './kept-file.ts';
import css from './question-files.module.css';
import { ResultCard } from './result-card.tsx';
import { useFileFacts } from './use-file-facts.ts';

interface Props {
	readonly conversationId: string;
	readonly content: readonly ContentBlock[];
}

/** What went with a message: pictures, which open, and cards of all else, search results among them. Nothing where there are none. */
export function QuestionFiles({ conversationId, content }: Props) {
	const { t } = useTranslation('attachments');
	const files = content.filter((block) => block.type === 'attachment').map((block) => ({ ...block, conversationId }));
	const results = content.filter((block) => block.type === 'search-result');
	if (files.length + results.length === 0) return null;
	const images = files.filter(({ kind }) => kind === 'image');
	const others = files.filter(({ kind }) => kind !== 'image');
	return (
		<ul className={css['files']} aria-label={t('attached')} data-attachments>
			{numbered(images).map(({ number, item }) => (
				<li key={number}>
					<Picture file={item} alone={images.length === 1} />
				</li>
			))}
			{numbered(others).map(({ number, item }) => (
				<li key={number} className={css['wide']}>
					{isPlayed(item.format) ? <PlayedCard file={item} /> : <FileCard file={item} />}
				</li>
			))}
			{numbered(results).map(({ number, item }) => (
				<li key={number} className={css['wide']}>
					<ResultCard result={item} />
				</li>
			))}
		</ul>
	);
}

function Picture({ file, alone }: { readonly file: KeptFile; readonly alone: boolean }) {
	const { t } = useTranslation('attachments');
	const [open, setOpen] = useState(false);
	const url = useKeptUrl(file);
	if (url === 'gone') return <FileCard file={file} gone />;
	return (
		<>
			<button
				type="button"
				className={css['picture']}
				data-alone={alone}
				aria-label={t('open', { name: file.name })}
				title={file.name}
				disabled={url === null}
				onClick={() => setOpen(true)}
			>
				{url !== null && <img src={url} alt={file.name} />}
			</button>
			{url !== null && <FileDialog file={file} url={url} open={open} onClose={() => setOpen(false)} />}
		</>
	);
}

/** A video or sound: its card opens it. It is read only then, as it may be large. */
function PlayedCard({ file }: { readonly file: KeptFile }) {
	const [open, setOpen] = useState<boolean | null>(null);
	return (
		<>
			<FileCard file={file} onOpen={() => setOpen(true)} />
			{open !== null && <Played file={file} open={open} onClose={() => setOpen(false)} />}
		</>
	);
}

interface PlayedProps {
	readonly file: KeptFile;
	readonly open: boolean;
	readonly onClose: () => void;
}

function Played({ file, open, onClose }: PlayedProps) {
	const url = useKeptUrl(file);
	const { t } = useTranslation('attachments');
	const gone = url === 'gone';
	useEffect(() => {
		if (gone && open) toasts.add({ title: t('gone'), type: 'problem' });
	}, [gone, open, t]);
	return <FileDialog file={file} url={gone ? null : url} open={open && !gone} onClose={onClose} />;
}

interface CardProps {
	readonly file: KeptFile;
	readonly gone?: boolean;
	readonly onOpen?: () => void;
}

function FileCard({ file, gone = false, onOpen }: CardProps) {
	const { t } = useTranslation('attachments');
	const { facts } = useFileFacts();
	const { kind, format, name } = file;
	const icon = gone ? (
		<ImageOff size={20} strokeWidth={1.5} aria-hidden />
	) : onOpen === undefined ? (
		<FileIcon kind={kind} format={format} />
	) : (
		<Play size={20} strokeWidth={1.5} aria-hidden />
	);
	return (
		<div className={css['card']} title={name}>
			{onOpen === undefined ? (
				<span className={css['icon']} data-gone={gone}>
					{icon}
				</span>
			) : (
				<button type="button" className={css['icon']} aria-label={t('play', { name })} onClick={onOpen}>
					{icon}
				</button>
			)}
			<span className={css['words']}>
				<span className={css['name']}>{name}</span>
				<span className={css['facts']}>{gone ? t('gone') : facts(file)}</span>
			</span>
			{!gone && (
				<IconButton small label={t('save', { name })} onClick={() => void saveKept(file)}>
					<Download size={14} />
				</IconButton>
			)}
		</div>
	);
}
