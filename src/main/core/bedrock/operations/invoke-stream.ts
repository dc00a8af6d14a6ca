import type { Usage } from '../../../../shared/model/exchange.ts';
import type { FamilyCodec } from '../families/family-codec.ts';
import { chunkReader } from '../families/family-codec.ts';
import { guardrailTold } from '../guardrail-told.ts';
import { countsFromMetrics, tierFromHeaders, toUsage } from '../token-counts.ts';
import { invokeInput, nativeBody, sentBody } from './invoke-input.ts';
import type { OperationContext } from './operation.ts';
import { tellParts } from './tell-parts.ts';

/**
 * InvokeModelWithResponseStream with the family's body. The family says which chunk closes the answer; token counts
 * are told once, at the end, because the first ones of a stream are provisional.
 */
export async function invokeStream(
	{ sdk, client, call, signal, answer, responseHeaders }: OperationContext,
	codec: FamilyCodec,
): Promise<void> {
	const made = nativeBody(call, codec);
	const command = new sdk.InvokeModelWithResponseStreamCommand(invokeInput(call, made));
	const { body } = await client.send(command, { abortSignal: signal });
	const decoder = new TextDecoder();
	const reader = chunkReader(codec, sentBody(call, made));
	const counts: { body: Partial<Usage>; metrics: Partial<Usage> } = { body: {}, metrics: {} };
	let told: Readonly<Record<string, unknown>> = {};
	let closed = false;
	try {
		for await (const event of body ?? []) {
			if (event.chunk?.bytes === undefined) continue;
			const json: unknown = JSON.parse(decoder.decode(event.chunk.bytes));
			const piece = reader.chunk(json);
			told = { ...told, ...guardrailTold(json) };
			counts.body = { ...counts.body, ...piece.usage };
			counts.metrics = { ...counts.metrics, ...countsFromMetrics(json) };
			tellParts(piece.parts, answer);
			if (piece.stopReason !== null) answer.stopReason(piece.stopReason);
			if (piece.closes) {
				closed = true;
				answer.closed();
			}
		}
	} finally {
		tellParts(reader.end(), answer);
		const tier = tierFromHeaders(responseHeaders(), call.settings);
		const usage = closed ? toUsage(counts.body, counts.metrics, tier) : null;
		if (usage !== null) answer.usage(usage);
		if (Object.keys(told).length > 0) answer.trace(told);
	}
}
