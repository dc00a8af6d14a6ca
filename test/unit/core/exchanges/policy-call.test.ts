import { expect, test } from 'vitest';
import { policyCallOf } from '../../../../src/main/core/exchanges/policy-call.ts';

const call = {
	modelId: 'eu.amazon.nova-micro-v1:0',
	region: 'eu-west-1',
	operation: 'Converse',
	connection: 'profile:work',
	failure: null,
	attempts: [],
} as const;

const noBody = async () => null;

/** What a policy is made of, where nothing was sent. */
const { attempts: _, ...made } = { ...call, guardrailId: null, systemTools: [] };

test.each([
	['https://bedrock-runtime.eu-west-1.amazonaws.com', { fips: false, dualStack: false }],
	['https://bedrock-runtime-fips.eu-west-1.amazonaws.com', { fips: true, dualStack: false }],
	['https://bedrock-runtime.eu-west-1.api.aws', { fips: false, dualStack: true }],
	['https://bedrock-runtime-fips.eu-west-1.api.aws', { fips: true, dualStack: true }],
])('the host that was called tells which of AWS’s endpoints it was: %s', async (endpoint, choice) => {
	expect(await policyCallOf({ ...call, endpoint }, noBody)).toEqual({ ...made, ...choice });
});

test.each([
	'',
	'http://127.0.0.1:4000',
	'https://vpce-1.bedrock-runtime.eu-west-1.vpce.amazonaws.com',
	'https://bedrock-runtime-fips.us-east-1.amazonaws.com',
])('another host, and none, tell nothing of it: %j', async (endpoint) => {
	expect(await policyCallOf({ ...call, endpoint }, noBody)).toEqual({ ...made, fips: null, dualStack: null });
});

/** The guardrail, and the system tools, of a call with such headers and such a body. */
async function guardrailOf(
	operation: 'Converse' | 'InvokeModel',
	body: string | null,
	headers: readonly (readonly [string, string])[] = [],
) {
	const request = {
		method: 'POST',
		url: 'http://127.0.0.1/',
		headers: headers.map(([name, value]): [string, string] => [name, value]),
		body: { size: 0, sha256: null },
	};
	const attempt = {
		id: 'a1',
		exchangeId: 'x1',
		index: 1,
		startedMs: 0,
		request,
		signature: null,
		sending: null,
		response: null,
		endedMs: null,
		error: null,
	};
	const asked: string[] = [];
	const readBody = async (attemptId: string) => {
		asked.push(attemptId);
		if (body === null) throw new Error('forgotten');
		return new TextEncoder().encode(body);
	};
	const { guardrailId, systemTools } = await policyCallOf(
		{ ...call, operation, endpoint: '', attempts: [attempt] },
		readBody,
	);
	return { guardrailId, systemTools, asked };
}

test('the guardrail is named by the body of Converse, and by a header of InvokeModel', async () => {
	const body = JSON.stringify({ guardrailConfig: { guardrailIdentifier: 'gr123', guardrailVersion: '1' } });
	expect(await guardrailOf('Converse', body)).toEqual({ guardrailId: 'gr123', systemTools: [], asked: ['a1'] });
	const header = ['X-Amzn-Bedrock-GuardrailIdentifier', 'gr456'] as const;
	expect(await guardrailOf('InvokeModel', '{}', [header])).toEqual({
		guardrailId: 'gr456',
		systemTools: [],
		asked: [],
	});
	// There it would be another's word.
	expect(await guardrailOf('InvokeModel', body)).toEqual({ guardrailId: null, systemTools: [], asked: [] });
});

test.each([['{}'], ['{"guardrailConfig":{"guardrailIdentifier":5}}'], ['no JSON'], [''], [null]])(
	'no guardrail, and no failure, where the body tells none: %j',
	async (body) => {
		expect((await guardrailOf('Converse', body)).guardrailId).toBe(null);
	},
);

test('tools that the model’s maker runs are told by the body of Converse, whatever stands beside them', async () => {
	const tools = [{ toolSpec: { name: 'a' } }, { systemTool: { name: 'nova_grounding' } }, { systemTool: 5 }, null];
	const body = JSON.stringify({ guardrailConfig: 'x', toolConfig: { tools } });
	expect(await guardrailOf('Converse', body)).toEqual({
		guardrailId: null,
		systemTools: ['nova_grounding'],
		asked: ['a1'],
	});
	expect((await guardrailOf('InvokeModel', body)).systemTools).toEqual([]);
});
