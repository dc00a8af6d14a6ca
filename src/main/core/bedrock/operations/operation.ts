import type * as Sdk from '@aws-sdk/client-bedrock-runtime';
import type { HeaderLines, Usage } from '../../../../shared/model/exchange.ts';
import type { Call, OtherPart } from '../call.ts';

/** What an operation has to work with. The SDK is handed in because it is loaded late. */
export interface OperationContext {
	readonly sdk: typeof Sdk;
	readonly client: Sdk.BedrockRuntimeClient;
	readonly call: Call;
	readonly signal: AbortSignal;
	readonly answer: AnswerListener;
	/** Headers of the last response, as the wiretap saw them. */
	responseHeaders(): HeaderLines;
	/** The whole body of the last response as text; empty for an event stream. */
	responseText(): string;
}

/** Who is told what the answer consists of, while it comes. */
export interface AnswerListener {
	text(text: string): void;
	part(part: OtherPart): void;
	usage(usage: Usage): void;
	stopReason(reason: string): void;
	trace(trace: unknown): void;
	/** The answer's own end was there: the closing event, or the whole body. */
	closed(): void;
}
