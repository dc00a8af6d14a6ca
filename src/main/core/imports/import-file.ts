import type { ImportOutcome } from '../../../shared/model/files.ts';
import { DamagedFile } from '../export/recording-document.ts';
import type { Clock } from '../ports.ts';
import type { Imports } from './imports.ts';
import { importedId } from './imports.ts';
import { readFile } from './read-file.ts';
import { Refused } from './refused.ts';

/** Opens a file as a conversation that can only be read; what it can't be opened for is the outcome. */
export type ImportFile = (fileName: string, bytes: Uint8Array) => ImportOutcome;

export function createImportFile(options: {
	readonly imports: Imports;
	readonly clock: Clock;
	readonly newId: () => string;
	/** A conversation is there. */
	readonly changed: (conversationId: string) => void;
}): ImportFile {
	const { imports, clock, changed } = options;
	return (givenName, bytes) => {
		const fileName = shownName(givenName);
		try {
			const openedAt = clock.now();
			const read = readFile(bytes, titleOf(fileName), openedAt, () => importedId(options.newId));
			const { recording, format, leftOut } = read;
			const conversationId = imports.add(recording, { fileName, format, masked: recording.masked }, openedAt);
			changed(conversationId);
			const exchanges = recording.turns.reduce((count, turn) => count + turn.exchanges.length, 0);
			return { conversationId, exchanges, leftOut };
		} catch (error) {
			if (error instanceof Refused) return { problem: error.problem, detail: error.message };
			if (error instanceof DamagedFile) return { problem: 'damaged', detail: error.message };
			throw error;
		}
	};
}

/** A name without what would make it look like another: line breaks, and characters that turn the direction of writing. */
function shownName(name: string): string {
	return name.replace(/[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '');
}

/** Its name without what says its kind. */
function titleOf(fileName: string): string {
	return fileName.replace(/(?<=.)(\.outcrop)?\.[A-Za-z0-9]{1,12}$/, '');
}
