import { describe, expect, test } from 'vitest';
import { promptOf } from '../../../src/main/practice/prompt.ts';
import { wishedFault } from '../../../src/main/practice/wished-fault.ts';

const parameters = { maxTokens: null, temperature: null, topP: null, topK: null, stopSequences: null };

function kindOf(text: string, attempt: string | null = 'attempt=1; max=3'): string | null {
	const prompt = promptOf({
		turns: [{ role: 'user', text, attachments: [] }],
		system: null,
		parameters,
		sent: {},
		extras: [],
	});
	const drawn = wishedFault(prompt, attempt === null ? {} : { 'amz-sdk-request': attempt });
	return drawn === null ? null : drawn.fault.kind;
}

describe('a fault that a question asks for', () => {
	test.each([
		['error: ThrottlingException', 'throttled'],
		['Error：throttlingexception.', 'throttled'],
		['エラー：ServiceUnavailableException', 'service-unavailable'],
		['error: InternalServerException', 'internal-error'],
		['  error: connection reset  ', 'connection-reset'],
		['エラー: broken stream × 1', 'cut-stream'],
		['error: slow start', 'slow-first-byte'],
	])('%s', (text, kind) => {
		expect(kindOf(text)).toBe(kind);
	});

	test.each([
		'error: NoSuchException',
		'ThrottlingException',
		'Why did I get this? error: ThrottlingException',
		'error: ThrottlingException\nat Object.deserialize',
		'error: constructor',
	])('is none where it says more, or names nothing: %s', (text) => {
		expect(kindOf(text)).toBe(null);
	});

	test('is for the first attempts of a call where it says of how many', () => {
		const kinds = [1, 2, 3].map((attempt) => kindOf('error: ThrottlingException × 2', `attempt=${attempt}; max=3`));
		expect(kinds).toEqual(['throttled', 'throttled', null]);
		expect(kindOf('error: ThrottlingException x1', null)).toBe('throttled');
		expect(kindOf('error: ThrottlingException', 'attempt=9; max=9')).toBe('throttled');
	});
});
