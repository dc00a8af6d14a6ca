import { expect, test } from 'vitest';
import { createLeastPolicy } from '../../../../src/main/core/exchanges/least-policy.ts';
import type { Routes } from '../../../../src/main/core/models/models.ts';
import { catalogueDate } from '../../../../src/shared/catalogue.ts';
import type { PolicyCall } from '../../../../src/shared/model/policy.ts';

const MODEL = 'anthropic.claude-haiku-4-5-20251001-v1:0';
const call: PolicyCall = {
	modelId: `eu.${MODEL}`,
	region: 'eu-central-1',
	operation: 'ConverseStream',
	connection: 'profile:work',
	failure: null,
	fips: true,
	dualStack: null,
	guardrailId: null,
	systemTools: [],
};

/** The policy of a call, where a profile is known to route as said; and what was asked for it. */
async function policyOf(changes: Partial<PolicyCall>, routes: Routes | null = null) {
	const asked: unknown[] = [];
	const getPolicy = createLeastPolicy({
		routes: async (from, modelId) => {
			asked.push([from, modelId]);
			return routes;
		},
	});
	return { policy: await getPolicy({ ...call, ...changes }, new AbortController().signal), asked };
}

function denied(resource: string, action = 'bedrock:InvokeModelWithResponseStream', partition = 'aws') {
	return {
		code: 'iam-not-allowed',
		type: 'AccessDeniedException',
		message: `User: arn:${partition}:sts::123456789012:assumed-role/dev/me is not authorized to perform: ${action} on resource: ${resource} because no identity-based policy allows the ${action} action`,
		status: 403,
		requestId: null,
		systemCode: null,
	} as const;
}

const routesOf = (from: Routes['from'], ...regions: readonly string[]): Routes => ({
	from,
	modelArns: regions.map((region) => `arn:aws:bedrock:${region}::foundation-model/${MODEL}`),
});

test('a bare id needs the model in one region, and asks nobody', async () => {
	const { policy, asked } = await policyOf({ modelId: MODEL, operation: 'Converse' });
	expect(asked).toEqual([]);
	const resources = [`arn:aws:bedrock:eu-central-1::foundation-model/${MODEL}`];
	expect(policy).toEqual({
		action: 'bedrock:InvokeModel',
		resources,
		json: JSON.stringify(
			{
				Version: '2012-10-17',
				Statement: [{ Effect: 'Allow', Action: 'bedrock:InvokeModel', Resource: resources }],
			},
			null,
			2,
		),
		regionsFrom: 'one',
		asOf: null,
		account: null,
	});
});

test('a profile needs itself, in the account of the denial, and the model wherever it routes to', async () => {
	const failure = denied(`arn:aws:bedrock:eu-west-1::foundation-model/${MODEL}`);
	const { policy, asked } = await policyOf({ failure }, routesOf('account', 'eu-central-1', 'eu-west-1'));
	const from = { connection: 'profile:work', region: 'eu-central-1', fips: true, dualStack: null };
	expect(asked).toEqual([[from, `eu.${MODEL}`]]);
	expect(policy).toMatchObject({
		action: 'bedrock:InvokeModelWithResponseStream',
		resources: [
			`arn:aws:bedrock:eu-central-1:123456789012:inference-profile/eu.${MODEL}`,
			`arn:aws:bedrock:eu-central-1::foundation-model/${MODEL}`,
			`arn:aws:bedrock:eu-west-1::foundation-model/${MODEL}`,
		],
		regionsFrom: 'account',
		asOf: null,
		account: '123456789012',
	});
});

test('what was denied belongs to it, even where no list knows of it; another action’s denial does not', async () => {
	const elsewhere = `arn:aws:bedrock:eu-south-9::foundation-model/${MODEL}`;
	const shipped = routesOf('shipped', 'eu-central-1');
	const { policy } = await policyOf({ failure: denied(elsewhere) }, shipped);
	expect(policy.resources.at(-1)).toBe(elsewhere);
	expect([policy.regionsFrom, policy.asOf]).toEqual(['shipped', catalogueDate]);
	const other = await policyOf({ failure: denied('arn:aws:iam::123456789012:role/x', 'sts:AssumeRole') }, shipped);
	expect(other.policy.resources).toHaveLength(2);
});

