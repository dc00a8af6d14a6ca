import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createCopyAsCode } from '../../../src/main/core/export/code/copy-as-code.ts';
import { StoreError } from '../../../src/main/core/storage/store-error.ts';
import type { PracticeExchange } from '../../../src/main/practice/exchange-log.ts';
import type { Code, CodeTarget } from '../../../src/shared/model/code.ts';
import { codeTargets } from '../../../src/shared/model/code.ts';
import type { Operation } from '../../../src/shared/model/operation.ts';
import { sampleTurn } from '../../helpers/samples.ts';
import { temporaryFolder } from '../../helpers/test-app.ts';
import { startProxy } from '../../helpers/test-proxy.ts';
import type { ObservedPractice } from '../bedrock/support/practice.ts';
import { startObservedPractice } from '../bedrock/support/practice.ts';
import { missing, runCode, typeErrors } from './support/run-code.ts';
import type { StoredCall } from './support/stored-call.ts';
import { codeOf, storedCall } from './support/stored-call.ts';

const SLOW = { timeout: 30_000 };
const MODEL = 'us.anthropic.claude-sonnet-4-6';

let practice: ObservedPractice;
beforeAll(async () => {
	practice = await startObservedPractice();
});
afterAll(() => practice.server.close());

/** TypeScript runs as JavaScript does; below its types are checked. */
const targets = codeTargets.filter((target) => target !== 'typescript');

/** What a shell, Python, JavaScript, a heredoc or a text editor could take for its own. */
const TEXT = [
	`''' """ \`\` ' " \\ \\\\ \\n \\u0041 \\x41 \\`,
	`$HOME $(id) \`id\` $\{process.exit(1)} {0} %s %d %% !! !x ~ * ? [a] <b> & | ; # // /* */`,
	'\r\nCRLF\rCR\n\nJSON\nEOF\n\u0000\u0001\u0008\u000b\u000c\u001b[31m\u007f\u0085\u00a0\u2028\u2029\u202e\u2066\ufeff\u200b',
	'\ud83d lone \ude00 halves, 👩‍👩‍👧 が か\u3099 é é 𠮷 ﷽',
	'</script><!-- -->\\',
].join('\n');

const NAMES = {
	['__proto__']: { a: 1 },
	constructor: 'x',
	'a-b': 1,
	'': 2,
	日本: 3,
	'"q\'': 4,
	'\u2028': 5,
};
const NUMBERS = [0, -1, 0.1, 1e21, 1e-7, 123456789012345680000, 9007199254740991, 5e-324, 1.7976931348623157e308];

const converseBody = {
	messages: [
		{
			role: 'user',
			content: [{ text: TEXT }, { image: { format: 'png', source: { bytes: 'iVBORw0KGgo=' } } }],
		},
		{
			role: 'assistant',
			content: [{ toolUse: { toolUseId: 'id', name: 'look', input: { bytes: 'not bytes', NUMBERS } } }],
		},
		{
			role: 'user',
			content: [{ toolResult: { toolUseId: 'id', content: [{ json: { bytes: TEXT, nested: nested(60) } }] } }],
		},
	],
	system: [{ text: TEXT }],
	inferenceConfig: { maxTokens: 10, temperature: 1e-7 },
	toolConfig: { tools: [{ toolSpec: { name: 'look', inputSchema: { json: { type: 'object', properties: NAMES } } } }] },
	guardrailConfig: { guardrailIdentifier: 'abc', guardrailVersion: '1', trace: 'enabled' },
	additionalModelRequestFields: { ...NAMES, NUMBERS, empty: {}, none: [], yes: true, no: false, nothing: null },
	requestMetadata: { 'a b': 'c' },
};

function nested(depth: number): unknown {
	return depth === 0 ? TEXT : { in: [nested(depth - 1)] };
}

interface Place {
	readonly endpoint?: string;
	readonly region?: string;
}

