import { BedrockClient } from '@aws-sdk/client-bedrock';
import type { BedrockRuntimeClientConfig, ResponseStream } from '@aws-sdk/client-bedrock-runtime';
import { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import type { PracticeServer } from '../../../../src/main/practice/practice-server.ts';

/** The SDK's own HTTP/2 transport, and HTTP/1.1. */
export const transports = ['http/2', 'http/1.1'] as const;
export type Transport = (typeof transports)[number];

/** The unmodified SDK, pointed at practice. One attempt only, unless asked for more. */
export function practiceClient(
	server: PracticeServer,
	transport: Transport,
	config: BedrockRuntimeClientConfig = {},
): BedrockRuntimeClient {
	return new BedrockRuntimeClient({
		endpoint: server.endpoint,
		region: server.region,
		credentials: credentialsOf(server),
		authSchemePreference: ['sigv4'],
		maxAttempts: 1,
		...(transport === 'http/1.1' ? { requestHandler: new NodeHttpHandler() } : {}),
		...config,
	});
}

export function controlPlaneClient(server: PracticeServer): BedrockClient {
	return new BedrockClient({
		endpoint: server.endpoint,
		region: server.region,
		credentials: credentialsOf(server),
		authSchemePreference: ['sigv4'],
	});
}

export function credentialsOf({
	accessKeyId,
	secretAccessKey,
}: Pick<PracticeServer, 'accessKeyId' | 'secretAccessKey'>) {
	return { accessKeyId, secretAccessKey };
}

/** The JSON of every chunk of an invoke stream. */
export async function chunksOf(stream: AsyncIterable<ResponseStream> | undefined): Promise<unknown[]> {
	return (await collect(stream)).map((event) => JSON.parse(new TextDecoder().decode(event.chunk?.bytes)) as unknown);
}

/** Everything that a stream yields. */
export async function collect<Item>(stream: AsyncIterable<Item> | undefined): Promise<Item[]> {
	const items: Item[] = [];
	for await (const item of stream ?? []) items.push(item);
	return items;
}

/** What a call rejects with; fails when it does not. */
export async function rejection(call: Promise<unknown>): Promise<Error & { $metadata?: Record<string, unknown> }> {
	try {
		await call;
	} catch (error) {
		if (error instanceof Error) return error;
	}
	throw new Error('The call was answered.');
}
