import type { LeastPolicy } from '../../../../shared/model/policy.ts';
import type { CodeSource } from './code-source.ts';
import { visibleJson } from './json.ts';
import { PRACTICE } from './program.ts';

/** What a Lambda function needs around its code, as the comment at the head of its file. */
export function lambdaNotes(source: CodeSource, policy: LeastPolicy, comment: '#' | '//', runtime: string): string[] {
	const { timeoutSeconds, access, region, remarks } = source;
	const lines = [
		`AWS Lambda, ${runtime}. Timeout: ${timeoutSeconds} seconds (Lambda's own default of 3 is too short).`,
		'API Gateway waits 29 seconds by default for a proxy integration.',
		...(access.kind === 'profile' ? ["Calls with the function's role; the profile stays on your machine."] : []),
		...(access.kind === 'api-key' ? ['Takes a Bedrock API key from AWS_BEARER_TOKEN_BEDROCK.'] : []),
		...(access.kind === 'practice' ? PRACTICE : []),
		...(region === null ? ['The region is not known: takes that of the function.'] : []),
		...remarks,
		"Policy of the function's role:",
		...visibleJson(policy.json)
			.split('\n')
			.map((line) => `  ${line}`),
	];
	return lines.map((line) => `${comment} ${line}`);
}
