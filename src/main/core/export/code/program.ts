import { isJsonObject } from '../../../../shared/json-object.ts';
import type { EmbeddingFamily, Family } from '../../../../shared/model/family.ts';
import { isEmbedding } from '../../../../shared/model/family.ts';
import { isInvoke, isStreaming } from '../../../../shared/model/operation.ts';
import type { CodeSource } from './code-source.ts';

/** Lines of a program: a nested list is flattened, null leaves a line out. */
export type Lines = ReadonlyArray<string | null | Lines>;

/** The text of a program, with a newline at its end. */
export function program(lines: Lines): string {
	return `${flat(lines).join('\n')}\n`;
}

function flat(lines: Lines): readonly string[] {
	return lines.flatMap((line) => (line === null ? [] : typeof line === 'string' ? [line] : flat(line)));
}

/**
 * What has to be there before the program runs, in the comments of its language. No apostrophes: zsh takes pasted
 * comments for commands.
 */
export function preparation(source: CodeSource, comment: '#' | '//', install: string | null): string[] {
	const { access, region, remarks } = source;
	const lines = install === null ? [] : [install];
	if (region === null) lines.push('The region is not known: takes it from AWS_REGION.');
	if (access.kind === 'api-key') lines.push('Takes a Bedrock API key from AWS_BEARER_TOKEN_BEDROCK.');
	if (access.kind === 'environment') lines.push('Takes the access keys from AWS_ACCESS_KEY_ID and its companions.');
	if (access.kind === 'practice') lines.push(...PRACTICE);
	return [...lines, ...remarks].map((line) => `${comment} ${line}`);
}

/** Said where an SDK, or the AWS CLI, writes the body by itself. */
export function inexact({ operation, whole }: CodeSource, comment: '#' | '//'): string | null {
	if (whole || isInvoke(operation)) return null;
	return `${comment} Not to the letter: the body has numbers or double keys that only curl sends as they were.`;
}

/**
 * Said where only newer versions of botocore, on which boto3 and the AWS CLI are built, know a field (found by calling:
 * 1.43.11 refuses these, 1.44.5 has them).
 */
export function needsNewBotocore({ operation, body, parameters }: CodeSource): string | null {
	const output = isJsonObject(body) && !isInvoke(operation) ? body['outputConfig'] : undefined;
	const fields = [
		...(output !== undefined && isJsonObject(output) && Object.hasOwn(output, 'effort') ? ['outputConfig.effort'] : []),
		...(Object.hasOwn(parameters, 'requestMetadata') ? ['requestMetadata'] : []),
	];
	return fields.length === 0
		? null
		: `# Needs a newer botocore than 1.43.11, which does not know ${fields.join(', ')} here (1.44.5 does).`;
}

/** The stop reason of an answer that was cut off at its limit of tokens. */
export function cutReason({ family, operation }: CodeSource): string {
	return isInvoke(operation) && family !== null && !isEmbedding(family) ? CUT[family] : 'max_tokens';
}

/** As each family writes it. Vectors are not cut off. */
const CUT: Readonly<Record<Exclude<Family, EmbeddingFamily>, string>> = {
	'claude-messages': 'max_tokens',
	'claude-text': 'max_tokens',
	'titan-text': 'LENGTH',
	nova: 'max_tokens',
	llama: 'length',
	'mistral-text': 'length',
	'cohere-command': 'MAX_TOKENS',
	'deepseek-r1': 'length',
	'openai-chat': 'length',
	'mistral-chat': 'length',
	jamba: 'length',
	jurassic: 'length',
};

/** Where the practice endpoint was called. Its keys are none of AWS, and not told by the app. */
export const PRACTICE: readonly string[] = [
	'Takes the keys of the practice endpoint from AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.',
	'It has another address and other keys each time; npm run practice starts one that prints them.',
];

/** The operation's name on the command line and in file names: `converse-stream`. */
export function kebab(name: string): string {
	return name.replace(/(?<=[a-z])[A-Z]/g, (letter) => `-${letter}`).toLowerCase();
}

/** The operation's name in boto3: `converse_stream`. */
export function snake(name: string): string {
	return kebab(name).replaceAll('-', '_');
}

/** How a call answers, by what a program has to do to read it. */
export function reading({ operation }: CodeSource): 'converse' | 'converse-stream' | 'invoke' | 'invoke-stream' {
	const converse = operation.startsWith('Converse');
	if (isStreaming(operation)) return converse ? 'converse-stream' : 'invoke-stream';
	return converse ? 'converse' : 'invoke';
}
