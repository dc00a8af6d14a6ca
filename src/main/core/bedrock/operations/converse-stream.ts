import { converseInput } from './converse-input.ts';
import { converseUsage } from './converse-usage.ts';
import type { OperationContext } from './operation.ts';

/** ConverseStream. `messageStop` closes the answer; the token counts come after it, in `metadata`. */
export async function converseStream({ sdk, client, call, signal, answer }: OperationContext): Promise<void> {
	const command = new sdk.ConverseStreamCommand(converseInput(call));
	const { stream } = await client.send(command, { abortSignal: signal });
	for await (const event of stream ?? []) {
		const text = event.contentBlockDelta?.delta?.text;
		if (text) answer.text(text);
		if (event.messageStop !== undefined) {
			if (event.messageStop.stopReason !== undefined) answer.stopReason(event.messageStop.stopReason);
			answer.closed();
		}
		const usage = converseUsage(event.metadata?.usage);
		if (usage !== null) answer.usage(usage);
	}
}
