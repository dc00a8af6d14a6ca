import { assertNever } from '../../../shared/assert-never.ts';
import type { Masker } from '../../../shared/masking/mask-text.ts';
import type { ExportedFile, ExportFormat, ExportScope, FailureWords } from '../../../shared/model/files.ts';
import { harText } from './har.ts';
import { maskRecording } from './mask-recording.ts';
import { ownFileText } from './own-file.ts';
import type { Recording, RecordingSource } from './recording.ts';
import { record } from './recording.ts';

/** How exchanges are to be written. */
export interface ExportWish {
	readonly scope: ExportScope;
	readonly format: ExportFormat;
	/** Private values are masked. */
	readonly mask: boolean;
	/** Where they are masked: attached files stay in it. */
	readonly files: boolean;
	/** Of the headings of Markdown. */
	readonly language: 'en' | 'ja';
	/** What the window says of failed turns; for Markdown. */
	readonly words: readonly FailureWords[];
}

/** Gives exchanges as a file; null where they are not kept. Secrets are in none: they were cut out before they were kept. */
export type ExportFile = (wish: ExportWish) => Promise<ExportedFile | null>;

/** `presented` gives the masks that are seen in presenter mode, null while it is off: every file is masked by them. */
export function createExportFile(
	source: RecordingSource,
	appVersion: string,
	presented: () => Promise<Masker | null>,
): ExportFile {
	return async (wish) => {
		const recorded = await record(source, wish.scope);
		if (recorded === null) return null;
		const given = await presented();
		if (!wish.mask && given === null) return write(recorded, wish, appVersion);
		const { recording, masker } = maskRecording(recorded, given, wish.files);
		const words = wish.words.map(({ turnId, title, lines }) => ({
			turnId,
			title: masker.mask(title),
			lines: lines.map(masker.mask),
		}));
		return write(recording, { ...wish, words }, appVersion);
	};
}

async function write(
	recording: Recording,
	{ format, language, words }: ExportWish,
	appVersion: string,
): Promise<ExportedFile> {
	const name = baseName(recording);
	switch (format) {
		case 'har':
			return { fileName: `${name}.har`, mediaType: 'application/json', text: harText(recording, appVersion) };
		case 'outcrop':
			return {
				fileName: `${name}.outcrop.json`,
				mediaType: 'application/json',
				text: ownFileText(recording, appVersion),
			};
		case 'markdown': {
			// With it comes a parser of Markdown, which nothing else here needs.
			const { markdownText } = await import('./markdown.ts');
			return {
				fileName: `${name}.md`,
				mediaType: 'text/markdown',
				text: markdownText(recording, language, words, appVersion),
			};
		}
		default:
			return assertNever(format);
	}
}

/** By its time and not by its title: that may be private. */
function baseName({ turns }: Recording): string {
	const at = turns[0]?.exchanges[0]?.summary.startedAt ?? turns[0]?.turn.startedAt ?? 0;
	return `outcrop-${new Date(at).toISOString().slice(0, 19).replaceAll(':', '').replace('T', '-')}`;
}
