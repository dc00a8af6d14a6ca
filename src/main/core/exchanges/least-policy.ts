import { baseModelId, profilePrefix } from '../../../shared/catalogue.ts';
import type { ExchangeSummary } from '../../../shared/model/exchange.ts';
import { isStreaming } from '../../../shared/model/operation.ts';
import type { LeastPolicy } from '../../../shared/model/policy.ts';

/** The least policy that allows a call. */
export function leastPolicyFor({
	modelId,
	region,
	operation,
}: Pick<ExchangeSummary, 'modelId' | 'region' | 'operation'>): LeastPolicy {
	const partition = region.startsWith('us-gov-') ? 'aws-us-gov' : region.startsWith('cn-') ? 'aws-cn' : 'aws';
	const prefix = profilePrefix(modelId);
	const resources = modelId.startsWith('arn:')
		? [modelId]
		: prefix === null
			? [`arn:${partition}:bedrock:${region}::foundation-model/${modelId}`]
			: [
					`arn:${partition}:bedrock:${region}:*:inference-profile/${modelId}`,
					`arn:${partition}:bedrock:*::foundation-model/${baseModelId(modelId)}`,
				];
	const action = isStreaming(operation) ? 'bedrock:InvokeModelWithResponseStream' : 'bedrock:InvokeModel';
	const statement = { Effect: 'Allow', Action: action, Resource: resources };
	return {
		action,
		resources,
		json: JSON.stringify({ Version: '2012-10-17', Statement: [statement] }, null, 2),
		regionsFrom: prefix === null ? 'one' : 'unknown',
		asOf: null,
		account: null,
	};
}
