import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AnswerWords } from '../../../src/main/practice/answers/answer-words.ts';
import { english } from '../../../src/main/practice/answers/english.ts';
import { japanese } from '../../../src/main/practice/answers/japanese.ts';
import type { ContentBlock } from '../../../src/shared/model/content.ts';
import { families, isEmbedding } from '../../../src/shared/model/family.ts';
import type { Operation } from '../../../src/shared/model/operation.ts';
import { isStreaming, operations } from '../../../src/shared/model/operation.ts';
import { checkAnswer, checkCapture } from './check-call.ts';
import { notApplicable } from './expected/not-applicable.ts';
import { inOperation } from './in-operation.ts';
import type { Bench, CellCall } from './run-cell.ts';
import { openBench, runCell } from './run-cell.ts';
import type { Absent, Row, Rows, Scenario } from './scenarios.ts';
import { askedIn, scenarios } from './scenarios.ts';
import type { Target } from './targets.ts';
import { targets } from './targets.ts';

let bench: Bench;
beforeAll(async () => {
	bench = await openBench();
});
afterAll(() => bench.close());

function rowOf(target: Target, operation: Operation, scenario: Scenario): Row | Absent {
	return inOperation(target, operation).rows[scenario];
}

function refusedIn(target: Target, row: Row, operation: Operation): string | null {
	if (target.noStream && isStreaming(operation)) return 'The model is unsupported for streaming';
	return row.refused?.by.includes(operation) === true ? row.refused.words : null;
}

/** The end of a cell's answer, in the family's own word. */
function endOf(target: Target, operation: Operation, scenario: Scenario, row: Row): string {
	const { ends } = inOperation(target, operation);
	if (row.leftOut !== undefined) return ends.end;
	if (scenario === 'max tokens') return ends.limit;
	if (scenario === 'stop sequence') return ends.sequence;
	return scenario === 'tools' ? ends.tool : ends.end;
}

/** What an answer begins with, told by hand: practice’s title, cut by the limit of seven tokens or by the sequence. */
function beginningOf(target: Target, operation: Operation, scenario: Scenario): string {
	const { lead } = inOperation(target, operation);
	if (scenario === 'japanese') return `${lead}## 練習用エンドポイントからの回答です`;
	if (scenario === 'tools') return `${lead}The tool \`get_weather\` fits this question. I ask for it.`;
	return `${lead}## Hello from the practice endpoint`;
}

async function checkCell(
	target: Target,
	operation: Operation,
	scenario: Scenario,
	calls: readonly CellCall[],
): Promise<Answers> {
	const row = rowOf(target, operation, scenario);
	const [first, second] = calls;
	if (first === undefined || 'absent' in row) throw new Error('The cell has not run.');
	for (const call of calls) await checkCapture(bench, call, target, operation);

	expect.soft(first.body, operation).toStrictEqual(row.first);
	const { question } = askedIn(scenario, target.thinking);
	// Not as \u escapes: characters travel as themselves.
	expect.soft(Buffer.from(first.practice.requestBody).toString('utf8'), operation).toContain(question);

	for (const { preview, practice, counted, exchange } of calls) {
		if (preview !== undefined) {
			expect.soft(Buffer.from(practice.requestBody).toString('utf8'), operation).toBe(preview);
		}
		if (counted != null) {
			expect.soft(counted, operation).toMatchObject({ ok: true, inputTokens: exchange.usage?.inputTokens });
		}
	}

	const words = refusedIn(target, row, operation);
	if (words !== null) {
		expect.soft(first.turn, operation).toMatchObject({
			state: 'failed',
			answer: null,
			failure: { type: 'ValidationException', message: words, status: 400, requestId: first.practice.requestId },
		});
		return null;
	}
	const blocks = first.turn.answer?.content ?? [];
	expect.soft([first.turn.state, first.turn.failure], operation).toEqual(['complete', null]);
	const thinks = target.thinksUnasked === true || scenario === 'thoughts';
	expect
		.soft(
			blocks.map(({ type }) => type),
			operation,
		)
		.toEqual(typesIn(scenario, row, thinks));
	const seen = checkAnswer(first, blocks, target, operation, endOf(target, operation, scenario, row));
	checkWords(target, operation, scenario, row, seen);

	expect.soft(calls.length, operation).toBe(row.second === undefined ? 1 : 2);
	if (second === undefined || row.second === undefined) return [blocks];
	expect.soft(second.body, operation).toStrictEqual(row.second(seen));
	const more = scenario === 'tools' ? secondPart(second, blocks) : (second.turn.answer?.content ?? []);
	checkAnswer(second, more, target, operation, inOperation(target, operation).ends.end);
	expect
		.soft(
			more.map(({ type }) => type),
			operation,
		)
		.toEqual(thinks ? ['reasoning', 'text'] : ['text']);
	return [blocks, more];
}

/** What followed the result of a tool. The blocks before it are those of the first call, and the result the person’s. */
function secondPart({ turn }: CellCall, before: readonly ContentBlock[]): readonly ContentBlock[] {
	const content = turn.answer?.content ?? [];
	const use = before.find((block) => block.type === 'tool-use');
	expect.soft(content.slice(0, before.length + 1)).toEqual([
		...before,
		{
			type: 'tool-result',
			toolUseId: use?.id,
			status: 'success',
			format: 'text',
			text: 'Clear, 21 °C',
			by: 'person',
		},
	]);
	return content.slice(before.length + 1);
}

