import { createHash } from 'node:crypto';
import type { AttachmentBlock } from '../../../shared/model/content.ts';
import type { Turn } from '../../../shared/model/conversation.ts';

/** The files of recorded turns by their SHA-256 in hex. */
export type RecordedAttachments = ReadonlyMap<string, Uint8Array>;

/** What of a recorded turn is looked at. */
interface TurnWithRequests {
	readonly turn: Turn;
	readonly exchanges: ReadonlyArray<{ readonly attempts: ReadonlyArray<{ readonly request: Uint8Array | null }> }>;
}

/** The files that go with the questions of turns, each once. */
export function attachmentsOf(turns: readonly Turn[]): readonly AttachmentBlock[] {
	const blocks = turns.flatMap(({ question }) => question.content.filter((block) => block.type === 'attachment'));
	return [...new Map(blocks.map((block) => [block.sha256, block])).values()];
}

/**
 * The files whose bytes are in no request of the recording: a request that was forgotten, or a body without a place for
 * them. All others need not be written a second time.
 */
export function notInBodies(turns: readonly TurnWithRequests[], kept: RecordedAttachments): RecordedAttachments {
	const texts = bodyTexts(turns);
	const isThere = (bytes: Uint8Array) => {
		const base64 = Buffer.from(bytes).toString('base64');
		return texts.some((text) => text.includes(base64));
	};
	return new Map([...kept].filter(([, bytes]) => !isThere(bytes)));
}

/** What a file holds of its turns' attachments: by themselves, or as base64 in the requests. */
export function foundAttachments(turns: readonly TurnWithRequests[], kept: RecordedAttachments): RecordedAttachments {
	const found = new Map(kept);
	const missing = attachmentsOf(turns.map(({ turn }) => turn)).filter(({ sha256 }) => !found.has(sha256));
	if (missing.length === 0) return found;
	// A length tells most of them apart: only what may be one is decoded.
	const lengths = new Set(missing.map(({ size }) => Math.ceil(size / 3) * 4));
	for (const text of bodyTexts(turns)) {
		for (const [, base64 = ''] of text.matchAll(/"([A-Za-z0-9+/]+={0,2})"/g)) {
			if (!lengths.has(base64.length)) continue;
			const bytes = Buffer.from(base64, 'base64');
			const sha256 = createHash('sha256').update(bytes).digest('hex');
			if (missing.some((block) => block.sha256 === sha256)) found.set(sha256, bytes);
		}
	}
	return found;
}

function bodyTexts(turns: readonly TurnWithRequests[]): readonly string[] {
	const attempts = turns.flatMap(({ exchanges }) => exchanges.flatMap((exchange) => exchange.attempts));
	// Base64 is ASCII: no character of it is changed by reading all bytes as one character each.
	return attempts.flatMap(({ request }) => (request === null ? [] : [Buffer.from(request).toString('latin1')]));
}
