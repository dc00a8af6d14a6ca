import { ORPCError } from '@orpc/client';
import { expect, test } from 'vitest';
import { startPractice } from '../../../src/main/practice/practice-server.ts';
import { openTestApp, temporaryFolder, watchTurn } from '../../helpers/test-app.ts';

const haiku = 'us.anthropic.claude-haiku-4-5-20251001-v1:0';
const columns = [
	{ modelId: haiku, operation: 'InvokeModelWithResponseStream' as const },
	{ modelId: 'amazon.nova-lite-v1:0', operation: 'ConverseStream' as const },
	{ modelId: 'amazon.titan-text-express-v1', operation: 'InvokeModel' as const },
];

test('the columns of a comparison are asked at once, and each is answered by its own model', async () => {
	await using folder = await temporaryFolder();
	const practice = await startPractice();
	const app = await openTestApp(folder.path, practice);
	const made = await app.client.comparisons.create({ columns });
	const turns = await Promise.all(
		made.map(({ id }) => app.client.turns.start({ conversationId: id, text: 'What is basalt?' })),
	);
	const ended = await Promise.all(turns.map(async ({ id }) => (await (await watchTurn(app, id)).until('ended')).turn));
	expect(
		ended.map(({ state, exchanges }) => [state, exchanges.map(({ modelId, operation }) => ({ modelId, operation }))]),
	).toEqual(columns.map((column) => ['complete', [column]]));
	const list = await app.client.conversations.list();
	expect(new Set(list.map(({ title, comparison }) => `${title} ${comparison?.id}`)).size).toBe(1);
	await app.close();

	// Over a restart, too.
	const again = await openTestApp(folder.path, practice);
	const places = (await again.client.conversations.list()).map(({ comparison }) => comparison?.position);
	expect(places.toSorted()).toEqual([0, 1, 2]);
	await again.close();
	await practice.close();
});

test('removing a comparison stops what runs in it; it comes back with what had arrived', async () => {
	await using folder = await temporaryFolder();
	const practice = await startPractice();
	practice.faults.arm({ kind: 'stalled-stream', afterFrames: 12 });
	const app = await openTestApp(folder.path, practice);
	const [first, second] = await app.client.comparisons.create({ columns });
	const id = first?.comparison?.id ?? '';
	const turn = await app.client.turns.start({ conversationId: second?.id ?? '', text: 'What is basalt?' });
	const watch = await watchTurn(app, turn.id);
	await watch.until('text');
	await app.client.comparisons.remove({ id });
	expect(await app.client.conversations.list()).toEqual([]);
	expect((await watch.until('ended')).turn.state).toBe('stopped');
	await app.client.comparisons.restore({ id });
	expect(await app.client.conversations.list()).toHaveLength(3);
	const [kept] = (await app.client.conversations.get({ id: second?.id ?? '' })).turns;
	expect(kept?.answer?.content).not.toEqual([]);

	const gone = await app.client.comparisons.rename({ id: 'none', title: 'x' }).catch((error: unknown) => error);
	expect(gone instanceof ORPCError && gone.code).toBe('NOT_FOUND');
	await app.close();
	await practice.close();
});

test('a comparison has two to four columns', async () => {
	await using folder = await temporaryFolder();
	const practice = await startPractice();
	const app = await openTestApp(folder.path, practice);
	const [one = {}] = columns;
	for (const count of [1, 5]) {
		const error = await app.client.comparisons
			.create({ columns: Array(count).fill(one) })
			.catch((reason: unknown) => reason);
		expect(error).toMatchObject({ code: 'BAD_REQUEST' });
	}
	expect(await app.client.conversations.list()).toEqual([]);
	await app.close();
	await practice.close();
});
