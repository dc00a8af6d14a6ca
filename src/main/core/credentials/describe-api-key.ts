/** What a Bedrock API key says of itself. */
export interface ApiKeyFacts {
	/** The only region that it is good for; null: not known, or any. */
	readonly region: string | null;
	/** When it ends, milliseconds since the epoch; null: not known, or never. */
	readonly expiresAt: number | null;
}

const UNKNOWN: ApiKeyFacts = { region: null, expiresAt: null };

/**
 * A short-term key is `bedrock-api-key-` and in Base64 a presigned request, whose parameters name region, moment and
 * seconds (as AWS's token generator makes it; unverified here). A long-term key (`ABSK…`) says nothing. Never throws.
 */
export function describeApiKey(key: string | null | undefined): ApiKeyFacts {
	const encoded = /^bedrock-api-key-([A-Za-z0-9+/_-]+=*)/.exec(key?.trim() ?? '')?.[1];
	if (encoded === undefined) return UNKNOWN;
	const request = Buffer.from(encoded, 'base64').toString('utf8');
	const parameters = new URLSearchParams(request.slice(request.indexOf('?') + 1));
	const [, , region = '', service] = (parameters.get('X-Amz-Credential') ?? '').split('/');
	const begun = momentOf(parameters.get('X-Amz-Date') ?? '');
	const seconds = Number(parameters.get('X-Amz-Expires') ?? Number.NaN);
	return {
		region: service === 'bedrock' && /^[a-z0-9-]{1,64}$/.test(region) ? region : null,
		expiresAt: Number.isInteger(begun + seconds) ? begun + seconds * 1000 : null,
	};
}

/** `20261121T033733Z` as milliseconds since the epoch; NaN for anything else. */
function momentOf(basic: string): number {
	return Date.parse(basic.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));
}
