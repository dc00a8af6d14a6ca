import type { Message, Turn } from '../../src/shared/model/conversation.ts';
import type { ExchangeSummary } from '../../src/shared/model/exchange.ts';

/** What somebody asked. */
export function sampleQuestion(changes: Partial<Message> = {}): Message {
	return { id: 'm1', conversationId: 'c1', parentId: null, role: 'user', content: [], createdAt: 1, ...changes };
}

/** A turn that has just begun. */
export function sampleTurn(changes: Partial<Turn> = {}): Turn {
	return {
		id: 't1',
		conversationId: 'c1',
		question: sampleQuestion(),
		answer: null,
		state: 'running',
		failure: null,
		exchanges: [],
		startedAt: 1,
		endedAt: null,
		unsaved: false,
		...changes,
	};
}

/** A call that has just begun. */
export function sampleExchange(changes: Partial<ExchangeSummary> = {}): ExchangeSummary {
	return {
		id: 'e1',
		turnId: 't1',
		index: 1,
		continues: false,
		answersTools: false,
		edited: false,
		trace: null,
		operation: 'ConverseStream',
		modelId: 'model',
		family: null,
		connection: 'practice',
		region: 'us-east-1',
		endpoint: 'https://bedrock.test',
		state: 'running',
		startedAt: 1,
		credentials: null,
		firstByteMs: null,
		firstTokenMs: null,
		totalMs: null,
		usage: null,
		stopReason: null,
		requestId: null,
		status: null,
		attemptCount: 1,
		failure: null,
		...changes,
	};
}
