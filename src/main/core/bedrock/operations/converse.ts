import { partsOfBlock } from '../converse-parts.ts';
import { tierOf } from '../token-counts.ts';
import { UnreadableAnswer } from '../unreadable-answer.ts';
import { converseInput } from './converse-input.ts';
import { converseUsage } from './converse-usage.ts';
import type { OperationContext } from './operation.ts';
import { tellParts } from './tell-parts.ts';

/** Converse: the whole answer in one body. Rejects with `UnreadableAnswer` when there is no message in it. */
export async function converse({ sdk, client, call, signal, answer }: OperationContext): Promise<void> {
	const asked = call.settings;
	const command = new sdk.ConverseCommand(converseInput(call));
	const { output, stopReason, usage, trace, serviceTier, performanceConfig } = await client.send(command, {
		abortSignal: signal,
	});
	if (output?.message === undefined) throw new UnreadableAnswer('The answer holds no message.');
	tellParts((output.message.content ?? []).flatMap(partsOfBlock), answer);
	const counts = converseUsage(
		usage,
		tierOf(serviceTier?.type ?? asked.serviceTier, performanceConfig?.latency ?? asked.performance),
	);
	if (counts !== null) answer.usage(counts);
	if (trace !== undefined) answer.trace(trace);
	if (stopReason !== undefined) answer.stopReason(stopReason);
	answer.closed();
}
