import { createHash } from 'node:crypto';
import type { Attempt } from '../../../shared/model/exchange.ts';
import type { RequestSignature } from '../../../shared/model/signature.ts';
import { CUT } from '../bedrock/redact.ts';
import { canonicalRequest } from '../bedrock/signature/canonical-request.ts';
import type { RecordedAttempt, Recording } from '../export/recording.ts';
import { DamagedFile } from '../export/recording-document.ts';

/**
 * Throws a `DamagedFile` where what a file tells of a signature was not made from the request beside it. Whether the
 * signature itself is right can't be seen without the key: that stays the file's word.
 */
export function requireFittingSignatures({ turns }: Recording): void {
	turns.forEach(({ exchanges }, turnAt) => {
		exchanges.forEach(({ attempts }, exchangeAt) => {
			attempts.forEach((one, attemptAt) => {
				const { signature } = one.attempt;
				if (signature !== null && !fits(signature, one))
					throw new DamagedFile(`turns[${turnAt}].exchanges[${exchangeAt}].attempts[${attemptAt}].signature`);
			});
		});
	});
}

function fits(signature: RequestSignature, { attempt: { request }, request: body }: RecordedAttempt): boolean {
	const { algorithm, scope, signedHeaders, canonicalRequest: told, stringToSign } = signature;
	const [saidAlgorithm, , saidScope, hash] = stringToSign.split('\n');
	if (saidAlgorithm !== algorithm || saidScope !== scope) return false;
	// With something cut out of it, its hash can't be made again.
	if (!told.includes(CUT) && hash !== sha256(told)) return false;
	const made = canonicalOf(request, signedHeaders, body);
	return made === null || (body === null ? withoutLastLine(made) === withoutLastLine(told) : made === told);
}

/** The canonical request of what is shown; null where its address is none. */
function canonicalOf(
	{ method, url, headers }: Attempt['request'],
	signedHeaders: readonly string[],
	body: Uint8Array | null,
): string | null {
	if (!URL.canParse(url)) return null;
	const { pathname, searchParams } = new URL(url);
	const query = Object.fromEntries([...searchParams.keys()].map((name) => [name, searchParams.getAll(name)]));
	const request = {
		method,
		path: pathname,
		query,
		headers: Object.fromEntries(headers),
		body: body ?? new Uint8Array(),
	};
	return canonicalRequest(request, signedHeaders);
}

/** All but the body's hash. */
function withoutLastLine(text: string): string {
	return text.slice(0, text.lastIndexOf('\n'));
}

function sha256(text: string): string {
	return createHash('sha256').update(text).digest('hex');
}
