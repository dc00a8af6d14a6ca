import { appendFile, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { AwsFilesWatch } from '../../../src/main/core/credentials/watch-aws-files.ts';
import { watchAwsFiles } from '../../../src/main/core/credentials/watch-aws-files.ts';
import type { Machine } from './support/machine.ts';
import { makeMachine } from './support/machine.ts';

let machine: Machine;
let watching: AwsFilesWatch;
beforeEach(async () => {
	machine = await makeMachine();
});
afterEach(async () => {
	await watching.close();
	await machine.remove();
});

/** Begins a watch and gives a way to wait for the next change, once the one of the beginning has been told. */
async function watch(environment: Record<string, string> = {}) {
	const warnings: string[] = [];
	let told = 0;
	let wake = () => {};
	watching = watchAwsFiles({
		surroundings: { environment, homeFolder: machine.homeFolder },
		changed: () => {
			told += 1;
			wake();
		},
		log: { warn: (text) => warnings.push(text) },
	});
	const next = async (before: number) => {
		while (told === before) {
			await new Promise<void>((resolve) => {
				wake = resolve;
			});
		}
	};
	await watching.ready;
	await next(0);
	return {
		warnings,
		/** Does something and waits until a change was told after it. */
		async after(work: () => Promise<unknown>) {
			const before = told;
			await work();
			await next(before);
		},
	};
}

test('files that are there: written, replaced, taken away', async () => {
	const config = await machine.config('[profile one]\n');
	const credentials = await machine.credentials('[one]\n');
	const { after, warnings } = await watch();
	await after(() => appendFile(config, 'region = us-east-1\n'));
	await after(() => writeFile(credentials, '[two]\n'));
	// As an editor saves.
	await writeFile(`${config}.new`, '[profile three]\n');
	await after(() => rename(`${config}.new`, config));
	await after(() => rm(credentials));
	expect(warnings).toEqual([]);
});

test('files and folders that are not there yet', async () => {
	const { after } = await watch();
	await after(() => machine.config('[profile one]\n'));
	await after(() => machine.ssoToken('work', { accessToken: 'a' }));
	await after(() => machine.ssoToken('work', { accessToken: 'b' }));
	await after(() => machine.write('.aws/login/cache/one.json', '{}'));
	await after(() => machine.credentials('[one]\n'));
});

test('a folder that goes and comes again', async () => {
	await machine.config('[profile one]\n');
	const { after } = await watch();
	await after(() => rm(join(machine.homeFolder, '.aws'), { recursive: true }));
	await after(() => machine.config('[profile two]\n'));
});

test('files where the environment says', async () => {
	const folder = join(machine.homeFolder, 'elsewhere');
	await mkdir(folder);
	const { after } = await watch({
		AWS_CONFIG_FILE: join(folder, 'config'),
		AWS_SHARED_CREDENTIALS_FILE: '~/own-credentials',
		AWS_LOGIN_CACHE_DIRECTORY: join(folder, 'login'),
	});
	await after(() => writeFile(join(folder, 'config'), '[default]\n'));
	await after(() => machine.write('own-credentials', '[default]\n'));
	await after(() => machine.write('elsewhere/login/one.json', '{}'));
});

test('a watch that is closed before it began ends', async () => {
	watching = watchAwsFiles({
		surroundings: { environment: {}, homeFolder: machine.homeFolder },
		changed: () => {},
		log: { warn() {} },
	});
	await watching.close();
	await watching.ready;
});
