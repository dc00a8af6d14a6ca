import { partsOfDelta, partsOfStart } from '../converse-parts.ts';
import { followBlocks } from '../stream-blocks.ts';
import { tierOf } from '../token-counts.ts';
import { converseInput } from './converse-input.ts';
import { converseUsage } from './converse-usage.ts';
import type { OperationContext } from './operation.ts';
import { tellParts } from './tell-parts.ts';

/** ConverseStream. `messageStop` closes the answer; token counts and trace come after it, in `metadata`. */
export async function converseStream({ sdk, client, call, signal, answer }: OperationContext): Promise<void> {
	const asked = call.settings;
	const command = new sdk.ConverseStreamCommand(converseInput(call));
	const { stream } = await client.send(command, { abortSignal: signal });
	const blocks = followBlocks();
	try {
		for await (const { contentBlockStart, contentBlockDelta, contentBlockStop, messageStop, metadata } of stream ??
			[]) {
			if (contentBlockStart !== undefined) {
				const { start, contentBlockIndex = null } = contentBlockStart;
				tellParts(blocks.started(partsOfStart(start), contentBlockIndex), answer);
			}
			if (contentBlockDelta !== undefined) {
				const { delta, contentBlockIndex = null } = contentBlockDelta;
				tellParts(blocks.piece(partsOfDelta(delta), contentBlockIndex), answer);
			}
			if (contentBlockStop !== undefined) tellParts(blocks.ended(), answer);
			if (messageStop !== undefined) {
				if (messageStop.stopReason !== undefined) answer.stopReason(messageStop.stopReason);
				answer.closed();
			}
			const { serviceTier, performanceConfig } = metadata ?? {};
			const tier = tierOf(serviceTier?.type ?? asked.serviceTier, performanceConfig?.latency ?? asked.performance);
			const usage = converseUsage(metadata?.usage, tier);
			if (usage !== null) answer.usage(usage);
			if (metadata?.trace !== undefined) answer.trace(metadata.trace);
		}
	} finally {
		tellParts(blocks.ended(), answer);
	}
}
