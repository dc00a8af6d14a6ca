import { UnreadableAnswer } from '../unreadable-answer.ts';
import { converseInput } from './converse-input.ts';
import { converseUsage } from './converse-usage.ts';
import type { OperationContext } from './operation.ts';

/** Converse: the whole answer in one body. Rejects with `UnreadableAnswer` when there is no message in it. */
export async function converse({ sdk, client, call, signal, answer }: OperationContext): Promise<void> {
	const command = new sdk.ConverseCommand(converseInput(call));
	const { output, stopReason, usage } = await client.send(command, { abortSignal: signal });
	if (output?.message === undefined) throw new UnreadableAnswer('The answer holds no message.');
	const text = (output.message.content ?? []).map((block) => block.text ?? '').join('');
	if (text !== '') answer.text(text);
	const counts = converseUsage(usage);
	if (counts !== null) answer.usage(counts);
	if (stopReason !== undefined) answer.stopReason(stopReason);
	answer.closed();
}
