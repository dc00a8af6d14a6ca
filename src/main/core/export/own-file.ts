import { z } from 'zod';
import type { Recording } from './recording.ts';
import { recordingDocument, toDocument } from './recording-document.ts';

/** Says what the file is; its first member, so that it is seen at once. */
export const OWN_FORMAT = 'outcrop-recording';
/** Rises when a file can't be read any more by those who know only the one before. */
export const OWN_VERSION = 1;

/** Outcrop's own file. */
export const ownFile = recordingDocument.extend({
	format: z.literal(OWN_FORMAT),
	version: z.literal(OWN_VERSION),
	/** What wrote it. */
	app: z.object({ name: z.string(), version: z.string() }),
});

/** A recording as Outcrop's own file. */
export function ownFileText(recording: Recording, appVersion: string): string {
	const file: z.infer<typeof ownFile> = {
		format: OWN_FORMAT,
		version: OWN_VERSION,
		app: { name: 'Outcrop', version: appVersion },
		...toDocument(recording, true),
	};
	return `${JSON.stringify(file, null, '\t')}\n`;
}
