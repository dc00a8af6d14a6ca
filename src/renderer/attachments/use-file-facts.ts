import { useTranslation } from 'react-i18next';
import type { Pixels } from '../../shared/attachments/attachments.ts';
import { attachmentFormats } from '../../shared/attachments/attachments.ts';
import type { en } from '../i18n/en.ts';
import { byteSize } from '../ui/quantities.ts';

type KnownFormat = keyof typeof en.attachments.format;

const known: ReadonlySet<string> = new Set(attachmentFormats.map(({ format }) => format));

/** Words for a file's facts: its format's name, and one line of format, pixels and size. */
export function useFileFacts() {
	const { t, i18n } = useTranslation('attachments');
	const formatName = (format: string) => (isKnown(format) ? t(`format.${format}`) : format);
	const facts = (
		file: { readonly format: string; readonly size: number; readonly pixels?: Pixels | null },
		format = formatName(file.format),
	) =>
		[
			format,
			...(file.pixels == null ? [] : [t('pixels', { ...file.pixels })]),
			byteSize(file.size, i18n.language),
		].join(' · ');
	return { formatName, facts };
}

function isKnown(format: string): format is KnownFormat {
	return known.has(format);
}
