import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ChatMessage } from '../../../src/main/core/bedrock/call.ts';
import { writeBody } from '../../../src/main/core/bedrock/preview-body.ts';
import type { PracticeExchange } from '../../../src/main/practice/exchange-log.ts';
import type { Code, CodeTarget } from '../../../src/shared/model/code.ts';
import { codeTargets } from '../../../src/shared/model/code.ts';
import type { Operation } from '../../../src/shared/model/operation.ts';
import { isStreaming } from '../../../src/shared/model/operation.ts';
import type { RequestSettings } from '../../../src/shared/model/settings.ts';
import { temporaryFolder } from '../../helpers/test-app.ts';
import {
	attached,
	found,
	fullSettings,
	redacted,
	thought,
	told,
	used,
} from '../../unit/core/bedrock/operations/full-settings.ts';
import type { ObservedPractice } from '../bedrock/support/practice.ts';
import { startObservedPractice } from '../bedrock/support/practice.ts';
import { missing, runCode, typeErrors } from './support/run-code.ts';
import { codeOf, storedCall } from './support/stored-call.ts';

const SLOW = { timeout: 30_000 };
const MODEL = 'us.anthropic.claude-sonnet-4-6';
const METADATA = '{"project":"\\u5ca9"}';

let practice: ObservedPractice;
beforeAll(async () => {
	practice = await startObservedPractice();
});
afterAll(() => practice.server.close());

/** TypeScript runs as JavaScript does. */
const targets = codeTargets.filter((target) => target !== 'typescript');

const talk: readonly ChatMessage[] = [
	{
		role: 'user',
		content: [
			{ type: 'text', text: 'Look' },
			attached('image', 'a.png', 'png'),
			attached('document', 'b.pdf', 'pdf'),
			attached('audio', 'c.mp3', 'mp3'),
			found,
		],
	},
	{ role: 'assistant', content: [thought, redacted, used] },
	{ role: 'user', content: [told, { type: 'text', text: 'And?' }] },
];

/** An exchange whose request has everything that settings can say, as the unmodified SDK writes it. */
async function write(
	operation: Operation,
	target: CodeTarget,
	changes: Partial<RequestSettings>,
	headers: [string, string][] = [],
): Promise<{ readonly code: Code; readonly sent: string }> {
	const settings = fullSettings({ operation, modelId: MODEL, ...changes });
	const { bytes } = await writeBody({ settings, messages: talk, body: null });
	if (bytes === null) throw new Error('No body');
	const { endpoint } = practice.server;
	const paths = { Converse: 'converse', ConverseStream: 'converse-stream', InvokeModel: 'invoke' };
	const path = paths[operation as keyof typeof paths];
	const family = operation === 'InvokeModel' ? 'claude-messages' : null;
	const call = storedCall({ operation, modelId: MODEL, family, endpoint }, path, bytes, headers);
	return {
		code: await codeOf(call, target, { policy: '{}', furtherCalls: 0 }),
		sent: new TextDecoder().decode(bytes),
	};
}

/** Runs a program and gives what the endpoint received, whatever it thinks of it. */
async function received(target: CodeTarget, code: Code): Promise<PracticeExchange> {
	const { accessKeyId, secretAccessKey } = practice.server;
	const { stderr } = await runCode(target, code, {
		AWS_ACCESS_KEY_ID: accessKeyId,
		AWS_SECRET_ACCESS_KEY: secretAccessKey,
	});
	expect(stderr).not.toMatch(/ParamValidation|Parameter validation failed|Unknown options/);
	const [one] = await practice.exchanges(1);
	if (one === undefined) throw new Error('Nothing was sent');
	return one;
}

/** Version 1 of the AWS CLI encodes bytes once more, as its program says. */
function withBytesOf(target: CodeTarget, sent: string): unknown {
	return JSON.parse(sent, (key, value) =>
		target === 'aws-cli' && (key === 'bytes' || key === 'redactedContent')
			? Buffer.from(String(value)).toString('base64')
			: value,
	);
}

