import { baseModelId, catalogueDate, profilePrefix } from '../../../shared/catalogue.ts';
import { recognise } from '../../../shared/explanations/recognise.ts';
import type { Facts } from '../../../shared/explanations/rule.ts';
import { isStreaming } from '../../../shared/model/operation.ts';
import type { LeastPolicy, PolicyCall } from '../../../shared/model/policy.ts';
import { isPromptArn } from '../../../shared/requests/sent-settings.ts';
import type { Models, Routes } from '../models/models.ts';

/** Gives the least policy that allows a call. May ask the account where an inference profile routes to. */
export type GetLeastPolicy = (call: PolicyCall, signal: AbortSignal) => Promise<LeastPolicy>;

/**
 * The least policy that allows a call. A call through an inference profile needs the profile and the model in every
 * region that it routes to (AWS: prerequisites for inference profiles; bedrock-facts.md, 4).
 */
export function createLeastPolicy(models: Pick<Models, 'routes'>): GetLeastPolicy {
	return async (call, signal) => {
		const { modelId, region, operation, connection, failure, fips, dualStack } = call;
		const facts = failure === null ? {} : (recognise(failure)?.facts ?? {});
		const from = { connection, region, fips, dualStack };
		const routes = isProfile(modelId) ? await models.routes(from, modelId, signal) : null;
		const account = accountOf(modelId) ?? facts.account ?? null;
		const action = isStreaming(operation) ? 'bedrock:InvokeModelWithResponseStream' : 'bedrock:InvokeModel';
		const partition = partitionOf(call, facts);
		const resources = withDenied(resourcesOf(call, partition, account, routes), facts, action);
		const beside = besideOf(call, partition, account).map(({ action: Action, resource }) => ({
			Effect: 'Allow',
			Action,
			Resource: withDenied([resource], facts, Action),
		}));
		const known = [action, ...beside.map(({ Action }) => Action)];
		const statements = [
			{ Effect: 'Allow', Action: action, Resource: resources },
			...beside,
			...otherDenied(facts, known),
		];
		return {
			action,
			resources: [...resources],
			json: JSON.stringify({ Version: '2012-10-17', Statement: statements }, null, 2),
			regionsFrom: isProfile(modelId) ? (routes?.from ?? 'unknown') : 'one',
			asOf: routes?.from === 'shipped' ? catalogueDate : null,
			account,
		};
	};
}

const PROFILE_ARN = /^arn:[^:]*:bedrock:[^:]*:\d*:(application-)?inference-profile\//;

function isProfile(modelId: string): boolean {
	return modelId.startsWith('arn:') ? PROFILE_ARN.test(modelId) : profilePrefix(modelId) !== null;
}

function accountOf(modelId: string): string | null {
	return /^arn:[^:]*:bedrock:[^:]*:(\d{12}):/.exec(modelId)?.[1] ?? null;
}

/** The ARNs of this very call name it, where they are known; else the region does. */
function partitionOf({ modelId, region }: PolicyCall, { principalArn }: Facts): string {
	const named = [modelId, principalArn ?? ''].map((arn) => /^arn:([^:]+):/.exec(arn)?.[1]).find((name) => name);
	if (named !== undefined) return named;
	return region.startsWith('us-gov-') ? 'aws-us-gov' : region.startsWith('cn-') ? 'aws-cn' : 'aws';
}

function resourcesOf(
	{ modelId, region }: PolicyCall,
	partition: string,
	account: string | null,
	routes: Routes | null,
): readonly string[] {
	const isArn = modelId.startsWith('arn:');
	// Neither its model nor its profile is named by a prompt's ARN, and bedrock:InvokeModel is not asked of the prompt itself.
	if (isPromptArn(modelId)) {
		return [
			`arn:${partition}:bedrock:*::foundation-model/*`,
			`arn:${partition}:bedrock:${region}:${account ?? '*'}:inference-profile/*`,
		];
	}
	if (!isProfile(modelId)) return [isArn ? modelId : `arn:${partition}:bedrock:${region}::foundation-model/${modelId}`];
	const own = isArn ? modelId : `arn:${partition}:bedrock:${region}:${account ?? '*'}:inference-profile/${modelId}`;
	// An application profile's ARN does not name its model.
	const model = profilePrefix(modelId) === null ? '*' : baseModelId(modelId);
	const routed = routes?.modelArns ?? [`arn:${partition}:bedrock:*::foundation-model/${model}`];
	// Denials of global profiles name the model without a region (bedrock-facts.md, 4).
	const global = profilePrefix(modelId) === 'global' ? [`arn:${partition}:bedrock:::foundation-model/${model}`] : [];
	return [...new Set([own, ...routed, ...global])];
}

/**
 * What else a call does: a guardrail is applied (AWS: set up permissions to use Guardrails), a prompt is rendered (API
 * reference, Converse: run inference on a prompt resource), a tool of Amazon's is run (Nova user guide, "Web Grounding").
 */
function besideOf(
	{ modelId, region, guardrailId, systemTools }: PolicyCall,
	partition: string,
	account: string | null,
) {
	const guardrail = guardrailId?.startsWith('arn:')
		? guardrailId
		: `arn:${partition}:bedrock:${region}:${account ?? '*'}:guardrail/${guardrailId}`;
	return [
		...(isPromptArn(modelId) ? [{ action: 'bedrock:RenderPrompt', resource: modelId }] : []),
		...(guardrailId === null ? [] : [{ action: 'bedrock:ApplyGuardrail', resource: guardrail }]),
		// Their ARNs name no region, and the maker before the name.
		...systemTools.map((name) => ({
			action: 'bedrock:InvokeTool',
			resource: `arn:${partition}:bedrock::${account ?? '*'}:system-tool/amazon.${name}`,
		})),
	];
}

/** What AWS itself has just denied belongs to it, even if no list knows of it yet. */
function withDenied(
	resources: readonly string[],
	{ resource, action: denied }: Facts,
	action: string,
): readonly string[] {
	if (denied !== action || resource === undefined || !resource.startsWith('arn:')) return resources;
	return resources.some((one) => covers(one, resource)) ? resources : [...resources, resource];
}

/**
 * What AWS denied beside the call's own action: a call with an API key also takes `bedrock:CallWithBearerToken` (AWS:
 * Amazon Bedrock API keys, permissions).
 */
function otherDenied({ action: denied, resource }: Facts, known: readonly string[]) {
	if (denied === undefined || known.includes(denied) || denied.startsWith('sts:')) return [];
	return [{ Effect: 'Allow', Action: denied, Resource: [resource ?? '*'] }];
}

/** Whether an ARN with `*` in it means another. */
function covers(pattern: string, arn: string): boolean {
	const source = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
	return new RegExp(`^${source.join('.*')}$`).test(arn);
}
