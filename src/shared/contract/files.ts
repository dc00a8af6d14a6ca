import { z } from 'zod';
import { exportedFile, exportFormat, exportScope, failureWords, importOutcome, LARGEST_FILE } from '../model/files.ts';
import { procedure } from './base.ts';

export const filesContract = {
	/**
	 * Exchanges as the text of a file. `mask`: private values are masked; `files`: attached files stay in such a file.
	 * `words`: for Markdown.
	 */
	export: procedure
		.input(
			z.object({
				scope: exportScope,
				format: exportFormat,
				mask: z.boolean(),
				files: z.boolean().default(true),
				language: z.enum(['en', 'ja']),
				words: z.array(failureWords),
			}),
		)
		.output(exportedFile),
	/**
	 * Opens a file as a conversation that can only be read, until it is removed or the app ends. What the file is, is told by
	 * its content.
	 */
	import: procedure
		.input(z.object({ fileName: z.string().max(1000), base64: z.string().max(Math.ceil(LARGEST_FILE / 3) * 4) }))
		.output(importOutcome),
};