/** A call as another program might have recorded it: no SDK has made this body. */
function foreignCall(
	operation: Operation,
	text: string,
	headers: [string, string][] = [],
	{ endpoint = practice.server.endpoint, region = 'us-east-1' }: Place = {},
): StoredCall {
	const action = operation === 'Converse' ? 'converse' : 'invoke';
	const body = new TextEncoder().encode(text);
	return storedCall({ operation, modelId: MODEL, endpoint, region }, action, body, headers);
}

function write(
	operation: Operation,
	text: string,
	target: CodeTarget,
	headers?: [string, string][],
	place?: Place,
): Promise<Code> {
	const policy = `{\n  "Resource": "x\u2028process.exit(1)"\n}`;
	return codeOf(foreignCall(operation, text, headers, place), target, { policy, furtherCalls: 10 });
}

/** Runs a program and gives what the endpoint received, whatever it thinks of it. */
async function received(target: CodeTarget, code: Code): Promise<PracticeExchange> {
	const { accessKeyId, secretAccessKey } = practice.server;
	await runCode(target, code, { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey });
	const [one] = await practice.exchanges(1);
	if (one === undefined) throw new Error('Nothing was sent');
	return one;
}

function textOf({ requestBody }: PracticeExchange): string {
	return Buffer.from(requestBody).toString();
}

for (const target of targets) {
	test(`${target}: every character of a Converse request arrives`, SLOW, async (context) => {
		const lacking = missing(target);
		if (lacking !== null) context.skip(lacking);
		const code = await write('Converse', JSON.stringify(converseBody), target);
		const text = textOf(await received(target, code));
		const sent: unknown = JSON.parse(text);
		expect(text).toMatch(/"__proto__": ?\{"a": ?1\}/);
		// Version 1 of the AWS CLI encodes bytes once more, and the program says so.
		if (target === 'aws-cli') expect(code.code).toContain('# Needs version 2 of the AWS CLI for the bytes in it.');
		const wanted = JSON.stringify(converseBody);
		expect(sent).toEqual(JSON.parse(target === 'aws-cli' ? wanted.replace('iVBORw0KGgo=', encodedTwice()) : wanted));
	});
}

function encodedTwice(): string {
	return Buffer.from('iVBORw0KGgo=').toString('base64');
}

/** Bodies that no SDK would make, and that InvokeModel takes as bytes. */
const NASTY = JSON.stringify({ TEXT, NAMES, NUMBERS, deep: nested(60) });
const ODD =
	'{ "a" : 1.0,\r\n\t"a":1e400, "b": 9223372036854775808,"c":-0, "d":1E5, "__proto__":{"__proto__":1},"e":"\\u00e9\\/\\ud83d" }\r\n';
const NO_OBJECT = `"$\{x} ''' \\"\\"\\" \`"`;

/** Beside the body, what is asked for in headers. */
const HEADERS: [string, string][] = [
	['X-Amzn-Bedrock-GuardrailIdentifier', 'abc123'],
	['X-Amzn-Bedrock-GuardrailVersion', 'DRAFT'],
	['X-Amzn-Bedrock-Trace', 'ENABLED'],
	['X-Amzn-Bedrock-PerformanceConfig-Latency', 'optimized'],
	['X-Amzn-Bedrock-Service-Tier', 'priority'],
];

for (const target of targets) {
	test(`${target}: InvokeModel to the byte, with its headers`, SLOW, async (context) => {
		const lacking = missing(target);
		if (lacking !== null) context.skip(lacking);
		expect(textOf(await received(target, await write('InvokeModel', NASTY, target)))).toBe(NASTY);
		const odd = await received(target, await write('InvokeModel', ODD, target, HEADERS));
		expect(textOf(odd)).toBe(ODD);
		const came = new Map(odd.requestHeaders.map(([name, value]) => [name.toLowerCase(), value]));
		for (const [name, value] of HEADERS) expect([name, came.get(name.toLowerCase())]).toEqual([name, value]);
		expect(came.get('content-type')).toBe('application/json');
	});
}

