/** Which of AWS's own endpoints a call went to. */
interface OwnEndpoint {
	readonly fips: boolean;
	readonly dualStack: boolean;
}

/** Domains of the partitions, for IPv4 and for both IPv4 and IPv6 (the SDK's own rules; a test compares). */
const DOMAINS: ReadonlyArray<readonly [regions: RegExp, domain: string, dualStack: string]> = [
	[/^cn-/, 'amazonaws.com.cn', 'api.amazonwebservices.com.cn'],
	[/^eusc-/, 'amazonaws.eu', 'api.amazonwebservices.eu'],
	[/^us-iso-/, 'c2s.ic.gov', 'api.aws.ic.gov'],
	[/^us-isob-/, 'sc2s.sgov.gov', 'api.aws.scloud'],
	[/^eu-isoe-/, 'cloud.adc-e.uk', 'api.cloud-aws.adc-e.uk'],
	[/^us-isof-/, 'csp.hci.ic.gov', 'api.aws.hci.ic.gov'],
	[/^/, 'amazonaws.com', 'api.aws'],
];

/** How the SDKs find an endpoint by themselves for a region; null where they would not. */
export function ownEndpoint(endpoint: string, region: string): OwnEndpoint | null {
	const [, plain = '', both = ''] = DOMAINS.find(([regions]) => regions.test(region)) ?? [];
	for (const fips of [false, true]) {
		for (const dualStack of [false, true]) {
			const host = `bedrock-runtime${fips ? '-fips' : ''}.${region}.${dualStack ? both : plain}`;
			if (endpoint.replace(/\/$/, '') === `https://${host}`) return { fips, dualStack };
		}
	}
	return null;
}
