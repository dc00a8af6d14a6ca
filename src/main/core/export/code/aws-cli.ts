import { isJsonObject } from '../../../../shared/json-object.ts';
import type { Code } from '../../../../shared/model/code.ts';
import type { Operation } from '../../../../shared/model/operation.ts';
import { isInvoke, isStreaming } from '../../../../shared/model/operation.ts';
import type { CodeSource } from './code-source.ts';
import { hasBytes, visibleJson } from './json.ts';
import { inexact, kebab, needsNewBotocore, preparation, program } from './program.ts';
import { command, option, quoted } from './shell.ts';
import { withStreaming } from './with-streaming.ts';

/**
 * The call as a command of the AWS CLI. The CLI has no command for event streams (its `removals.py`), so that a
 * streamed call becomes the same one without streaming, and says so.
 */
export function awsCliCode(source: CodeSource): Code {
	const { operation, access, region, endpoint, fips, dualStack } = source;
	const whole: Operation = isInvoke(operation) ? 'InvokeModel' : 'Converse';
	const options = [
		...(access.kind === 'profile' ? [option('profile', access.name)] : []),
		...(region === null ? [] : [option('region', region)]),
		...(endpoint === null ? [] : [option('endpoint-url', endpoint)]),
	];
	// There is no option for these two (AWS SDKs and Tools reference: FIPS endpoints, dual-stack endpoints).
	const aws = [fips && 'AWS_USE_FIPS_ENDPOINT=true', dualStack && 'AWS_USE_DUALSTACK_ENDPOINT=true', 'aws']
		.filter(Boolean)
		.join(' ');
	return {
		language: 'shell',
		fileName: `${kebab(whole)}.sh`,
		code: program([
			preparation(source, '#', null),
			inexact(source, '#'),
			needsNewBotocore(source),
			isStreaming(operation) ? `# The AWS CLI has no ${operation}: this is ${whole} with the same body.` : null,
			isInvoke(operation) ? invoke(source, aws, options) : converse(withStreaming(source, false), aws, options),
		]),
	};
}

const FILE = 'request.json';

/** By way of a file: the CLI reads its input more than once, and takes only a file the same way in versions 1 and 2. */
function converse({ modelId, body }: CodeSource, aws: string, options: readonly string[]): string[] {
	const input = { modelId, ...(isJsonObject(body) ? body : {}) };
	return [
		// Found by calling: version 1 encodes the base64 once more.
		...(hasBytes(body) ? ['# Needs version 2 of the AWS CLI for the bytes in it.'] : []),
		`cat > ${FILE} <<'JSON'`,
		visibleJson(JSON.stringify(input, null, 2)),
		'JSON',
		command([`${aws} bedrock-runtime converse`, ...options, `--cli-input-json file://${FILE}`]),
	];
}

/** To the byte, and without the base64 that version 2 expects of an argument. */
function invoke({ modelId, text, parameters }: CodeSource, aws: string, options: readonly string[]): string[] {
	const named = Object.entries(parameters).map(([name, value]) => option(kebab(name), value));
	const model = option('model-id', modelId);
	return [
		`printf '%s' ${quoted(text)} > ${FILE}`,
		command([
			`${aws} bedrock-runtime invoke-model`,
			...options,
			model,
			...named,
			`--body fileb://${FILE}`,
			'answer.json',
		]),
		'cat answer.json',
	];
}
