import type { FamilyCodec } from '../families/family-codec.ts';
import { guardrailTold } from '../guardrail-told.ts';
import { withRawInputs } from '../raw-inputs.ts';
import { countsFromHeaders, tierFromHeaders, toUsage } from '../token-counts.ts';
import { UnreadableAnswer } from '../unreadable-answer.ts';
import { invokeInput, nativeBody, sentBody } from './invoke-input.ts';
import type { OperationContext } from './operation.ts';
import { tellParts } from './tell-parts.ts';

/**
 * InvokeModel with the family's body. Rejects with `UnreadableAnswer` when the body is not of the family's shape, and
 * with a `SyntaxError`, like the SDK itself for Converse, when it is not JSON.
 */
export async function invoke(
	{ sdk, client, call, signal, answer, responseHeaders }: OperationContext,
	codec: FamilyCodec,
): Promise<void> {
	const made = nativeBody(call, codec);
	const command = new sdk.InvokeModelCommand(invokeInput(call, made));
	const { body } = await client.send(command, { abortSignal: signal });
	const text = body.transformToString();
	const json: unknown = JSON.parse(text);
	const piece = codec.fromResponse(json, sentBody(call, made));
	if (piece === null) throw new UnreadableAnswer(`The answer is not a body of the family ${codec.family}.`);
	tellParts(withRawInputs(piece.parts, text), answer);
	const headers = responseHeaders();
	const usage = toUsage(piece.usage, countsFromHeaders(headers), tierFromHeaders(headers, call.settings));
	if (usage !== null) answer.usage(usage);
	const told = guardrailTold(json);
	if (told !== null) answer.trace(told);
	if (piece.stopReason !== null) answer.stopReason(piece.stopReason);
	answer.closed();
}
