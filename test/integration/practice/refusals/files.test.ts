import { expect, it } from 'vitest';
import { assistant, CLAUDE, user } from '../support/ask.ts';
import { PNG, pngOf } from '../support/pictures.ts';
import { practiceForTests } from '../support/practice-for-tests.ts';
import type { RefusedCall } from '../support/refused.ts';
import { answerTo, FROM_MODEL, itRefuses } from '../support/refused.ts';

const practice = practiceForTests();

const image = (data: string, format = 'png') => ({ image: { format, source: { bytes: data } } });
const file = (name: string, more: object = {}) => ({
	document: { format: 'txt', name, source: { bytes: Buffer.from('text').toString('base64') }, ...more },
});

const files: readonly RefusedCall[] = [
	[
		'a document’s name',
		CLAUDE,
		{ messages: [user({ text: 'Hi' }, file('notes.txt'))] },
		"The document file name can only contain alphanumeric characters, whitespace characters, hyphens, parentheses, and square brackets. The name can't contain more than one consecutive whitespace character. Check that the file name conforms to these restrictions and retry your request.",
	],
	[
		'two documents of one name',
		CLAUDE,
		{
			messages: [user({ text: 'Hi' }, file('notes')), assistant({ text: 'Yes' }), user({ text: 'Hi' }, file('notes'))],
		},
		"Messages can't contain duplicate document names. Rename the document and retry your request.",
	],
	[
		'six documents',
		CLAUDE,
		{ messages: [user({ text: 'Hi' }, ...['a', 'b', 'c', 'd', 'e', 'f'].map((name) => file(name)))] },
		"You can't include more than 5 documents in a request. Remove some documents and retry your request.",
	],
	[
		'a search result of the assistant',
		CLAUDE,
		{
			messages: [
				user({ text: 'Hi' }),
				assistant({ searchResult: { source: 'a', title: 'b', content: [{ text: 'c' }] } }),
				user({ text: 'Hi' }),
			],
		},
		"This model doesn't support the searchResult field for assistant messages. Remove searchResult and try again.",
	],
	[
		'a document alone',
		CLAUDE,
		{ messages: [user(file('notes'))] },
		'A text block must be included when using documents.',
	],
	[
		'a format that is none',
		CLAUDE,
		{ messages: [user({ text: 'Hi' }, image(pngOf(1), 'bmp'))] },
		"1 validation error detected: Value 'bmp' at 'messages.1.member.content.2.member.image.format' failed to satisfy constraint: Member must satisfy enum value set: [gif, jpeg, png, webp]",
	],
	[
		'an image that is none',
		CLAUDE,
		{ messages: [user(image(Buffer.from('no image').toString('base64')))] },
		`${FROM_MODEL}Could not process image`,
	],
	[
		'an image of another format',
		CLAUDE,
		{ messages: [user({ text: 'Hi' }, image(pngOf(1), 'jpeg'))] },
		`${FROM_MODEL}messages.0.content.1.image.source.base64: The image was specified using the image/jpeg media type, but the image appears to be a image/png image`,
	],
	[
		'an image of too many pixels',
		CLAUDE,
		{ messages: [user(image(pngOf(8001)))] },
		`${FROM_MODEL}messages.0.content.0.image.source.base64.data: At least one of the image dimensions exceed max allowed size: 8000 pixels`,
	],
	[
		'an image of too many bytes',
		CLAUDE,
		{ messages: [user(image(Buffer.concat([PNG, Buffer.alloc(4_000_000)]).toString('base64')))] },
		`${FROM_MODEL}messages.0.content.0.image.source.base64: image exceeds 5 MB maximum: 5333428 bytes > 5242880 bytes`,
	],
	[
		'more than twenty images',
		CLAUDE,
		{ messages: [user(...Array.from({ length: 21 }, () => image(pngOf(1))))] },
		"You can't include more than 20 images in a request. Remove some images and retry your request.",
	],
	[
		'a video',
		CLAUDE,
		{ messages: [user({ text: 'Hi' }, { video: { format: 'mp4', source: { bytes: 'AAAA' } } })] },
		"This model doesn't support the video field for user messages. Remove video and try again.",
	],
	[
		'a document for a model that reads none',
		'amazon.nova-micro-v1:0',
		{ messages: [user({ text: 'Hi' }, file('notes'))] },
		"This model doesn't support the document field for user messages. Remove document and try again.",
	],
	[
		'a document of too many bytes',
		CLAUDE,
		{ messages: [user({ text: 'Hi' }, file('notes', { source: { text: 'a'.repeat(4_718_593) } }))] },
		'The document exceeds the maximum document size of 4.5 MB. Reduce its size and retry your request.',
	],
];

itRefuses(practice, ['converse'], files);

it('takes underscores in a document’s name, and no wide space', async () => {
	const statusOf = async (name: string) => {
		const body = { messages: [user({ text: 'Hi' }, file(name))] };
		return (await answerTo(practice.server, CLAUDE, 'converse', body)).status;
	};
	expect(await statusOf('my_notes (1) [a]-b')).toBe(200);
	expect(await statusOf('my\u3000notes')).toBe(400);
	expect(await statusOf('my  notes')).toBe(400);
});
