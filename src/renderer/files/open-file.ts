import type { ImportOutcome, ImportProblem } from '../../shared/model/files.ts';
import { LARGEST_FILE } from '../../shared/model/files.ts';
import { i18n } from '../i18n/i18n.ts';
import { toasts } from '../notices/toasts.ts';
import { client } from '../state/client.ts';
import { openById, readList } from '../state/conversations.ts';
import { reportProblem } from '../state/errors.ts';
import { base64Of, chooseAny } from './read-files.ts';

/** Opens a file as a conversation that can only be read, and says what came of it. */
export async function openFile(file: File): Promise<void> {
	const { name } = file;
	if (file.size > LARGEST_FILE) {
		sayProblem(name, 'too-large', '');
		return;
	}
	const base64 = await base64Of(file).catch(() => null);
	if (base64 === null) {
		sayProblem(name, 'unreadable', '');
		return;
	}
	try {
		const outcome = await client().files.import({ fileName: name, base64 });
		if ('problem' in outcome) {
			sayProblem(name, outcome.problem, outcome.detail);
			return;
		}
		await readList();
		await openById(outcome.conversationId);
		if (outcome.leftOut > 0) sayOpened(name, outcome);
	} catch (error) {
		reportProblem(error);
	}
}

/** Opens several files; the last one stays in view. */
export async function openFiles(files: readonly File[]): Promise<void> {
	for (const file of files) await openFile(file);
}

/** Lets a person choose files, and opens them. */
export function chooseFiles(): void {
	chooseAny(openFiles);
}

/** What is seen need not be said; what is missing must be. */
function sayOpened(name: string, { exchanges, leftOut }: Extract<ImportOutcome, { leftOut: number }>): void {
	toasts.add({
		title: i18n.t('files:opened', { name, count: exchanges }),
		description: i18n.t('files:leftOut', { count: leftOut }),
		type: 'said',
	});
}

/** A place in the file, or a system's words, are of use to who wrote it; a count is in the sentence itself. */
function sayProblem(name: string, problem: ImportProblem | 'unreadable', detail: string): void {
	const words = i18n.t(`files:problem.${problem}`);
	const shown = problem === 'damaged' || problem === 'not-json' ? detail : '';
	toasts.add({
		title: i18n.t('files:notOpened', { name }),
		description: shown === '' ? words : `${words} (${shown})`,
		type: 'refused',
	});
}
