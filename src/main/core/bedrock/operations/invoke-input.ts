import type { InvokeModelCommandInput } from '@aws-sdk/client-bedrock-runtime';
import type { Call } from '../call.ts';
import type { FamilyCodec } from '../families/family-codec.ts';

/** The input of the two invoke operations. JSON in UTF-8, so that every character travels as itself. */
export function invokeInput(call: Call, codec: FamilyCodec): InvokeModelCommandInput {
	return {
		modelId: call.settings.modelId,
		// Without these two the SDK sends application/octet-stream (bedrock-facts.md, 1.3).
		contentType: 'application/json',
		accept: 'application/json',
		body: call.body ?? new TextEncoder().encode(JSON.stringify(codec.toBody(call))),
	};
}
