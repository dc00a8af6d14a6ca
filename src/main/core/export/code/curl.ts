import type { Code } from '../../../../shared/model/code.ts';
import { isStreaming } from '../../../../shared/model/operation.ts';
import type { CodeSource } from './code-source.ts';
import { kebab, preparation, program } from './program.ts';
import { command, option, quoted } from './shell.ts';

/**
 * The request as a curl line that sends the same bytes: signed by curl (7.75 or later), or with the API key. The keys
 * of a profile come from the AWS CLI.
 */
export function curlCode(source: CodeSource): Code {
	const { access, operation, region, url, text, headers } = source;
	const signed = access.kind !== 'api-key';
	const globs = /[[\]{}]/.test(url);
	const sent = headers.map(([name, value]) => `--header ${quoted(`${name}: ${value}`)}`);
	return {
		language: 'shell',
		fileName: `${kebab(operation)}-curl.sh`,
		code: program([
			preparation(source, '#', null),
			// Found by calling: curl before 8.3 signs an encoded path otherwise than AWS does.
			signed && /%/.test(url) ? '# Needs curl 8.3 or later: older ones sign the id of this model wrong.' : null,
			...keys(source),
			isStreaming(operation) ? '# The answer is a binary event stream.' : null,
			command([
				`printf '%s' ${quoted(text)} | curl --silent --show-error --no-buffer`,
				...(globs ? ['--globoff'] : []),
				...(signed ? signing(region) : ['--header "Authorization: Bearer $AWS_BEARER_TOKEN_BEDROCK"']),
				...sent,
				'--data-binary @-',
				...(isStreaming(operation) ? ['--output answer.eventstream'] : []),
				quoted(url),
			]),
		]),
	};
}

function signing(region: string | null): string[] {
	const ifSet = `$\{AWS_SESSION_TOKEN:+`;
	return [
		`--aws-sigv4 ${region === null ? '"aws:amz:$AWS_REGION:bedrock"' : quoted(`aws:amz:${region}:bedrock`)}`,
		'--user "$AWS_ACCESS_KEY_ID:$AWS_SECRET_ACCESS_KEY"',
		// Temporary keys have a token, others must not send one. Two words, because zsh does not split one.
		`${ifSet}--header} ${ifSet}"x-amz-security-token: $AWS_SESSION_TOKEN"}`,
	];
}

/** `export-credentials` is there since version 2 of the AWS CLI; 1.45 has none (found by calling). */
function keys({ access }: CodeSource): string[] {
	if (access.kind !== 'profile' && access.kind !== 'default') return [];
	const profile = access.kind === 'profile' ? ` ${option('profile', access.name)}` : '';
	return [
		'# Takes the keys from the AWS CLI, version 2.',
		`eval "$(aws configure export-credentials${profile} --format env)"`,
	];
}
