import { z } from 'zod';

/** The four operations of Bedrock Runtime that a conversation can call with (AWS API reference, Bedrock Runtime). */
export const operations = ['ConverseStream', 'Converse', 'InvokeModelWithResponseStream', 'InvokeModel'] as const;

export const operation = z.enum(operations);
export type Operation = z.infer<typeof operation>;

/** True for the operations that answer with an AWS event stream. */
export function isStreaming(name: Operation): boolean {
	return name === 'ConverseStream' || name === 'InvokeModelWithResponseStream';
}

/** True for the operations that take the native body of the model's family. */
export function isInvoke(name: Operation): boolean {
	return name === 'InvokeModel' || name === 'InvokeModelWithResponseStream';
}
