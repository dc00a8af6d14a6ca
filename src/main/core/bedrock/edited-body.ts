import type { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime';
import { defaultRequestSettings } from '../../../shared/model/settings.ts';
import type { Call } from './call.ts';
import { textMessage } from './call.ts';
import { besideOf } from './sent-beside.ts';

/**
 * Lets a client send these bytes in place of what the SDK writes. They are put in after the SDK has written its own and
 * before it counts and signs them, so that signature and wiretap see exactly what goes out.
 */
export function sendInstead(client: BedrockRuntimeClient, body: Uint8Array): void {
	client.middlewareStack.add(
		(next) => async (args) => {
			if (hasBody(args.request)) {
				args.request.body = body;
				for (const name of Object.keys(args.request.headers)) {
					if (name.toLowerCase() === 'content-length') delete args.request.headers[name];
				}
			}
			return next(args);
		},
		{ step: 'build', priority: 'high', name: 'outcropEditedBody', override: true },
	);
}

/**
 * The call with as little to write as there can be: its body is replaced, and must not fail for what is not sent. What
 * InvokeModel sends in headers stays.
 */
export function withoutContent({ settings, body }: Call): Call {
	const { modelId, operation } = settings;
	return {
		settings: { ...defaultRequestSettings, modelId, operation, ...besideOf(settings) },
		messages: [textMessage('user', '.')],
		body,
	};
}

interface WithBody {
	body?: unknown;
	headers: Record<string, string>;
}

function hasBody(request: unknown): request is WithBody {
	return typeof request === 'object' && request !== null && 'headers' in request;
}
