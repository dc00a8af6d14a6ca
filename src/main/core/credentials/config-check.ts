import { readFile } from 'node:fs/promises';
import type { ConfigProblem } from '../../../shared/model/connection.ts';
import { systemCode } from '../bedrock/told-error.ts';
import type { AwsSurroundings } from './aws-files.ts';
import { awsFilePaths } from './aws-files.ts';

/**
 * What is wrong with the AWS config files and variables, which the SDK passes over in silence. A file that does not exist is not
 * wrong. No value of a file is in what comes back.
 */
export async function checkConfigFiles(surroundings: AwsSurroundings): Promise<ConfigProblem[]> {
	const { filepath, configFilepath } = awsFilePaths(surroundings);
	const problems = await Promise.all([checkFile(configFilepath, isConfigSection), checkFile(filepath, isSection)]);
	return [...problems.flat(), ...halfSet(surroundings)];
}

/** Variables that say nothing alone, and the one that each needs. */
const PAIRS = [
	['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'],
	['AWS_SECRET_ACCESS_KEY', 'AWS_ACCESS_KEY_ID'],
	['AWS_WEB_IDENTITY_TOKEN_FILE', 'AWS_ROLE_ARN'],
] as const;

function halfSet({ environment }: AwsSurroundings): ConfigProblem[] {
	return PAIRS.filter(([set, missing]) => environment[set] && !environment[missing]).map(([file, detail]) => ({
		file,
		line: null,
		code: 'half-set',
		detail,
	}));
}

async function checkFile(file: string, isGood: (line: string) => boolean): Promise<ConfigProblem[]> {
	let bytes: Buffer;
	try {
		bytes = await readFile(file);
	} catch (error) {
		const code = systemCode(error);
		return code === 'ENOENT' ? [] : [{ file, line: null, code: 'unreadable', detail: code ?? 'unknown' }];
	}
	const text = decode(bytes);
	return text === null
		? [{ file, line: null, code: 'not-text', detail: encodingOf(bytes) }]
		: checkText(text, isGood).map((problem) => ({ file, ...problem }));
}

/** UTF-8 without zero bytes, or null. */
function decode(bytes: Buffer): string | null {
	try {
		const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
		return text.includes('\0') ? null : text;
	} catch {
		return null;
	}
}

function encodingOf(bytes: Buffer): string {
	const start = bytes.subarray(0, 2).toString('hex');
	return start === 'fffe' || start === 'feff' ? 'UTF-16' : '';
}

/** The grammar of the SDK's own parser: sections, `key = value`, comments, indented sub-keys. */
function checkText(text: string, isGood: (line: string) => boolean): Omit<ConfigProblem, 'file'>[] {
	const problems: Omit<ConfigProblem, 'file'>[] = [];
	let section: 'none' | 'good' | 'bad' = 'none';
	for (const [index, whole] of text.split(/\r?\n/).entries()) {
		const line = whole.split(/(^|\s)[;#]/)[0]?.trim() ?? '';
		const tell = (code: ConfigProblem['code'], detail: string) => problems.push({ line: index + 1, code, detail });
		if (line === '') continue;
		if (line.startsWith('[')) {
			section = isGood(line) ? 'good' : 'bad';
			if (section === 'bad') tell('bad-section', sectionDetail(line));
		} else if (section === 'none') {
			tell('no-section', keyDetail(line));
		} else if (line.indexOf('=') < 1) {
			tell('bad-line', keyDetail(line));
		}
	}
	return problems;
}

function isSection(line: string): boolean {
	const name = line.slice(1, -1).trim();
	return line.endsWith(']') && name !== '' && !/[[\]=]/.test(name) && !/^(profile\s+)?__proto__$/.test(name);
}

/** In the config file the SDK passes over a profile whose name has other characters than these (`parseIni`). */
function isConfigSection(line: string): boolean {
	return isSection(line) && (!/^\[profile\s/.test(line) || /^\[profile\s(["'])?[\w@+.%:/-]+\1\]$/.test(line));
}

/** A header names a profile, which the picker shows anyway; what follows its end or holds an `=` might be a value. */
function sectionDetail(line: string): string {
	const name = /^\[[^\]=]*/.exec(line)?.[0] ?? '[';
	const rest = line.slice(name.length);
	if (rest === '') return name;
	return rest.startsWith(']') ? `${name}]${rest.length > 1 ? ' …' : ''}` : `${name}…`;
}

/** The key of a line, if it has one; a line without `=` may be all value. */
function keyDetail(line: string): string {
	const key = /^([A-Za-z][A-Za-z0-9_.-]*)\s*=/.exec(line)?.[1];
	return key === undefined ? '…' : `${key} = …`;
}
