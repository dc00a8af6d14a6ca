import { expect, test } from 'vitest';
import type { ChatMessage } from '../../../../src/main/core/bedrock/call.ts';
import { textMessage } from '../../../../src/main/core/bedrock/call.ts';
import type { LoadAttachment } from '../../../../src/main/core/turns/history.ts';
import { messagesFor } from '../../../../src/main/core/turns/history.ts';
import type { ContentBlock } from '../../../../src/shared/model/content.ts';
import type { Message, Turn } from '../../../../src/shared/model/conversation.ts';
import type { RequestSettings } from '../../../../src/shared/model/settings.ts';
import { defaultRequestSettings } from '../../../../src/shared/model/settings.ts';
import { exchange } from '../storage/samples.ts';

function message(role: Message['role'], content: string | readonly ContentBlock[]): Message {
	const blocks: readonly ContentBlock[] = typeof content === 'string' ? [{ type: 'text', text: content }] : content;
	return { id: role, conversationId: 'c', parentId: null, role, content: [...blocks], createdAt: 0 };
}

function turn(
	question: string | readonly ContentBlock[],
	answer: string | readonly ContentBlock[] | null,
	state: Turn['state'] = 'complete',
): Turn {
	return {
		id: 't',
		conversationId: 'c',
		question: message('user', question),
		answer: answer === null ? null : message('assistant', answer),
		state,
		failure: null,
		exchanges: [],
		startedAt: 0,
		endedAt: 0,
		unsaved: false,
	};
}

function sent(
	asked: Turn,
	earlier: readonly Turn[],
	settings: Partial<RequestSettings> = {},
	load: LoadAttachment = async () => null,
): Promise<readonly ChatMessage[]> {
	return messagesFor(asked, earlier, { ...defaultRequestSettings, ...settings }, load);
}

const thought = { type: 'reasoning', text: 'Hm.', signature: 'c2ln', redacted: null } as const;
const hidden = { type: 'reasoning', text: '', signature: null, redacted: 'aGlkZGVu' } as const;
const unsigned = { type: 'reasoning', text: 'Hm?', signature: null, redacted: null } as const;

function text(words: string): ContentBlock & { type: 'text' } {
	return { type: 'text', text: words };
}

function use(id: string, input = '{"a":1}'): ContentBlock & { type: 'tool-use' } {
	return { type: 'tool-use', id, name: 'look', input };
}

function result(toolUseId: string): ContentBlock & { type: 'tool-result' } {
	return { type: 'tool-result', toolUseId, status: 'success', format: 'text', text: `Of ${toolUseId}`, by: 'person' };
}

test('the first turn sends its question', async () => {
	expect(await sent(turn('やあ', null, 'running'), [])).toEqual([textMessage('user', 'やあ')]);
});

test('answers stand between their questions, a partial one included, its white space untouched', async () => {
	expect(await sent(turn('c', null), [turn('a', 'A'), turn('b', 'B \n', 'stopped')])).toEqual([
		textMessage('user', 'a'),
		textMessage('assistant', 'A'),
		textMessage('user', 'b'),
		textMessage('assistant', 'B \n'),
		textMessage('user', 'c'),
	]);
});

test('a turn of which nobody knows what was asked is no part of the talk either', async () => {
	expect(await sent(turn('c', null), [turn('', 'A')])).toEqual([textMessage('user', 'c')]);
});

test('turns without an answer, or with a blank one, are no part of the talk', async () => {
	expect(await sent(turn('d', null), [turn('a', 'A'), turn('b', null, 'failed'), turn('c', ' \n', 'stopped')])).toEqual(
		[textMessage('user', 'a'), textMessage('assistant', 'A'), textMessage('user', 'd')],
	);
});

test('nor are turns that gave vectors, or nothing but thoughts, or uses of tools that nobody answered', async () => {
	const earlier = [
		turn('a', [{ type: 'embedding', text: 'a', values: [0.1, 0.2] }]),
		turn('b', [thought, hidden]),
		turn('c', [thought, use('1')]),
		turn('d', [use('1', '{"a":')], 'incomplete'),
	];
	expect(await sent(turn('e', null), earlier)).toEqual([textMessage('user', 'e')]);
});

test('a turn that is asked again does not send the answer that it is to replace', async () => {
	expect(await sent(turn('a', 'half an answ', 'incomplete'), [])).toEqual([textMessage('user', 'a')]);
});

test('a text that ends in half a character is sent as valid UTF-16, or every later call would be refused', async () => {
	expect(await sent(turn('b\ud83d', null), [turn('a\udc38', 'A frog \ud83d', 'interrupted')])).toEqual([
		textMessage('user', 'a\ufffd'),
		textMessage('assistant', 'A frog \ufffd'),
		textMessage('user', 'b\ufffd'),
	]);
});

test('rounds of tools are messages in turn: the uses are the assistant’s, the results the user’s', async () => {
	const answer = [
		thought,
		text('Let me look.'),
		use('1'),
		use('2'),
		result('1'),
		result('2'),
		use('3', ''),
		result('3'),
		text('So.'),
	];
	expect(await sent(turn('b', null), [turn('a', answer)])).toEqual([
		textMessage('user', 'a'),
		{ role: 'assistant', content: [thought, text('Let me look.'), use('1'), use('2')] },
		{ role: 'user', content: [result('1'), result('2')] },
		// A tool without parameters: some models stream no input at all.
		{ role: 'assistant', content: [use('3', '{}')] },
		{ role: 'user', content: [result('3')] },
		textMessage('assistant', 'So.'),
		textMessage('user', 'b'),
	]);
});

