import { onTestFinished } from 'vitest';
import type { Call, CallEnd, CallSink } from '../../../../src/main/core/bedrock/call.ts';
import { createConversations } from '../../../../src/main/core/conversations/conversations.ts';
import type { Store } from '../../../../src/main/core/storage/store.ts';
import { createTurns } from '../../../../src/main/core/turns/turns.ts';
import type { ContinuationSettings } from '../../../../src/shared/model/app-settings.ts';
import { defaultAppSettings } from '../../../../src/shared/model/app-settings.ts';
import type { Turn } from '../../../../src/shared/model/conversation.ts';
import type { RequestSettings } from '../../../../src/shared/model/settings.ts';
import { defaultRequestSettings } from '../../../../src/shared/model/settings.ts';
import { openTestStore } from '../storage/samples.ts';

/** A call that does what the test says, and ends when it says so or when it is stopped. */
interface ScriptedCall {
	readonly call: Call;
	readonly sink: CallSink;
	end(end?: CallEnd): void;
	/** Rejects, which no call does but by a defect. */
	fail(error: Error): void;
}

const complete: CallEnd = { state: 'complete', failure: null };

/** Turns and conversations over a store in memory, parts of which a test may replace. */
export async function hub(
	replace: (store: Store) => Partial<Store> = () => ({}),
	settings: {
		readonly continuation?: ContinuationSettings;
		readonly request?: Partial<RequestSettings>;
		/** After so many ids there is none: a defect. */
		readonly lastId?: number;
	} = {},
) {
	const memory = openTestStore();
	const store: Store = { ...memory, ...replace(memory) };
	const calls: ScriptedCall[] = [];
	const errors: string[] = [];
	const clock = { now: () => 1000, monotonic: () => 0 };
	let ids = 0;
	const newId = () => {
		ids += 1;
		if (ids > (settings.lastId ?? ids)) throw new RangeError('No more ids');
		return `id-${ids}`;
	};
	const turns = createTurns({
		store,
		clock,
		newId,
		log: { info() {}, warn() {}, error: (message, error) => errors.push(`${message}: ${error}`) },
		continuation: () => settings.continuation ?? defaultAppSettings.continuation,
		began: () => {},
		changed: () => {},
		call: (call, sink, signal) =>
			new Promise((resolve, fail) => {
				signal.addEventListener('abort', () => resolve({ state: 'stopped', failure: null }));
				calls.push({ call, sink, end: (end = complete) => resolve(end), fail });
			}),
	});
	const conversations = createConversations({
		store,
		turns,
		clock,
		newId,
		defaults: () => ({ ...defaultRequestSettings, ...settings.request }),
		changed: () => {},
	});
	onTestFinished(() => turns.close());
	const { id } = await conversations.create({});
	return { memory, turns, conversations, calls, errors, id };
}

/** Asks, where nothing stands in the way. */
export async function begin(turns: { start(id: string, text: string): Promise<unknown> }, id: string, text: string) {
	const started = await turns.start(id, text);
	if (!isStarted(started)) throw new Error(`Not started: ${JSON.stringify(started)}`);
	return started.turn;
}

export function isStarted(value: unknown): value is { turn: Turn } {
	return typeof value === 'object' && value !== null && 'turn' in value;
}

/** Until the turn has ended, and what was told of it. */
export async function toEnd(turns: Awaited<ReturnType<typeof hub>>['turns'], turnId: string, after = 0) {
	const events = await turns.watch(turnId, after);
	if (events === null) throw new Error('There is no such turn');
	const all = await Array.fromAsync(events);
	const last = all.at(-1);
	if (last?.type !== 'ended') throw new Error('The watch ended without the end');
	return { all, turn: last.turn };
}
