import { execFile } from 'node:child_process';
import type { AwsSurroundings } from '../credentials/aws-files.ts';

/** How long the AWS CLI may take to say its version, in milliseconds: its first start of the day is slow. */
const LIMIT = 5000;

/** The AWS CLI as it names itself (`aws-cli/2.31.0`); null where it is not on the path or does not answer. */
export async function awsCliVersion({
	environment,
	homeFolder,
	platform,
}: AwsSurroundings & { readonly platform: string }): Promise<string | null> {
	// A program that macOS starts from the Finder has none of the shell's own folders on its path.
	const more = platform === 'darwin' ? { PATH: `${environment['PATH'] ?? ''}:/usr/local/bin:/opt/homebrew/bin` } : {};
	const run = (file: string, words: readonly string[]) =>
		outputOf(file, words, { ...environment, ...more, NoDefaultCurrentDirectoryInExePath: '1' }, homeFolder);
	const direct = await run('aws', ['--version']);
	// Installed with pip it is a script (`aws.cmd`), which Windows runs through its shell only.
	const output = direct === null && platform === 'win32' ? await run('cmd.exe', CMD) : direct;
	return /\baws-cli\/[\w.+-]+/.exec(output ?? '')?.[0] ?? null;
}

const CMD = ['/d', '/s', '/c', 'aws --version'];

/** Both outputs of a program, or null where it can't be started or takes too long. Version 1 writes to the error output. */
function outputOf(
	file: string,
	words: readonly string[],
	env: Readonly<Record<string, string | undefined>>,
	cwd: string,
): Promise<string | null> {
	return new Promise((resolve) => {
		try {
			execFile(file, words, { env, cwd, timeout: LIMIT, windowsHide: true }, (error, stdout, stderr) =>
				resolve(error === null ? `${stdout}\n${stderr}` : null),
			);
		} catch {
			resolve(null);
		}
	});
}
