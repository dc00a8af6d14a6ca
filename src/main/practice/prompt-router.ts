import { PRACTICE_ACCOUNT } from './models.ts';

/** What a prompt router chose for a request. */
export interface RoutedCall {
	readonly modelId: string;
	/** As the trace names it (API reference: PromptRouterTrace). */
	readonly invokedModelId: string;
}

/** AWS's own router for Amazon Nova, one of an account's default ones (Bedrock user guide: intelligent prompt routing). */
const ARN = new RegExp(
	`^arn:(aws[a-z-]*):bedrock:([a-z0-9-]+):${PRACTICE_ACCOUNT}:default-prompt-router/amazon\\.nova:1$`,
);

/** Bytes of a body up to which the smaller model answers. AWS foresees how good answers would be; practice looks at the size. */
const SHORT = 1000;

/** The model to which a router sends a request; null for an id of another kind. */
export function routedBy(modelId: string, body: Uint8Array): RoutedCall | null {
	const [, partition, region] = ARN.exec(modelId) ?? [];
	if (partition === undefined) return null;
	const chosen = body.length > SHORT ? 'amazon.nova-pro-v1:0' : 'amazon.nova-lite-v1:0';
	return { modelId: chosen, invokedModelId: `arn:${partition}:bedrock:${region}::foundation-model/${chosen}` };
}
