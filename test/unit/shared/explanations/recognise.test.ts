import { expect, test } from 'vitest';
import { recognise } from '../../../../src/shared/explanations/recognise.ts';

test.each(['a', '_', "Value '", 'messages.0.', ' '])(
	'a text of 500,000 characters of %j is known in no time',
	(text) => {
		const message = text.repeat(500_000 / text.length);
		expect(recognise({ type: 'ValidationException', message, systemCode: null })?.code).toBe('validation');
	},
);

test('what stands around a long value that is repeated is known', () => {
	const message = `1 validation error detected: Value '${'岩'.repeat(500_000)}' at 'outputConfig.effort' failed to satisfy constraint: Member must satisfy enum value set: [low, medium, high]`;
	const short = message.replace(/岩+/, 'extreme');
	const known = recognise({ type: 'ValidationException', message: short, systemCode: null });
	expect(known?.code).not.toBe('validation');
	expect(recognise({ type: 'ValidationException', message, systemCode: null })).toEqual(known);
});
