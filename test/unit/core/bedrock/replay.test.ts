import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { replay } from '../../../../src/main/core/bedrock/replay.ts';

beforeEach(() => {
	vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
	vi.useRealTimers();
});

function watched(idleLimit: number) {
	const source = Object.assign(new EventEmitter(), { destroy: vi.fn() });
	const ends: (string | null)[] = [];
	replay(source, { idleLimit, length: null, piece() {}, ended: (error) => ends.push(error?.name ?? null) });
	return { source, ends };
}

test('a response may take longer than the idle limit, as long as no gap in it does', () => {
	const { source, ends } = watched(300);
	for (let i = 0; i < 10; i++) {
		vi.advanceTimersByTime(299);
		source.emit('data', Uint8Array.of(i));
	}
	expect(ends).toEqual([]);
	source.emit('end');
	expect(ends).toEqual([null]);
	expect(source.destroy).not.toHaveBeenCalled();
});

test('a gap of the idle limit ends it', () => {
	const { source, ends } = watched(300);
	vi.advanceTimersByTime(200);
	source.emit('data', Uint8Array.of(1));
	vi.advanceTimersByTime(299);
	expect(ends).toEqual([]);
	vi.advanceTimersByTime(1);
	expect(ends).toEqual(['StalledResponse']);
	expect(source.destroy).toHaveBeenCalledOnce();
});
