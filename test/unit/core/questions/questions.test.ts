import { beforeEach, expect, test } from 'vitest';
import type { Questions } from '../../../../src/main/core/questions/questions.ts';
import { createQuestions } from '../../../../src/main/core/questions/questions.ts';

let questions: Questions;
let changes: number;
beforeEach(() => {
	changes = 0;
	let id = 0;
	questions = createQuestions(
		() => `q${++id}`,
		() => {
			changes += 1;
		},
	);
});

const asked = { type: 'mfa', connection: 'profile:admin', device: 'arn:aws:iam::1:mfa/alice', refused: null } as const;
const unaborted = new AbortController().signal;

test('a question stands until it is answered, once', async () => {
	const answer = questions.ask(asked, unaborted);
	expect(questions.list()).toEqual([{ ...asked, id: 'q1' }]);
	questions.answer('q1', '123456');
	questions.answer('q1', '000000');
	expect(await answer).toBe('123456');
	expect([questions.list(), changes]).toEqual([[], 2]);
});

test('a declined one has no answer, and neither has one that was given up', async () => {
	const first = questions.ask(asked, unaborted);
	const stop = new AbortController();
	const second = questions.ask(asked, stop.signal);
	questions.decline('q1');
	expect(await first).toBeNull();
	expect(questions.list().map(({ id }) => id)).toEqual(['q2']);
	stop.abort();
	expect(await second).toBeNull();
	expect([questions.list(), changes]).toEqual([[], 4]);
});

test('nobody is asked for a call that has been stopped', async () => {
	expect(await questions.ask(asked, AbortSignal.abort())).toBeNull();
	expect(changes).toBe(0);
});

test('an answer to a question that is gone does nothing', () => {
	questions.answer('q9', '123456');
	questions.decline('q9');
	expect(changes).toBe(0);
});
