import { CUT, redactText } from '../bedrock/redact.ts';
import type { AwsSurroundings } from './aws-files.ts';
import { readAwsProfiles } from './aws-files.ts';

/** Keys of a profile whose values are secret as they stand. */
const SECRET_KEYS = ['aws_secret_access_key', 'aws_session_token'];
/** Variables whose values are. */
const SECRET_VARIABLES = [
	'AWS_SECRET_ACCESS_KEY',
	'AWS_SESSION_TOKEN',
	'AWS_BEARER_TOKEN_BEDROCK',
	'AWS_CONTAINER_AUTHORIZATION_TOKEN',
];

/** Characters; what is shorter is no secret and might be a part of any word. */
const SHORTEST = 6;

/**
 * A text about getting credentials with every secret of the machine's AWS configuration cut out. The SDK's words about a
 * `credential_process` that failed begin with its whole command line ("Command failed: …"), and what the process or its
 * shell said may repeat arguments of it; AWS's words about a signature may hold a session token.
 */
export async function cutCredentials(
	text: string,
	surroundings: AwsSurroundings,
	storedApiKey: string | null,
): Promise<string> {
	const { profiles } = await readAwsProfiles(surroundings);
	const all = Object.values(profiles);
	// A program alone is no secret, and which one is not there must be told.
	const commands = valuesOf(all, ['credential_process']).filter((command) => /\s/.test(command.trim()));
	const secrets = [
		...commands,
		...valuesOf(all, SECRET_KEYS),
		...valuesOf([surroundings.environment], SECRET_VARIABLES),
		...commands.flatMap(wordsOfCommand),
		...(storedApiKey === null ? [] : [storedApiKey]),
	];
	return withoutQuotes(redactText(text, secrets)).replace(/(x-amz-security-token:)\S+/gi, `$1${CUT}`);
}

/**
 * What is quoted of a file or of a process's output: the parser of JSON repeats some letters of what it can't read (the
 * file of a sign-in), and a process may write the keys that it was to give among its complaints.
 */
function withoutQuotes(text: string): string {
	return text
		.replace(/(Unexpected (?:token|string|number)\b)[\s\S]*?( is not valid JSON)/g, `$1 ${CUT}$2`)
		.replace(
			/("?(?:SecretAccessKey|SessionToken|aws_secret_access_key|aws_session_token)"?\s*[:=]\s*"?)[^\s",}]+/gi,
			`$1${CUT}`,
		);
}

function valuesOf(
	sources: readonly Readonly<Record<string, string | undefined>>[],
	names: readonly string[],
): string[] {
	return sources
		.flatMap((source) => names.map((name) => source[name] ?? ''))
		.filter((value) => value.length >= SHORTEST);
}

/** What may be a secret in a command line: all but the program's name, options and paths. */
function wordsOfCommand(command: string): string[] {
	const [, ...words] = command.split(/[\s"'`=;&|<>()]+/);
	return words.filter((word) => word.length >= SHORTEST && !/^[-./~]|^[A-Za-z]:\\/.test(word));
}