test('where a profile routes to is not known: any region, and the denied one is among them', async () => {
	const { policy } = await policyOf({ failure: denied(`arn:aws:bedrock:eu-west-1::foundation-model/${MODEL}`) });
	expect(policy).toMatchObject({
		resources: [
			`arn:aws:bedrock:eu-central-1:123456789012:inference-profile/eu.${MODEL}`,
			`arn:aws:bedrock:*::foundation-model/${MODEL}`,
		],
		regionsFrom: 'unknown',
	});
	expect((await policyOf({})).policy.resources[0]).toBe(`arn:aws:bedrock:eu-central-1:*:inference-profile/eu.${MODEL}`);
});

test('a global profile also needs the model without a region', async () => {
	const { policy } = await policyOf({ modelId: `global.${MODEL}` }, routesOf('account', 'eu-central-1'));
	expect(policy.resources).toEqual([
		`arn:aws:bedrock:eu-central-1:*:inference-profile/global.${MODEL}`,
		`arn:aws:bedrock:eu-central-1::foundation-model/${MODEL}`,
		`arn:aws:bedrock:::foundation-model/${MODEL}`,
	]);
});

test('an ARN names its account: of a profile, of an application profile, and of what is no profile', async () => {
	const system = `arn:aws:bedrock:eu-central-1:210987654321:inference-profile/eu.${MODEL}`;
	const bySystem = await policyOf({ modelId: system }, routesOf('account', 'eu-west-1'));
	expect(bySystem.policy.resources).toEqual([system, `arn:aws:bedrock:eu-west-1::foundation-model/${MODEL}`]);
	expect(bySystem.policy.account).toBe('210987654321');
	const application = 'arn:aws:bedrock:eu-central-1:210987654321:application-inference-profile/abc123';
	const byApplication = await policyOf({ modelId: application });
	expect(byApplication.policy.resources).toEqual([application, 'arn:aws:bedrock:*::foundation-model/*']);
	const provisioned = 'arn:aws:bedrock:eu-central-1:210987654321:provisioned-model/abc123';
	const byProvisioned = await policyOf({ modelId: provisioned });
	expect(byProvisioned.policy.resources).toEqual([provisioned]);
	expect([byProvisioned.policy.regionsFrom, byProvisioned.asked]).toEqual(['one', []]);
});

test('names the partition of the region, or that of the ARN that AWS names', async () => {
	const resources = async (changes: Partial<PolicyCall>) => (await policyOf(changes)).policy.resources;
	expect(await resources({ modelId: MODEL, region: 'us-gov-west-1' })).toEqual([
		`arn:aws-us-gov:bedrock:us-gov-west-1::foundation-model/${MODEL}`,
	]);
	expect(await resources({ modelId: MODEL, region: 'cn-north-1' })).toEqual([
		`arn:aws-cn:bedrock:cn-north-1::foundation-model/${MODEL}`,
	]);
	const region = 'eusc-de-east-1';
	const arn = `arn:aws-eusc:bedrock:${region}::foundation-model/${MODEL}`;
	expect(await resources({ modelId: MODEL, region, failure: denied(arn, undefined, 'aws-eusc') })).toEqual([arn]);
});

test('what AWS denied beside the call itself is allowed by a statement of its own', async () => {
	const bearer = 'bedrock:CallWithBearerToken';
	const failure = denied('arn:aws:bedrock:eu-central-1:123456789012:*', bearer);
	const { policy } = await policyOf({ modelId: MODEL, failure });
	expect(policy.resources).toEqual([`arn:aws:bedrock:eu-central-1::foundation-model/${MODEL}`]);
	expect(JSON.parse(policy.json).Statement).toEqual([
		{ Effect: 'Allow', Action: policy.action, Resource: policy.resources },
		{ Effect: 'Allow', Action: bearer, Resource: ['arn:aws:bedrock:eu-central-1:123456789012:*'] },
	]);
});

