import { z } from 'zod';
import type { ImportedFrom } from '../../../shared/model/files.ts';
import { LARGEST_FILE } from '../../../shared/model/files.ts';
import { OWN_FORMAT, OWN_VERSION, ownFile } from '../export/own-file.ts';
import type { Recording } from '../export/recording.ts';
import { bodyBytes, fromDocument } from '../export/recording-document.ts';
import { isHar, readHar } from './read-har.ts';
import { isStream, readStream } from './read-stream.ts';
import { Refused } from './refused.ts';
import { requireFittingSignatures } from './require-fitting-signatures.ts';

/** A file that was read. */
export interface ReadFile {
	readonly recording: Recording;
	readonly format: ImportedFrom['format'];
	/** Entries of a HAR that are no calls to Bedrock. */
	readonly leftOut: number;
}

const claimed = z.object({ format: z.literal(OWN_FORMAT), version: z.number() });

/**
 * Reads a file by what is in it, whatever its name. `title`: for what names none. Throws `Refused`, or `DamagedFile` where
 * something does not fit its hash or its signature.
 */
export function readFile(bytes: Uint8Array, title: string, openedAt: number, newId: () => string): ReadFile {
	if (bytes.byteLength === 0) throw new Refused('empty', '');
	if (bytes.byteLength > LARGEST_FILE) throw new Refused('too-large', String(bytes.byteLength));
	// JSON is looked for first: its beginning can't be that of a frame, which would be longer than the file may be.
	const encoding = encodingOf(bytes);
	if (!/^\s*\{/.test(new TextDecoder(encoding).decode(bytes.subarray(0, 1000)))) {
		if (!isStream(bytes)) throw new Refused('not-known', '');
		return { recording: readStream(bytes, title, openedAt, newId), format: 'stream', leftOut: 0 };
	}
	const json = parse(new TextDecoder(encoding).decode(bytes));
	const own = claimed.safeParse(json).data;
	if (own !== undefined) return { recording: readOwn(own.version, json, newId), format: 'outcrop', leftOut: 0 };
	if (isHar(json)) return { ...readHar(json, title, newId), format: 'har' };
	throw new Refused('not-known', '');
}

/** By its byte order mark: some editors and shells of Windows save texts as UTF-16. */
function encodingOf([first, second]: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
	if (first === 0xff && second === 0xfe) return 'utf-16le';
	return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}

function readOwn(version: number, json: unknown, newId: () => string): Recording {
	if (version > OWN_VERSION) throw new Refused('newer', String(version));
	const { data, error } = ownFile.safeParse(json);
	if (data === undefined) throw new Refused('damaged', error?.issues[0]?.path.map(String).join('.') ?? '');
	const recording = fromDocument(data, newId, (_place, _side, body) => bodyBytes(body));
	requireFittingSignatures(recording);
	return recording;
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch (error) {
		throw new Refused('not-json', error instanceof Error ? error.message : '');
	}
}
