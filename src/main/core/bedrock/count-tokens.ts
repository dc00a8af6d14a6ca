import { baseModelId } from '../../../shared/catalogue.ts';
import type { TokenCount } from '../../../shared/model/body-preview.ts';
import type { CallFailure } from '../../../shared/model/failure.ts';
import { isInvoke } from '../../../shared/model/operation.ts';
import type { RequestSettings } from '../../../shared/model/settings.ts';
import type { BedrockCallerOptions } from './bedrock-caller.ts';
import type { CallSink } from './call.ts';
import { sendInstead } from './edited-body.ts';
import { failureOf } from './failure.ts';
import { exactValue, hasMembers } from './json-value.ts';
import { createPrepareCall } from './prepare-call.ts';
import { createWiretap } from './wiretap.ts';

/** Asks CountTokens how many input tokens a body has. Never rejects, except when it is aborted. */
export type CountTokens = (settings: RequestSettings, body: Uint8Array, signal: AbortSignal) => Promise<TokenCount>;

/** Members of a Converse body that CountTokens takes (API reference: ConverseTokensRequest). */
const COUNTED = ['messages', 'system', 'toolConfig', 'additionalModelRequestFields'] as const;

/**
 * A call of its own that belongs to no turn and is not kept. It goes the same way as every other: target, credentials,
 * transport, limits. Only base model ids are counted (bedrock-facts.md, 1.1), so it asks for the base of a profile's id.
 */
export function createCountTokens(options: BedrockCallerOptions): CountTokens {
	const { clock, log, access } = options;
	const prepare = createPrepareCall(options);

	async function count(
		settings: RequestSettings,
		modelId: string,
		body: Uint8Array,
		signal: AbortSignal,
	): Promise<number | CallFailure> {
		const prepared = await prepare(settings, unheard, signal);
		if ('code' in prepared) return prepared;
		const { sdk, target, authentication } = prepared;
		const limits = options.limits(false);
		const secretAccessKey = authentication.type === 'keys' ? authentication.credentials.secretAccessKey : null;
		const wiretap = createWiretap({ sink: unheard, clock, signal, limits, secretAccessKey });
		const handler = options.requestHandler ?? (await access.handler(target, limits.connect));
		const client = sdk.client(target, authentication, handler, limits, () => {});
		sendInstead(client, countBody(settings, body));
		wiretap.attach(client);
		try {
			const command = new sdk.runtime.CountTokensCommand({ modelId, input: { invokeModel: { body } } });
			const { inputTokens } = await client.send(command, { abortSignal: wiretap.signal });
			return inputTokens ?? 0;
		} catch (error) {
			signal.throwIfAborted();
			const failure = failureOf(wiretap.gaveUp ?? error, 'request', wiretap.lastResponse);
			if (failure.code === 'expired-credentials' || failure.code === 'invalid-credentials') {
				access.forget(target.connection);
			}
			return { ...failure, message: wiretap.redact(failure.message) };
		} finally {
			await wiretap.settle(0);
		}
	}

	return async (settings, body, signal) => {
		const modelId = baseModelId(settings.modelId);
		try {
			const counted = await count(settings, modelId, body, signal);
			return typeof counted === 'number'
				? { ok: true, inputTokens: counted, modelId }
				: { ok: false, failure: counted, modelId };
		} catch (error) {
			signal.throwIfAborted();
			log.error('Tokens could not be counted.', error);
			return { ok: false, failure: failureOf(error, 'request', null), modelId };
		}
	};
}

/** What is asked, around the very bytes that are to be counted. What is no JSON is for the service to refuse. */
function countBody({ operation }: RequestSettings, body: Uint8Array): Uint8Array {
	const encoder = new TextEncoder();
	if (isInvoke(operation)) {
		const base64 = Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString('base64');
		return encoder.encode(JSON.stringify({ input: { invokeModel: { body: base64 } } }));
	}
	const text = new TextDecoder().decode(body);
	return encoder.encode(`{"input":{"converse":${countedMembers(text)}}}`);
}

function countedMembers(text: string): string {
	const json = exactValue(text);
	if (!hasMembers(json)) return text;
	const members = new Map(Object.entries(json));
	return JSON.stringify(
		Object.fromEntries(COUNTED.filter((name) => members.has(name)).map((name) => [name, members.get(name)])),
	);
}

const unheard: CallSink = {
	credentials() {},
	resolved() {},
	attemptStarted() {},
	sending() {},
	responseStarted() {},
	responseBytes() {},
	attemptEnded() {},
	retrying() {},
	text() {},
	part() {},
	usage() {},
	stopReason() {},
	trace() {},
};
