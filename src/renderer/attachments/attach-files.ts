import type { MeasuredFile } from '../../shared/attachments/attachments.ts';
import { formatOfName, limitBroken, MAX_ATTACHED_BYTES } from '../../shared/attachments/attachments.ts';
import { detectAttachment } from '../../shared/attachments/detect-attachment.ts';
import { chooseAny } from '../files/read-files.ts';
import { appStore } from '../state/app-store.ts';
import { composerKey } from '../state/columns.ts';
import { focusComposer } from '../state/conversations.ts';
import type { Refusal } from './refused-files.ts';
import { setRefused } from './refused-files.ts';
import { addWaiting, readFiles, waitingFiles } from './waiting-files.ts';

/** Attaches files to what is being written in the open conversation, and says of each that can’t be why. */
export async function attachFiles(files: readonly File[]): Promise<void> {
	const key = composerKey(appStore.getState());
	const refused = new Map<Refusal, readonly string[]>();
	await readFiles(async () => {
		for (const file of files) {
			const refusal = await attach(key, file);
			if (refusal !== null) refused.set(refusal, [...(refused.get(refusal) ?? []), file.name]);
		}
	});
	setRefused(
		key,
		[...refused].map(([why, names]) => ({ why, names })),
	);
	focusComposer();
}

/** Lets a person choose files, and attaches them. */
export function chooseAttachments(): void {
	chooseAny(attachFiles);
}

async function attach(key: string, file: File): Promise<Refusal | null> {
	const { name, size } = file;
	// Gigabytes need not be read to be too much.
	if (size > MAX_ATTACHED_BYTES) return tooLarge(name, size);
	const read = await file.arrayBuffer().catch(() => null);
	if (read === null) return 'unreadable';
	const bytes = new Uint8Array(read);
	const detected = detectAttachment(name, bytes);
	if (typeof detected === 'string') return detected;
	const measured = { kind: detected.kind, size, pixels: detected.pixels } satisfies MeasuredFile;
	const broken = limitBroken(measured, waitingFiles(key));
	if (broken !== null) return broken;
	addWaiting(key, { ...detected, name, size, bytes });
	return null;
}

function tooLarge(name: string, size: number): Refusal {
	const kind = formatOfName(name)?.kind ?? 'video';
	return limitBroken({ kind, size, pixels: null }, []) ?? 'total-bytes';
}
