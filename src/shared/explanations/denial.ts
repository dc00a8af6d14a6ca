import type { FailureCode } from '../model/failure.ts';
import type { Facts } from './rule.ts';

/**
 * "User: ARN is not authorized to perform: ACTION on resource: ARN because no identity-based policy allows the ACTION
 * action", "… with an explicit deny in a service control policy": the form that IAM gives to refusals of all services
 * (IAM User Guide, Troubleshoot access denied error messages). Older ones have no reason.
 */
const DENIAL =
	/User: (?<principalArn>\S+) is not authorized to perform: (?<action>[\w-]+:\w+)(?: on (?:the )?resource:? (?<resource>arn:\S+?|\S+?))?[.,]?(?= |$)(?<reason>.*)/i;

/** The kinds of policy, by the words of the reason. */
const KINDS: readonly (readonly [words: string, implicit: FailureCode, explicit: FailureCode])[] = [
	['identity-based policy', 'iam-not-allowed', 'iam-denied'],
	['service control policy', 'scp-not-allowed', 'scp-denied'],
	['resource control policy', 'rcp-denied', 'rcp-denied'],
	['permissions boundary', 'boundary-not-allowed', 'boundary-denied'],
	['session policy', 'session-not-allowed', 'session-denied'],
	['endpoint policy', 'endpoint-not-allowed', 'endpoint-denied'],
	['resource-based policy', 'resource-policy-denied', 'resource-policy-denied'],
];

/** What IAM says of a refusal; null for other words. The words are plain. */
export function readDenial(words: string): { readonly code: FailureCode; readonly facts: Facts } | null {
	const groups = DENIAL.exec(words)?.groups;
	const { principalArn, action, resource, reason = '' } = groups ?? {};
	if (principalArn === undefined || action === undefined) return null;
	const policyArn = /policy:? (arn:\S+?)[.,]?(?: |$)/i.exec(reason)?.[1];
	const account = /^arn:[^:]*:[^:]*:[^:]*:(\d{12}):/.exec(principalArn)?.[1];
	const permissionSet = /:assumed-role\/AWSReservedSSO_(.+)_[0-9a-f]{16}\//.exec(principalArn)?.[1];
	const resourceRegion = resource?.split(':')[3];
	const facts: Facts = {
		principalArn,
		principal: shortPrincipal(principalArn),
		action,
		...(resource !== undefined && { resource }),
		...(resourceRegion !== undefined && resourceRegion !== '' && { resourceRegion }),
		...(account !== undefined && { account }),
		...(permissionSet !== undefined && { permissionSet }),
		...(policyArn !== undefined && { policyArn }),
	};
	return { code: codeOf(action, reason), facts };
}

function codeOf(action: string, reason: string): FailureCode {
	if (/^sts:AssumeRole/i.test(action)) return 'assume-role-denied';
	const kind = KINDS.find(([words]) => reason.toLowerCase().includes(words));
	if (kind === undefined) return 'access-denied';
	return /explicit(?:ly)? den/i.test(reason) ? kind[2] : kind[1];
}

/** `role/dev` for `arn:aws:sts::123456789012:assumed-role/dev/session`: the role is what policies are given to. */
function shortPrincipal(arn: string): string {
	const name = arn.startsWith('arn:') ? arn.split(':').slice(5).join(':') : arn;
	return name.replace(/^assumed-role\/([^/]+)\/.*$/, 'role/$1');
}
