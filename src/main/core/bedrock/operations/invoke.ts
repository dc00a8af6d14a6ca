import type { FamilyCodec } from '../families/family-codec.ts';
import { countsFromHeaders, toUsage } from '../token-counts.ts';
import { UnreadableAnswer } from '../unreadable-answer.ts';
import { invokeInput } from './invoke-input.ts';
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
	const command = new sdk.InvokeModelCommand(invokeInput(call, codec));
	const { body } = await client.send(command, { abortSignal: signal });
	const piece = codec.fromResponse(JSON.parse(body.transformToString()));
	if (piece === null) throw new UnreadableAnswer(`The answer is not a body of the family ${codec.family}.`);
	tellParts(piece.parts, answer);
	const usage = toUsage(piece.usage, countsFromHeaders(responseHeaders()));
	if (usage !== null) answer.usage(usage);
	if (piece.stopReason !== null) answer.stopReason(piece.stopReason);
	answer.closed();
}
