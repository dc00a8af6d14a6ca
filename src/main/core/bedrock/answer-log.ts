import type { CallSink } from './call.ts';
import type { AnswerListener } from './operations/operation.ts';

/** Hands an answer on to the sink and remembers how far it came. */
export interface AnswerLog extends AnswerListener {
	/** Anything of an answer has come: text, thoughts, uses of tools. */
	readonly hasText: boolean;
	readonly isClosed: boolean;
}

export function createAnswerLog(sink: Pick<CallSink, 'text' | 'part' | 'usage' | 'stopReason' | 'trace'>): AnswerLog {
	let hasText = false;
	let isClosed = false;
	return {
		text(text) {
			hasText = true;
			sink.text(text);
		},
		part(part) {
			hasText = true;
			sink.part(part);
		},
		trace: (trace) => sink.trace(trace),
		usage: (usage) => sink.usage(usage),
		stopReason: (reason) => sink.stopReason(reason),
		closed() {
			isClosed = true;
		},
		get hasText() {
			return hasText;
		},
		get isClosed() {
			return isClosed;
		},
	};
}
