/** What is masked, by kind. `name`: of a user, a role, a profile or anything else that somebody named. */
export type PrivateKind = 'account' | 'key' | 'name' | 'host';

/** A private value in a text. `encoded`: how many times it stands URL-encoded there. */
export interface Found {
	readonly kind: PrivateKind;
	readonly start: number;
	readonly end: number;
	readonly encoded: number;
}

/** What in a text is private by its shape and its surroundings; may overlap. Positions in UTF-16 units. */
export function findPrivate(text: string): Found[] {
	return [...inArns(text), ...PATTERNS.flatMap(([kind, pattern]) => groups(text, kind, pattern))];
}

/** Numbers that have the shape of an account's, also as the console writes them (1111-2222-3333). */
export function findBareNumbers(text: string): Found[] {
	return groups(text, 'account', /(?<![\w.•]|[0-9a-f]{4}-)(\d{12}|\d{4}-\d{4}-\d{4})(?![\w•]|[.-]\d)/dg);
}

/** Each pattern's first group is the private part. */
const PATTERNS: readonly (readonly [PrivateKind, RegExp])[] = [
	// Unique ids and access key ids (IAM user guide: IAM identifiers); `AKIA…00` is one that has been shortened.
	['key', /(?<![A-Za-z0-9])((?:AKIA|ASIA|ABIA|ACCA|AIDA|AROA|AGPA|AIPA|ANPA|ANVA|APKA|ASCA)[A-Z0-9]{12,})/dg],
	['key', /(?<![A-Za-z0-9])((?:AKIA|ASIA)…[A-Z0-9]{2})/dg],
	['account', /(?:account|アカウント|owner)[^\d\n]{0,24}(?<!\d)(\d{12})(?!\d)/dgi],
	['account', /(?<![\d.])(\d{12})\.(?:dkr|signin|s3)\b/dg],
	['name', /(?<![A-Za-z0-9._+-])([A-Za-z0-9._+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)/dg],
	['name', /(?:\/home|\/Users|[A-Za-z]:(?:\\{1,2}|\/)Users)(?:\\{1,2}|\/)([^\\/\s"'<>:|?*]+)(?=[\\/])/dg],
	// As explanations shorten ARNs.
	['name', /(?<![\w/:-])(?:user|role|group|assumed-role)\/(?!(?:assistant|system|tool|user)\b)([\w+=,.@-]*\w)/dg],
	['name', /(?<![\w/:-])assumed-role\/[\w+=,.@-]+\/([\w+=,.@-]*\w)/dg],
	['name', /\[(?:profile|sso-session|services) ([^\]\n]+)\]/dg],
	// The hash of a canonical request: with the rest of it known, it tells who tries account ids which one is right.
	['name', /AWS4-HMAC-SHA256\s+\d{8}T\d{6}Z\s+\S+\/aws4_request\s+([0-9a-f]{64})\b/dg],
	['name', /\bs3:\/\/([a-z0-9.-]+)/dg],
	['name', /\bprofile(?::? ?[["'“‘`「]|:)([\w.@+-]+)/dgi],
	['name', /(?:--profile[ =]|AWS_(?:DEFAULT_)?PROFILE=|profile_name=)["']?([\w.@+-]+)/dg],
	['name', /(?<![A-Za-z0-9])(vpce-[0-9a-z-]{6,})/dg],
	['name', /(?<![A-Za-z0-9.-])([a-z0-9-]+)\.(?:awsapps\.com|execute-api\.[a-z0-9-]+\.amazonaws\.com)/dg],
	['host', /\b(?:ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ECONNRESET) ([\w.-]+\w)/dg],
	['host', /\bproxy https?:\/\/([\w.-]+\w)/dgi],
	['host', /https?:\/\/(?:[^\s/?#"'@]*@)?([\w-]+(?:\.[\w-]+)*\.(?:internal|local|corp|lan|intra|intranet|home))\b/dgi],
	['host', /(?<![\d.])((?:10|192\.168|172\.(?:1[6-9]|2\d|3[01])|169\.254)(?:\.\d{1,3}){2,3})(?![\d.])/dg],
];

function groups(text: string, kind: PrivateKind, pattern: RegExp): Found[] {
	return [...text.matchAll(pattern)].flatMap((match): Found[] => {
		const [start, end] = match.indices?.[1] ?? [0, 0];
		const value = text.slice(start, end);
		return kind === 'host' && isPublicHost(value) ? [] : [{ kind, start, end, encoded: 0 }];
	});
}

/** Hosts of AWS and of this machine itself: they tell nothing of whose they are. */
export function isPublicHost(host: string): boolean {
	const name = host.toLowerCase();
	if (name === 'localhost' || /^127\./.test(name) || name === '[::1]' || name === '::1') return true;
	if (name.endsWith('.invalid')) return true;
	return /(^|\.)(amazonaws\.com|amazonaws\.com\.cn|amazonaws\.eu|api\.aws|aws\.dev|amazon\.com|awsapps\.com)$/.test(
		name,
	);
}

const COLON = '(?::|%(?:25)*3[aA])';
/** Partition, service, region, account, resource (AWS General Reference: ARNs); also URL-encoded, once or more. */
const ARN = new RegExp(
	`\\barn${COLON}aws[a-z-]*${COLON}([a-z0-9-]*)${COLON}[a-z0-9*-]*${COLON}(\\d{12}|aws|\\*)?${COLON}((?:[\\w+=,.@/:%*-]|\\\\/)+)`,
	'dg',
);
const SEPARATOR = /\\?\/|:|%(?:25)*(?:2[fF]|3[aA])/g;

/**
 * The account of an ARN and the names in it. What AWS owns keeps its name, so that one still sees which model or
 * which of AWS's inference profiles it is.
 */
function inArns(text: string): Found[] {
	return [...text.matchAll(ARN)].flatMap((match): Found[] => {
		const [, service = '', account = ''] = match;
		const encoded = /^arn%((?:25)*)3/.exec(match[0])?.[1];
		const level = encoded === undefined ? 0 : 1 + encoded.length / 2;
		// In a path the encoded ARN is one segment.
		const resource = (match[3] ?? '').replace(level > 0 ? /[/:,].*$/ : /[.,:]+$/, '');
		const found: Found[] = [];
		const [start = 0, end = 0] = match.indices?.[2] ?? [];
		if (/^\d/.test(account)) found.push({ kind: 'account', start, end, encoded: level });
		if (account === 'aws' || (service === 'bedrock' && account === '')) return found;
		const at = match.indices?.[3]?.[0] ?? 0;
		return [
			...found,
			...namesIn(resource, service).map(
				([from, to]): Found => ({ kind: 'name', start: at + from, end: at + to, encoded: level }),
			),
		];
	});
}

/** Where the names stand in an ARN's resource: all parts but its type, versions and what is AWS's own. */
function namesIn(resource: string, service: string): (readonly [number, number])[] {
	const parts: [number, number][] = [];
	let from = 0;
	for (const { 0: separator, index } of resource.matchAll(SEPARATOR)) {
		parts.push([from, index]);
		from = index + separator.length;
	}
	parts.push([from, resource.length]);
	// The name of a bucket comes first: there is no type before it.
	const typed = parts.length > 1 && service !== 's3';
	const type = typed ? resource.slice(...(parts[0] ?? [0, 0])) : '';
	const rest = typed ? parts.slice(1) : parts;
	const first = resource.slice(...(rest[0] ?? [0, 0]));
	if (isOfAws(type, first)) return [];
	return rest.filter(([start, end]) => !/^(|root|\*|\d{1,6}|DRAFT)$/.test(resource.slice(start, end)));
}

function isOfAws(type: string, name: string): boolean {
	if (type === 'foundation-model' || type === 'default-prompt-router') return true;
	if (type === 'role' && name === 'aws-service-role') return true;
	return type === 'inference-profile' && /^(us-gov|us|eu|apac|jp|au|ca|global)\.[a-z0-9-]+\./.test(name);
}