/** The statements of a call's policy: what they allow, on what. */
async function statementsOf(changes: Partial<PolicyCall>) {
	const { policy } = await policyOf(changes);
	const { Statement } = JSON.parse(policy.json) as {
		readonly Statement: readonly { readonly Action: string; readonly Resource: readonly string[] }[];
	};
	return Statement.map(({ Action, Resource }) => [Action, ...Resource]);
}

test('a guardrail is applied by a permission of its own, on the guardrail', async () => {
	const model = ['bedrock:InvokeModelWithResponseStream', `arn:aws:bedrock:eu-central-1::foundation-model/${MODEL}`];
	expect(await statementsOf({ modelId: MODEL, guardrailId: 'gr123' })).toEqual([
		model,
		['bedrock:ApplyGuardrail', 'arn:aws:bedrock:eu-central-1:*:guardrail/gr123'],
	]);
	const arn = 'arn:aws:bedrock:eu-central-1:123456789012:guardrail/gr123';
	expect(await statementsOf({ modelId: MODEL, guardrailId: arn })).toEqual([model, ['bedrock:ApplyGuardrail', arn]]);
	// The denial names the account; it adds no second statement for the same.
	const failure = denied(arn, 'bedrock:ApplyGuardrail');
	expect(await statementsOf({ modelId: MODEL, guardrailId: 'gr123', failure })).toEqual([
		model,
		['bedrock:ApplyGuardrail', arn],
	]);
	const shared = 'arn:aws:bedrock:eu-west-1:123456789012:guardrail-profile/eu.guardrail.v1:0';
	expect(
		await statementsOf({ modelId: MODEL, guardrailId: 'gr123', failure: denied(shared, 'bedrock:ApplyGuardrail') }),
	).toEqual([model, ['bedrock:ApplyGuardrail', arn, shared]]);
});

test('tools that Amazon runs are run by a permission of their own; their ARN names no region', async () => {
	const tool = (account: string) => `arn:aws:bedrock::${account}:system-tool/amazon.nova_grounding`;
	const model = ['bedrock:InvokeModelWithResponseStream', `arn:aws:bedrock:eu-central-1::foundation-model/${MODEL}`];
	const asked = { modelId: MODEL, systemTools: ['nova_grounding'] };
	expect(await statementsOf(asked)).toEqual([model, ['bedrock:InvokeTool', tool('*')]]);
	// The denial names the account.
	const own = tool('123456789012');
	const failure = denied(own, 'bedrock:InvokeTool');
	expect(await statementsOf({ ...asked, failure })).toEqual([model, ['bedrock:InvokeTool', own]]);
});

test('a prompt is rendered by a permission of its own; which model it has, its ARN does not tell', async () => {
	const prompt = 'arn:aws:bedrock:eu-central-1:210987654321:prompt/PROMPT12345:1';
	expect(await statementsOf({ modelId: prompt, operation: 'Converse' })).toEqual([
		[
			'bedrock:InvokeModel',
			'arn:aws:bedrock:*::foundation-model/*',
			'arn:aws:bedrock:eu-central-1:210987654321:inference-profile/*',
		],
		['bedrock:RenderPrompt', prompt],
	]);
});

test('a count that was denied is allowed beside the call', async () => {
	const model = `arn:aws:bedrock:eu-central-1::foundation-model/${MODEL}`;
	expect(await statementsOf({ modelId: MODEL, failure: denied(model, 'bedrock:CountTokens') })).toEqual([
		['bedrock:InvokeModelWithResponseStream', model],
		['bedrock:CountTokens', model],
	]);
});