function typesIn(scenario: Scenario, row: Row, thinks: boolean): string[] {
	if (thinks && scenario === 'max tokens') return ['reasoning'];
	const said = scenario === 'tools' && row.leftOut === undefined ? ['text', 'tool-use'] : ['text'];
	return thinks ? ['reasoning', ...said] : said;
}

/** Holds an answer to words that are written here by hand. */
function checkWords(
	target: Target,
	operation: Operation,
	scenario: Scenario,
	row: Row,
	{ text, thoughts }: { text: string; thoughts: string },
): void {
	const { lead } = inOperation(target, operation);
	if (scenario === 'max tokens' && target.thinksUnasked === true) {
		expect.soft([thoughts, text], operation).toEqual(['The user writes: “Hello”', '']);
		return;
	}
	if (scenario === 'max tokens') {
		// A lead of its own is a token of the seven; a space belongs to what follows it.
		expect.soft(text, operation).toBe(`${lead}## Hello from the practi${lead === '\n' ? '' : 'ce'}`);
		return;
	}
	if (row.leftOut === undefined && scenario === 'stop sequence') {
		expect.soft(text, operation).toBe(`${lead}## Hello from the `);
		return;
	}
	const plain = row.leftOut === undefined ? scenario : 'plain';
	expect.soft(text.slice(0, 80), operation).toContain(beginningOf(target, operation, plain));
	if (plain === 'tools') return;
	const { question, settings } = askedIn(scenario, target.thinking);
	expect.soft(text, operation).toContain(`> ${question}\n\n`);
	if (settings.system !== undefined) expect.soft(text, operation).toContain('Be brief — “now”.');
	if (plain === 'image') expect.soft(text, operation).toContain('`png`, 70 bytes, 1 × 1 pixels');
}

/** The blocks of each call of a cell; null where it was refused. */
type Answers = readonly (readonly ContentBlock[])[] | null;

/** A row of the table in which practice describes the request, in either language. */
function tableRow(name: keyof AnswerWords['rows']): RegExp {
	return new RegExp(`^\\| (${english.rows[name]}|${japanese.rows[name]}) \\|.*\\n`, 'm');
}

/** Blocks without what tells of the call by which they came: practice describes the request that it answers. */
function alike(answers: Answers, format: 'same body' | 'other body'): unknown {
	return JSON.parse(
		JSON.stringify(answers, (key, value: unknown) => {
			if (typeof value !== 'string') return value;
			if (format === 'other body' && (key === 'id' || key === 'toolUseId')) return 'id';
			const same = value.replace(tableRow('operation'), '');
			if (format === 'same body') return same;
			// DeepSeek-R1 ends its thoughts with a line break in its own body.
			return same
				.replace(tableRow('body'), '')
				.replace(tableRow('others'), '')
				.replace(/```json\n[\s\S]*?\n```/g, 'parameters')
				.trim();
		}),
	);
}

describe.each(targets)('$family, $modelId', { timeout: 30_000 }, (target) => {
	/** All of its cells run at the same time; each test waits for its own. */
	const cells = new Map<string, Promise<readonly CellCall[]>>();
	const nameOf = (operation: Operation, scenario: Scenario) => `${operation}, ${scenario}`;
	beforeAll(() => {
		for (const operation of operations) {
			for (const scenario of scenarios) {
				if ('absent' in rowOf(target, operation, scenario)) continue;
				const cell = runCell(bench, target, operation, scenario);
				cell.catch(() => {});
				cells.set(nameOf(operation, scenario), cell);
			}
		}
	});

	test.each(scenarios)('%s', async (scenario) => {
		const answers = new Map<Operation, Answers>();
		for (const operation of operations) {
			const calls = await cells.get(nameOf(operation, scenario));
			if (calls !== undefined) answers.set(operation, await checkCell(target, operation, scenario, calls));
		}
		const same = (one: Operation, other: Operation, format: 'same body' | 'other body') => {
			const [a = null, b = null] = [answers.get(one), answers.get(other)];
			if (a !== null && b !== null) {
				expect.soft(alike(a, format), `${one}, ${other}`).toEqual(alike(b, format));
			}
		};
		same('Converse', 'ConverseStream', 'same body');
		same('InvokeModel', 'InvokeModelWithResponseStream', 'same body');
		const row = rowOf(target, 'InvokeModel', scenario);
		// A lead is a token, so that the two are cut elsewhere.
		const isCut = scenario === 'max tokens';
		if (!('absent' in row) && row.leftOut === undefined && !isCut) same('Converse', 'InvokeModel', 'other body');
	});
});

test('every family has its row', () => {
	expect(new Set(targets.map(({ family }) => family))).toEqual(new Set(families.filter((one) => !isEmbedding(one))));
});

test('what does not apply is told, with its reason', () => {
	const told = targets.flatMap(({ modelId, family, converse, native }) =>
		[
			['Converse', converse],
			[family, native],
		].flatMap(([format, rows]) =>
			scenarios.flatMap((scenario) => {
				const row = (rows as Rows)[scenario];
				const reason = 'absent' in row ? row.absent : row.leftOut;
				return reason === undefined ? [] : [`${modelId}, ${format}: ${scenario}: ${reason}`];
			}),
		),
	);
	expect(told).toEqual(notApplicable);
});
