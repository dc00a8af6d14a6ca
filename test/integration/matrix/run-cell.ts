import type { PracticeExchange } from '../../../src/main/practice/exchange-log.ts';
import type { PracticeServer } from '../../../src/main/practice/practice-server.ts';
import { startPractice } from '../../../src/main/practice/practice-server.ts';
import { toolsWaiting } from '../../../src/shared/answers/can-continue.ts';
import type { TokenCount } from '../../../src/shared/model/body-preview.ts';
import type { Turn } from '../../../src/shared/model/conversation.ts';
import type { Exchange } from '../../../src/shared/model/exchange.ts';
import type { Operation } from '../../../src/shared/model/operation.ts';
import type { TestApp } from '../../helpers/test-app.ts';
import { openTestApp, temporaryFolder, watchTurn } from '../../helpers/test-app.ts';
import type { Scenario } from './scenarios.ts';
import { askedIn, RESULT } from './scenarios.ts';
import type { Target } from './targets.ts';

/** One app and one practice endpoint for all cells. */
export interface Bench {
	readonly app: TestApp;
	readonly practice: PracticeServer;
	/** What practice received and sent, by the id that it told. */
	readonly seen: ReadonlyMap<string, PracticeExchange>;
	close(): Promise<void>;
}

export async function openBench(options: Parameters<typeof startPractice>[0] = {}): Promise<Bench> {
	const folder = await temporaryFolder();
	const practice = await startPractice(options);
	const seen = new Map<string, PracticeExchange>();
	practice.onExchange((exchange) => seen.set(exchange.requestId, exchange));
	const app = await openTestApp(folder.path, practice);
	return {
		app,
		practice,
		seen,
		async close() {
			await app.close();
			await practice.close();
			await folder[Symbol.asyncDispose]();
		},
	};
}

/** One call of a cell: what the app kept of it, and what the service says. */
export interface CellCall {
	/** The turn as it is kept after the call. */
	readonly turn: Turn;
	readonly exchange: Exchange;
	readonly practice: PracticeExchange;
	readonly body: unknown;
	/** The body that was told before it was sent; not of what gives results to a model. */
	readonly preview?: string;
	/** What CountTokens said of it; null for models that have no counting. */
	readonly counted?: TokenCount | null;
}

/** Runs a cell through the whole app. Gives its calls, in their order. */
export async function runCell(
	bench: Bench,
	target: Target,
	operation: Operation,
	scenario: Scenario,
): Promise<readonly CellCall[]> {
	const { client } = bench.app;
	const { settings, question, attachments, next } = askedIn(scenario, target.thinking);
	const { id } = await client.conversations.create({
		settings: { operation, modelId: target.modelId, ...settings },
	});
	const start = async (text: string, files: typeof attachments) => {
		const wish = { conversationId: id, settings: null, text, attachments: files, exchangeId: null };
		const preview = await client.turns.preview(wish);
		const counted = target.family === 'claude-messages' ? await client.turns.countTokens(wish) : null;
		const { id: turnId } = await client.turns.start({ conversationId: id, text, attachments: files });
		return { ...(await keptCall(bench, turnId)), preview: preview.text, counted };
	};
	const first = await start(question, attachments);
	if (next === null || first.turn.state !== 'complete') return [first];
	if (next === 'And then?') return [first, await start(next, [])];
	const waiting = toolsWaiting(first.turn);
	if (waiting.length === 0) return [first];
	const results = waiting.map(
		({ id: toolUseId }) => ({ toolUseId, status: 'success', format: 'text', text: RESULT }) as const,
	);
	await client.turns.answerTools({ turnId: first.turn.id, results });
	return [first, await keptCall(bench, first.turn.id)];
}

/** The last call of a turn, as it is kept when the turn has ended. */
export async function keptCall({ app, seen }: Bench, turnId: string): Promise<CellCall> {
	const { turn: ended } = await (await watchTurn(app, turnId)).until('ended');
	const { turns } = await app.client.conversations.get({ id: ended.conversationId });
	const turn = turns.find(({ id }) => id === turnId);
	const summary = turn?.exchanges.at(-1);
	if (turn === undefined || summary === undefined) throw new Error('The turn is not kept.');
	const practice = seen.get(summary.requestId ?? '');
	if (practice === undefined) throw new Error(`Practice has not seen ${JSON.stringify(summary)}.`);
	const exchange = await app.client.exchanges.get({ exchangeId: summary.id });
	return { turn, exchange, practice, body: JSON.parse(Buffer.from(practice.requestBody).toString('utf8')) };
}
