import type { Operation } from '../../shared/model/operation.ts';
import { operations } from '../../shared/model/operation.ts';

/** What a request is for. */
export type Route =
	| { readonly kind: 'call'; readonly operation: Operation; readonly modelId: string }
	| { readonly kind: 'count-tokens'; readonly modelId: string }
	| { readonly kind: 'foundation-models' }
	| { readonly kind: 'inference-profiles' }
	| { readonly kind: 'inference-profile'; readonly identifier: string }
	/** The actions of STS stand in the body. */
	| { readonly kind: 'sts' };

const ACTIONS: Readonly<Record<Operation, string>> = {
	ConverseStream: 'converse-stream',
	Converse: 'converse',
	InvokeModelWithResponseStream: 'invoke-with-response-stream',
	InvokeModel: 'invoke',
};

/**
 * The route of a request line, or null. It is matched as sent and taken apart before it is decoded, because an encoded
 * ARN holds slashes (bedrock-facts.md, 1.2).
 */
export function routeOf(method: string, rawUrl: string): Route | null {
	const segments = (rawUrl.split('?', 1)[0] ?? '').split('/').slice(1);
	if (method === 'GET' && segments.length === 1) {
		if (segments[0] === 'foundation-models') return { kind: 'foundation-models' };
		if (segments[0] === 'inference-profiles') return { kind: 'inference-profiles' };
	}
	if (method === 'GET' && segments.length === 2 && segments[0] === 'inference-profiles') {
		const identifier = decode(segments[1] ?? '');
		return identifier ? { kind: 'inference-profile', identifier } : null;
	}
	if (method === 'POST' && segments.length === 1 && segments[0] === '') return { kind: 'sts' };
	const [root, encoded, action] = segments;
	if (method !== 'POST' || segments.length !== 3 || root !== 'model' || encoded === undefined) return null;
	const modelId = decode(encoded);
	if (modelId === null) return null;
	if (action === 'count-tokens') return { kind: 'count-tokens', modelId };
	const operation = operations.find((name) => ACTIONS[name] === action);
	return operation === undefined ? null : { kind: 'call', operation, modelId };
}

function decode(segment: string): string | null {
	try {
		return decodeURIComponent(segment);
	} catch {
		return null;
	}
}
