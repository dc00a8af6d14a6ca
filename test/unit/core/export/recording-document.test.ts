import { expect, test } from 'vitest';
import type { Recording } from '../../../../src/main/core/export/recording.ts';
import {
	DamagedFile,
	fromDocument,
	recordingDocument,
	toDocument,
} from '../../../../src/main/core/export/recording-document.ts';
import type { Turn } from '../../../../src/shared/model/conversation.ts';
import { sampleTurn } from '../../../helpers/samples.ts';
import { emptyAnswer, ended, exchange, question } from '../storage/samples.ts';

const LARGE = 9_007_199_254_740_991;

function recording(changes: Partial<Turn> = {}): Recording {
	const asked = question('c', 'm1', 'Hi');
	const location = { documentChar: { start: LARGE } };
	const citation = { title: null, source: null, quote: null, location };
	const summary = exchange('t', 'e', {
		...ended,
		trace: { guardrail: { latency: LARGE } },
		asSet: { additionalFields: { value: { seed: LARGE } } },
		attemptCount: 0,
	});
	const turn = sampleTurn({
		id: 't',
		conversationId: 'c',
		question: asked,
		answer: {
			...emptyAnswer(asked, 'm2'),
			content: [
				{ type: 'text', text: 'Stone', citations: [citation] },
				{ type: 'embedding', text: 'a', values: [LARGE, -0.5] },
			],
		},
		state: 'complete',
		exchanges: [summary],
		endedAt: 2,
		...changes,
	});
	return { title: '', masked: false, turns: [{ turn, exchanges: [{ summary, attempts: [] }] }] };
}

function readBack(written: Recording): Recording {
	let ids = 0;
	const document = recordingDocument.parse(JSON.parse(JSON.stringify(toDocument(written, true))));
	return fromDocument(
		document,
		() => `${++ids}`,
		() => null,
	);
}

test('numbers of others come back as they were, however large', () => {
	const { turns } = readBack(recording());
	expect(turns[0]?.turn.answer?.content).toEqual(recording().turns[0]?.turn.answer?.content);
	expect(turns[0]?.turn.exchanges[0]).toMatchObject({
		trace: { guardrail: { latency: LARGE } },
		asSet: { additionalFields: { value: { seed: LARGE } } },
	});
});

test('a time that can be none of ours is damage, and it is said where', () => {
	expect(() => readBack(recording({ endedAt: LARGE }))).toThrow(new DamagedFile('turns[0].endedAt'));
});
