import { useCallback } from 'react';
import { client } from '../../state/client.ts';
import { reportProblem } from '../../state/errors.ts';
import { saveFile } from '../../ui/save-file.ts';
import { useCallFacts } from '../call-facts.ts';
import type { BodyKind } from './body-file.ts';
import { bodyFileName, bodyFileType } from './body-file.ts';
import { bytesOfBase64 } from './body-text.ts';

/** The way to save a body as a file, exactly as it was on the wire. */
export function useSaveBody(attemptId: string, kind: BodyKind): () => void {
	const call = useCallFacts();
	return useCallback(() => {
		const side = kind === 'request' ? 'request' : 'response';
		client()
			.exchanges.body({ attemptId, side })
			.then(({ base64 }) => saveFile(bodyFileName(call, kind), bytesOfBase64(base64), bodyFileType(kind)))
			.catch(reportProblem);
	}, [attemptId, call, kind]);
}
