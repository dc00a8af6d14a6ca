import type {
	AnswerPart,
	AttachmentKind,
	ReasoningBlock,
	SearchResultBlock,
	ToolResultBlock,
	ToolUseBlock,
} from '../../../shared/model/content.ts';
import type { HeaderLines, Usage } from '../../../shared/model/exchange.ts';
import type { CallFailure, RetryWait } from '../../../shared/model/failure.ts';
import type { Family } from '../../../shared/model/family.ts';
import type { RequestSettings } from '../../../shared/model/settings.ts';
import type { RequestSignature } from '../../../shared/model/signature.ts';
import type { SendingStep } from './watch-sending.ts';

/** One call to Bedrock: what to say, to whom. */
export interface Call {
	readonly settings: RequestSettings;
	/**
	 * The talk so far. Roles alternate, beginning with `user`; no text is blank. One that ends with `assistant` asks the
	 * model to go on from there (a prefill).
	 */
	readonly messages: readonly ChatMessage[];
	/** A body that a person wrote: sent byte by byte in place of one made of settings and messages. null: none. */
	readonly body: Uint8Array | null;
}

/** A message as it is sent: the blocks of one role. */
export interface ChatMessage {
	readonly role: 'user' | 'assistant';
	readonly content: readonly SentBlock[];
}

/** A part of a message as it is sent. What a family's body has no place for is not sent. */
export type SentBlock =
	| { readonly type: 'text'; readonly text: string }
	/** A file with its bytes. */
	| {
			readonly type: 'attachment';
			readonly kind: AttachmentKind;
			readonly format: string;
			readonly name: string;
			readonly bytes: Uint8Array;
	  }
	| SearchResultBlock
	| ReasoningBlock
	/** Its input is JSON: what was cut is not sent again. */
	| ToolUseBlock
	| ToolResultBlock;

/** A message of texts alone. */
export function textMessage(role: ChatMessage['role'], ...texts: readonly string[]): ChatMessage {
	return { role, content: texts.map((text) => ({ type: 'text', text })) };
}

/** The texts of a message, for a body that has no place for anything else. */
export function textsOf({ content }: ChatMessage): readonly string[] {
	return content.flatMap((block) => (block.type === 'text' ? [block.text] : []));
}

/**
 * What happens during a call, told as it happens. All times are the port clock's `monotonic()`. Secrets are cut out
 * before anything is told; byte arrays are the listener's to keep.
 */
export interface CallSink {
	/** Credentials are asked for (`endedAt` null), or that is over, whether there are any or not. */
	credentials(time: { readonly askedAt: number; readonly endedAt: number | null }): void;
	/** Before the first request: where it will go. */
	resolved(target: { readonly region: string; readonly endpoint: string; readonly family: Family | null }): void;
	/** A signed request is about to be sent. `index` counts from 1. */
	attemptStarted(attempt: {
		readonly index: number;
		readonly at: number;
		readonly method: string;
		readonly url: string;
		readonly headers: HeaderLines;
		readonly body: Uint8Array;
		/** Null where it is not signed with keys. */
		readonly signature: RequestSignature | null;
	}): void;
	/** A step of getting an attempt's request out. */
	sending(index: number, at: number, step: SendingStep): void;
	/** Status line and headers are there. */
	responseStarted(
		index: number,
		response: { readonly at: number; readonly status: number; readonly headers: HeaderLines },
	): void;
	/** Bytes of the response body, as they arrived. */
	responseBytes(index: number, at: number, bytes: Uint8Array): void;
	/** The attempt is over: the body has ended (`error` null), or it broke off or was aborted. */
	attemptEnded(
		index: number,
		end: { readonly at: number; readonly error: { name: string; message: string; code: string | null } | null },
	): void;
	/** The last attempt failed in a way that is tried again; a wait begins. Only before any text. */
	retrying(wait: RetryWait): void;
	/** Text of the answer, to append. */
	text(text: string): void;
	/** Anything else that the answer consists of, in its order among the texts. */
	part(part: OtherPart): void;
	usage(usage: Usage): void;
	/** As the service wrote it. */
	stopReason(reason: string): void;
	/** What the service tells of how it came to the answer (`trace`: guardrails, prompt routers), as it came. */
	trace(trace: unknown): void;
}

/** A piece of an answer other than text. */
export type OtherPart = Exclude<AnswerPart, { type: 'text' }>;

/** How a call ended. `incomplete`: text arrived, but not the closing event. `failed`: no text arrived. */
export interface CallEnd {
	readonly state: 'complete' | 'stopped' | 'incomplete' | 'failed';
	/** Set when `incomplete` or `failed`. */
	readonly failure: CallFailure | null;
}

/** Calls Bedrock. Never rejects: whatever goes wrong is a `CallEnd`. Every `attemptStarted` gets its `attemptEnded` before. */
export type CallBedrock = (call: Call, sink: CallSink, signal: AbortSignal) => Promise<CallEnd>;