test('what can’t be sent by an SDK as it was is said, and curl sends it', SLOW, async (context) => {
	const text = '{"messages":[],"additionalModelRequestFields":{"a":1,"a":2,"seed":9223372036854775809}}';
	for (const target of targets) {
		const { code } = await write('Converse', text, target);
		expect([target, code.includes('Not to the letter')]).toEqual([target, target !== 'curl']);
	}
	expect((await write('Converse', '{"messages":[],"a":[1,2,{"b":{}}]}', 'python')).code).not.toContain('letter');
	const lacking = missing('curl');
	if (lacking !== null) context.skip(lacking);
	expect(textOf(await received('curl', await write('Converse', text, 'curl')))).toBe(text);
});

test('what is nested too deeply for a program is said', async () => {
	const copied = write('InvokeModel', `${'['.repeat(200_000)}${']'.repeat(200_000)}`, 'python');
	await expect(copied).rejects.toThrow('not-json');
});

test('TypeScript has no type error with any of them', SLOW, async () => {
	await using place = await temporaryFolder();
	for (const [index, text] of [NASTY, ODD, NO_OBJECT].entries()) {
		const { code } = await write('InvokeModel', text, 'typescript', HEADERS);
		await writeFile(join(place.path, `invoke-${index}.mts`), code);
	}
	expect(await typeErrors(place.path)).toBe('');
});

test('where the calls before are forgotten, the one alone, and it says so', async () => {
	const { exchange, body } = foreignCall('Converse', '{"messages":[]}');
	const first = { ...exchange, id: 'first', stopReason: 'max_tokens' };
	const second = { ...exchange, id: 'second', continues: true };
	const forgotten = { ...first, attempts: first.attempts.map((one) => ({ ...one, id: 'gone' })) };
	const copy = createCopyAsCode({
		exchanges: {
			exchange: async (id) => (id === 'first' ? forgotten : second),
			body: async (id) => {
				if (id === 'gone') throw new StoreError('forgotten', 'It was forgotten.');
				return body;
			},
		},
		turn: async () => sampleTurn({ state: 'complete', exchanges: [forgotten, second] }),
		furtherCalls: () => 10,
		leastPolicy: () => Promise.reject(new Error('No policy is asked for.')),
	});
	const request = { target: 'python', streaming: null, goOn: true } as const;
	const code = await copy({ ...request, exchangeId: 'second' }, AbortSignal.any([]));
	expect(code?.code).toContain('# They were not all made in the same way, or are not all kept: this is the one alone.');
	const gone = copy({ ...request, exchangeId: 'first' }, AbortSignal.any([]));
	await expect(gone).rejects.toMatchObject({ code: 'forgotten' });
});

test('FIPS and dual stack are asked for as they were used', SLOW, async (context) => {
	const proxy = await startProxy(0);
	try {
		proxy.behave('403 Forbidden');
		const to = (endpoint: string) => ({ endpoint, region: 'us-west-2' });
		const both = to('https://bedrock-runtime-fips.us-west-2.api.aws');
		const { code } = await write('Converse', '{"messages":[]}', 'javascript', [], both);
		expect(code).toContain('{ region: "us-west-2", useFipsEndpoint: true, useDualstackEndpoint: true }');
		for (const target of ['python', 'aws-cli'] as const) {
			const lacking = missing(target);
			if (lacking !== null) context.skip(lacking);
			const written = await write('Converse', '{"messages":[]}', target, [], both);
			expect(written.code).not.toContain('https:');
			const variables = {
				AWS_ACCESS_KEY_ID: 'A',
				AWS_SECRET_ACCESS_KEY: 'B',
				HTTPS_PROXY: proxy.url,
				AWS_MAX_ATTEMPTS: '1',
			};
			await runCode(target, written, variables);
			expect(proxy.requests.splice(0).map((one) => one.target)).toContain('bedrock-runtime-fips.us-west-2.api.aws:443');
		}
	} finally {
		await proxy.close();
	}
});
