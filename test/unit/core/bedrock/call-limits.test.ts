import { expect, test } from 'vitest';
import { callLimits } from '../../../../src/main/core/bedrock/call-limits.ts';
import { defaultAppSettings } from '../../../../src/shared/model/app-settings.ts';

const { calls } = defaultAppSettings;

test('a call has the limits of the settings, in milliseconds', () => {
	const settings = { attempts: 5, connectSeconds: 4, firstByteSeconds: 60, idleSeconds: 30, totalSeconds: 120 };
	expect(callLimits(settings, true)).toEqual({
		attempts: 5,
		connect: 4000,
		firstByte: 60_000,
		idle: 30_000,
		total: 120_000,
	});
});

test('by default there is time for a model that thinks long, and no limit for the whole', () => {
	expect(callLimits(calls, true)).toEqual({
		attempts: 3,
		connect: 10_000,
		firstByte: 300_000,
		idle: 300_000,
		total: null,
	});
});

test('an answer in one piece has an hour to begin, or longer where the settings say so', () => {
	expect(callLimits(calls, false).firstByte).toBe(3_600_000);
	expect(callLimits({ ...calls, firstByteSeconds: 7200 }, false).firstByte).toBe(7_200_000);
	expect(callLimits({ ...calls, firstByteSeconds: null }, false).firstByte).toBeNull();
	expect(callLimits({ ...calls, firstByteSeconds: null }, true).firstByte).toBeNull();
});
