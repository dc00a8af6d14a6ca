import { ORPCError } from '@orpc/client';
import { expect, test } from 'vitest';
import { startPractice } from '../../../src/main/practice/practice-server.ts';
import { openTestApp, temporaryFolder } from '../../helpers/test-app.ts';

test('only https addresses are opened outside, and one that the system cannot open is said to be so', async () => {
	await using folder = await temporaryFolder();
	const practice = await startPractice();
	const opened: string[] = [];
	const app = await openTestApp(folder.path, practice, {
		openExternal: async (url) => {
			if (url.includes('nowhere')) throw new Error('There is no display to open it on.');
			opened.push(url);
		},
	});
	const codeOf = (url: string) =>
		app.client.app.openExternal({ url }).then(
			() => 'opened',
			(error: unknown) => (error instanceof ORPCError ? error.code : error),
		);
	expect(await codeOf('https://docs.aws.amazon.com/bedrock/')).toBe('opened');
	for (const url of [
		'http://aws.amazon.com/',
		'javascript:alert(1)',
		'file:///etc/passwd',
		'no address',
		'https://nowhere/',
	]) {
		expect(await codeOf(url)).toBe('NOT_OPENED');
	}
	expect(opened).toEqual(['https://docs.aws.amazon.com/bedrock/']);
	await app.close();
	await practice.close();
});
