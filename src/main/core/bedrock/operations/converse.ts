import { z } from 'zod';
import { partsOfBlock } from '../converse-parts.ts';
import { withRawInputs } from '../raw-inputs.ts';
import { tierOf } from '../token-counts.ts';
import { UnreadableAnswer } from '../unreadable-answer.ts';
import { converseInput } from './converse-input.ts';
import { converseUsage } from './converse-usage.ts';
import type { OperationContext } from './operation.ts';
import { tellParts } from './tell-parts.ts';

const body = z.object({ output: z.object({ message: z.object({ content: z.array(z.unknown()).catch([]) }) }) });

/** Converse: the whole answer in one body. Rejects with `UnreadableAnswer` when there is no message in it. */
export async function converse(context: OperationContext): Promise<void> {
	const { sdk, client, call, signal, answer, responseText } = context;
	const asked = call.settings;
	const command = new sdk.ConverseCommand(converseInput(call));
	const { output, stopReason, usage, trace, serviceTier, performanceConfig } = await client.send(command, {
		abortSignal: signal,
	});
	if (output?.message === undefined) throw new UnreadableAnswer('The answer holds no message.');
	// Not from what the SDK read: of a number that no double holds it makes a value that JSON does not know.
	const text = responseText();
	const blocks = body.parse(JSON.parse(text)).output.message.content;
	tellParts(withRawInputs(blocks.flatMap(partsOfBlock), text), answer);
	const counts = converseUsage(
		usage,
		tierOf(serviceTier?.type ?? asked.serviceTier, performanceConfig?.latency ?? asked.performance),
	);
	if (counts !== null) answer.usage(counts);
	if (trace !== undefined) answer.trace(trace);
	if (stopReason !== undefined) answer.stopReason(stopReason);
	answer.closed();
}