test('an id that a model gives a second time belongs to each round for itself', async () => {
	const answer = [use('0'), result('0'), use('0', '{"b":2}'), result('0'), text('So.'), use('0')];
	const talk = await sent(turn('b', null), [turn('a', answer)]);
	expect(talk.slice(1, -1)).toEqual([
		{ role: 'assistant', content: [use('0')] },
		{ role: 'user', content: [result('0')] },
		{ role: 'assistant', content: [use('0', '{"b":2}')] },
		{ role: 'user', content: [result('0')] },
		textMessage('assistant', 'So.'),
	]);
});

test.each([
	[
		'results that no answer followed',
		[text('Look: '), thought, use('1'), result('1')],
		[textMessage('assistant', 'Look: ')],
	],
	[
		'the same after a round with words',
		[use('1'), result('1'), text('And'), use('2'), result('2')],
		[
			{ role: 'assistant', content: [use('1')] },
			{ role: 'user', content: [result('1')] },
			textMessage('assistant', 'And'),
		],
	],
	[
		'a use that was cut, and what is given for it',
		[text('A'), use('1', '{"a'), result('1'), text('B')],
		[textMessage('assistant', 'A', 'B')],
	],
	[
		'one use of two without a result',
		[use('1'), use('2'), result('2'), text('B')],
		[
			{ role: 'assistant', content: [use('2')] },
			{ role: 'user', content: [result('2')] },
			textMessage('assistant', 'B'),
		],
	],
	['a result without its use', [text('A'), result('9'), text('B')], [textMessage('assistant', 'A', 'B')]],
] as const)('what would dangle is left out: %s', async (_, answer, said) => {
	const talk = await sent(turn('b', null), [turn('a', answer)]);
	expect(talk.slice(1, -1)).toEqual(said);
	expect(talk.map(({ role }) => role)).toEqual(talk.map((_one, at) => (at % 2 === 0 ? 'user' : 'assistant')));
});

test('thoughts go back as they came, but not without a signature, and not at the end of a message', async () => {
	const answer = [hidden, thought, text('A'), unsigned, text('B'), thought];
	const talk = await sent(turn('b', null), [turn('a', answer)]);
	// Texts between which nothing is sent are one text, as the model wrote it.
	expect(talk[1]).toEqual({ role: 'assistant', content: [hidden, thought, text('AB')] });
});

test('thoughts among the words of an answer stay out, or a text that was gone on with would go back in pieces', async () => {
	const pieces = [thought, text('The prac'), thought, text('tice')];
	const [, said] = await sent(turn('b', null), [turn('a', pieces)]);
	expect(said?.content).toEqual([thought, text('The practice')]);
	// What leads to the use of a tool goes back whole.
	const [, led] = await sent(turn('b', null), [turn('a', [...pieces, use('1'), result('1'), text('So.')])]);
	expect(led?.content).toEqual([...pieces, use('1')]);
});

test('thoughts go back to the model that thought them, through whatever profile, and to no other', async () => {
	const by = {
		...turn('a', [thought, text('A')]),
		exchanges: [exchange('t', 'e', { modelId: 'us.anthropic.claude-sonnet-4-6' })],
	};
	const [, same] = await sent(turn('b', null), [by], { modelId: 'global.anthropic.claude-sonnet-4-6' });
	expect(same?.content).toEqual([thought, text('A')]);
	const [, other] = await sent(turn('b', null), [by], { modelId: 'us.anthropic.claude-sonnet-5' });
	expect(other?.content).toEqual([text('A')]);
	const [, elsewhere] = await sent(turn('b', null), [by], {
		modelId: 'us.anthropic.claude-sonnet-4-6',
		connection: 'environment',
	});
	expect(elsewhere?.content).toEqual([text('A')]);
});

test('cited texts go back as the one text that they are', async () => {
	const cited = { ...text('B'), citations: [{ title: 'T', source: null, quote: null, location: null }] };
	const [, said] = await sent(turn('b', null), [turn('a', [text('A'), cited, text('C')])]);
	expect(said).toEqual(textMessage('assistant', 'ABC'));
});

test('a body that is nothing but text gets the words, in turn', async () => {
	const answer = [text('Let me look.'), use('1'), result('1'), text('So.')];
	const earlier = [turn('a', answer), turn('b', [use('1'), result('1')])];
	const settings = { operation: 'InvokeModel', modelId: 'amazon.titan-text-express-v1' } as const;
	expect(await sent(turn('c', null), earlier, settings)).toEqual([
		textMessage('user', 'a'),
		textMessage('assistant', 'Let me look.', 'So.'),
		textMessage('user', 'c'),
	]);
});

test('attached files go with their question, now and later, with their bytes', async () => {
	const block = { type: 'attachment', kind: 'image', format: 'png', name: 'frog.png', size: 2, sha256: 'ab' } as const;
	const load: LoadAttachment = async ({ sha256 }) => (sha256 === 'ab' ? new Uint8Array([1, 2]) : null);
	const file = { type: 'attachment', kind: 'image', format: 'png', name: 'frog.png', bytes: new Uint8Array([1, 2]) };
	const asked = turn([block, text('And this?')], null);
	expect(await sent(asked, [turn([block], 'A frog.')], {}, load)).toEqual([
		{ role: 'user', content: [file] },
		textMessage('assistant', 'A frog.'),
		{ role: 'user', content: [file, text('And this?')] },
	]);
	await expect(sent(turn([{ ...block, sha256: 'cd' }], null), [], {}, load)).rejects.toMatchObject({
		code: 'corrupt',
		message: 'The attached file frog.png is missing.',
	});
});
