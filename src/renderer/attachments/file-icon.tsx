import {
	File,
	FileCode,
	FileImage,
	FileMusic,
	FileSearch,
	FileSpreadsheet,
	FileText,
	FileType,
	FileVideo,
} from 'lucide-react';
import type { AlongKind } from '../../shared/attachments/attachments.ts';

interface Props {
	readonly kind: AlongKind;
	readonly format: string;
	readonly size?: number;
}

/** A picture for a kind of file. It says nothing that the words beside it don't say. */
export function FileIcon({ kind, format, size = 20 }: Props) {
	const Icon = iconOf(kind, format);
	return <Icon size={size} strokeWidth={1.5} aria-hidden />;
}

function iconOf(kind: AlongKind, format: string) {
	if (kind === 'image') return FileImage;
	if (kind === 'video') return FileVideo;
	if (kind === 'audio') return FileMusic;
	if (kind === 'search-result') return FileSearch;
	if (['csv', 'xls', 'xlsx'].includes(format)) return FileSpreadsheet;
	if (format === 'html') return FileCode;
	if (format === 'pdf') return FileType;
	return ['txt', 'md', 'doc', 'docx'].includes(format) ? FileText : File;
}
