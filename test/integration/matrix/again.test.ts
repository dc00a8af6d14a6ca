import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Turn } from '../../../src/shared/model/conversation.ts';
import type { Operation } from '../../../src/shared/model/operation.ts';
import { operations } from '../../../src/shared/model/operation.ts';
import { inOperation } from './in-operation.ts';
import type { Bench } from './run-cell.ts';
import { keptCall, openBench, runCell } from './run-cell.ts';
import type { Scenario } from './scenarios.ts';
import type { Target } from './targets.ts';
import { targets } from './targets.ts';

/** What comes back of each family's answers: out of files, and by a body that is sent again. */

let bench: Bench;
beforeAll(async () => {
	bench = await openBench();
});
afterAll(() => bench.close());

/** The scenarios whose answers have the most kinds of blocks. */
const asked: readonly Scenario[] = ['tools', 'thoughts'];

function cellsOf(target: Target) {
	return operations.flatMap((operation) =>
		asked.flatMap((scenario) => {
			const row = inOperation(target, operation).rows[scenario];
			return 'absent' in row || row.refused?.by.includes(operation) ? [] : [{ operation, scenario }];
		}),
	);
}

/** A talk without what is new in a copy: ids and times. */
function told(turns: readonly Turn[]) {
	return turns.map(({ question, answer, state, failure, exchanges }) => ({
		question: question.content,
		answer: answer?.content ?? null,
		state,
		failure,
		calls: exchanges.map((exchange) => {
			const { operation, family, modelId, stopReason, usage, continues, answersTools } = exchange;
			return { operation, family, modelId, stopReason, usage, continues, answersTools };
		}),
	}));
}

async function fromFile(conversationId: string, format: 'outcrop' | 'har'): Promise<readonly Turn[]> {
	const { client } = bench.app;
	const scope = { conversationId, turnId: null, exchangeId: null };
	const file = await client.files.export({ scope, format, mask: false, language: 'en', words: [] });
	const base64 = Buffer.from(file.text, 'utf8').toString('base64');
	const opened = await client.files.import({ fileName: file.fileName, base64 });
	if (!('conversationId' in opened)) throw new Error(`Not opened: ${JSON.stringify(opened)}`);
	return (await client.conversations.get({ id: opened.conversationId })).turns;
}

describe.each(targets)('$family, $modelId', { timeout: 30_000 }, (target) => {
	async function run(operation: Operation, scenario: Scenario) {
		const [first] = await runCell(bench, target, operation, scenario);
		if (first === undefined) throw new Error('The cell has not run.');
		return first;
	}

	test('a talk is the same out of its own file, and out of a HAR', async () => {
		await Promise.all(
			cellsOf(target).map(async ({ operation, scenario }) => {
				const { turn } = await run(operation, scenario);
				const { turns } = await bench.app.client.conversations.get({ id: turn.conversationId });
				for (const format of ['outcrop', 'har'] as const) {
					const read = await fromFile(turn.conversationId, format);
					expect(told(read), `${operation}, ${scenario}, ${format}`).toEqual(told(turns));
				}
			}),
		);
	});

	test('a body that is sent again, edited in its white space, brings the same', async () => {
		await Promise.all(
			cellsOf(target).map(async ({ operation, scenario }) => {
				const first = await run(operation, scenario);
				const { client } = bench.app;
				const sent = Buffer.from(first.practice.requestBody).toString('utf8');
				const wish = { conversationId: first.turn.conversationId, settings: null, text: '' };
				const preview = await client.turns.preview({ ...wish, exchangeId: first.exchange.id });
				const { modelId, family } = first.exchange;
				expect(preview, `${operation}, ${scenario}`).toMatchObject({ text: sent, operation, modelId, family });

				// From a talk with another model: the body says for whom it is.
				const { id } = await client.conversations.create({
					settings: { operation: 'Converse', modelId: 'amazon.nova-lite-v1:0' },
				});
				const text = `\n ${sent.replace('{', '{ ')}\n`;
				const { id: turnId } = await client.turns.start({
					conversationId: id,
					text: '',
					body: { text, operation, modelId },
				});
				const again = await keptCall(bench, turnId);
				expect(Buffer.from(again.practice.requestBody).toString('utf8')).toBe(text);
				const { stopReason, usage } = first.exchange;
				expect(again.exchange, `${operation}, ${scenario}`).toMatchObject({ edited: true, family, stopReason, usage });
				expect(again.turn.answer?.content, `${operation}, ${scenario}`).toEqual(first.turn.answer?.content);
			}),
		);
	});
});
