import { execFile, execFileSync } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { PracticeServer } from '../../../src/main/practice/practice-server.ts';
import { startPractice } from '../../../src/main/practice/practice-server.ts';
import { curlLine } from '../../../src/main/practice/run-cli.ts';

const run = promisify(execFile);

/** Why curl can't be used here, or null. */
function missingCurl(): string | null {
	try {
		const [, major, minor] = /^curl (\d+)\.(\d+)/.exec(execFileSync('curl', ['--version'], { encoding: 'utf8' })) ?? [];
		const fits = Number(major) > 7 || (Number(major) === 7 && Number(minor) >= 75);
		return fits ? null : `curl ${major}.${minor} has no --aws-sigv4`;
	} catch {
		return 'curl is not installed';
	}
}

let server: PracticeServer;
beforeAll(async () => {
	server = await startPractice();
});
afterAll(() => server.close());

it('answers the curl line that the command prints', async (context) => {
	const missing = missingCurl();
	if (missing !== null) context.skip(missing);
	const shell = process.platform === 'win32' ? 'bash' : 'sh';
	const { stdout } = await run(shell, ['-c', curlLine(server)]);
	expect(JSON.parse(stdout)).toMatchObject({ stopReason: 'max_tokens', usage: { outputTokens: 200 } });
});

it('streams to curl over HTTP/2 with prior knowledge', async (context) => {
	const missing = missingCurl();
	if (missing !== null) context.skip(missing);
	const features = execFileSync('curl', ['--version'], { encoding: 'utf8' });
	if (!/\bHTTP2\b/.test(features)) context.skip('this curl has no HTTP/2');
	const body = JSON.stringify({ inputText: 'Hello', textGenerationConfig: { maxTokenCount: 5 } });
	const { stdout } = await run('curl', [
		'--silent',
		'--http2-prior-knowledge',
		...['--write-out', '%{http_version} %{http_code}', '--output', '-'],
		...['--header', `Authorization: Bearer ${server.apiKey}`, '--header', 'Content-Type: application/json'],
		...['--data', body, `${server.endpoint}/model/amazon.titan-text-lite-v1/invoke-with-response-stream`],
	]);
	expect(stdout.match(/:event-type/g)).toHaveLength(5);
	expect(stdout.slice(-5)).toBe('2 200');
});