for (const operation of ['Converse', 'ConverseStream'] as const) {
	for (const target of targets) {
		test(`${operation} as ${target}: every field and block`, SLOW, async (context) => {
			const lacking = missing(target);
			if (lacking !== null) context.skip(lacking);
			// Effort is for newer versions of botocore than may be here.
			const { code, sent } = await write(operation, target, { effort: null });
			const wanted = withBytesOf(target, sent);
			expect(wanted).toHaveProperty('toolConfig.tools.0.toolSpec.strict', true);
			expect(wanted).toHaveProperty('messages.1.content.1.reasoningContent.redactedContent');
			const whole = { ...(wanted as object), guardrailConfig: { ...guardrail, trace: 'enabled_full' } };
			const isWhole = target === 'aws-cli' || !isStreaming(operation);
			const body: unknown = JSON.parse(Buffer.from((await received(target, code)).requestBody).toString());
			expect(body).toEqual(isWhole ? whole : wanted);
		});
	}
}

const guardrail = { guardrailIdentifier: 'gr-1', guardrailVersion: 'DRAFT' };
const HEADERS: [string, string][] = [
	['X-Amzn-Bedrock-GuardrailIdentifier', 'gr-1'],
	['X-Amzn-Bedrock-GuardrailVersion', 'DRAFT'],
	['X-Amzn-Bedrock-Trace', 'ENABLED_FULL'],
	['X-Amzn-Bedrock-PerformanceConfig-Latency', 'optimized'],
	['X-Amzn-Bedrock-Service-Tier', 'flex'],
];

for (const target of targets) {
	test(`InvokeModel as ${target}: every member, block and header`, SLOW, async (context) => {
		const lacking = missing(target);
		if (lacking !== null) context.skip(lacking);
		const knows = target === 'javascript' || target === 'lambda-node' || target === 'curl';
		const headers: [string, string][] = [
			...HEADERS,
			...(knows ? ([['X-Amzn-Bedrock-Request-Metadata', METADATA]] as [string, string][]) : []),
		];
		const { code, sent } = await write('InvokeModel', target, {}, headers);
		const came = await received(target, code);
		expect(Buffer.from(came.requestBody).toString()).toBe(sent);
		const lines = new Map(came.requestHeaders.map(([name, value]) => [name.toLowerCase(), value]));
		for (const [name, value] of headers) expect([name, lines.get(name.toLowerCase())]).toEqual([name, value]);
	});
}

test('TypeScript has no type error with any of them', SLOW, async () => {
	await using place = await temporaryFolder();
	const metadata: [string, string] = ['X-Amzn-Bedrock-Request-Metadata', METADATA];
	for (const operation of ['Converse', 'ConverseStream', 'InvokeModel'] as const) {
		const { code } = await write(
			operation,
			'typescript',
			{},
			operation === 'InvokeModel' ? [...HEADERS, metadata] : [],
		);
		await writeFile(join(place.path, `${operation}.mts`), code.code);
	}
	expect(await typeErrors(place.path)).toBe('');
});

test('what an older botocore refuses is said, in the languages that are built on it', async () => {
	const metadata: [string, string][] = [['X-Amzn-Bedrock-Request-Metadata', METADATA]];
	const note = '# Needs a newer botocore than 1.43.11, which does not know ';
	for (const target of codeTargets) {
		const isBuiltOnIt = target === 'python' || target === 'lambda-python' || target === 'aws-cli';
		const noted = async (operation: Operation, changes: Partial<RequestSettings>, headers: [string, string][] = []) =>
			(await write(operation, target, changes, headers)).code.code.includes(note);
		expect([target, await noted('Converse', { effort: 'low' })]).toEqual([target, isBuiltOnIt]);
		expect([target, await noted('InvokeModel', {}, metadata)]).toEqual([target, isBuiltOnIt]);
		expect([target, await noted('Converse', { effort: null })]).toEqual([target, false]);
		expect([target, await noted('InvokeModel', {})]).toEqual([target, false]);
	}
});
