import { useEffect, useState } from 'react';
import { mediaTypeOf } from '../../shared/attachments/attachments.ts';
import type { AttachmentBlock } from '../../shared/model/content.ts';
import { bytesOfBase64 } from '../inspector/body/body-text.ts';
import { client } from '../state/client.ts';
import { reportProblem } from '../state/errors.ts';
import { saveFile } from '../ui/save-file.ts';

/** A file that went with a message, and whose conversation keeps it. */
export interface KeptFile extends Pick<AttachmentBlock, 'kind' | 'format' | 'name' | 'size' | 'sha256'> {
	readonly conversationId: string;
}

async function readKept({
	conversationId,
	sha256,
}: Pick<KeptFile, 'conversationId' | 'sha256'>): Promise<Uint8Array<ArrayBuffer>> {
	const { base64 } = await client().attachments.read({ conversationId, sha256 });
	return bytesOfBase64(base64);
}

/** Saves a file again, as it was attached. */
export async function saveKept(file: KeptFile): Promise<void> {
	try {
		saveFile(file.name, await readKept(file), mediaTypeOf(file.format));
	} catch (error) {
		reportProblem(error);
	}
}

/** Where an image can be seen (`blob:`) as long as it is shown; null while it is read, `gone` where it is not kept. */
export function useKeptUrl(file: KeptFile): string | 'gone' | null {
	const { conversationId, sha256, format } = file;
	const [url, setUrl] = useState<string | 'gone' | null>(null);
	useEffect(() => {
		let wanted = true;
		let made: string | null = null;
		readKept({ conversationId, sha256 })
			.then((bytes) => {
				if (!wanted) return;
				made = URL.createObjectURL(new Blob([bytes], { type: mediaTypeOf(format) }));
				setUrl(made);
			})
			.catch(() => {
				if (wanted) setUrl('gone');
			});
		return () => {
			wanted = false;
			if (made !== null) URL.revokeObjectURL(made);
		};
	}, [conversationId, sha256, format]);
	return url;
}
