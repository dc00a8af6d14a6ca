import type { CallSink } from './call.ts';
import type { AnswerListener } from './operations/operation.ts';

/** Hands an answer on to the sink and remembers how far it came. */
export interface AnswerLog extends AnswerListener {
	readonly hasText: boolean;
	readonly isClosed: boolean;
}

export function createAnswerLog(sink: Pick<CallSink, 'text' | 'usage' | 'stopReason'>): AnswerLog {
	let hasText = false;
	let isClosed = false;
	return {
		text(text) {
			hasText = true;
			sink.text(text);
		},
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
