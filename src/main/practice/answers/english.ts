import type { AnswerWords } from './answer-words.ts';

/** The answers in English. */
export const english: AnswerWords = {
	title: 'Hello from the practice endpoint',
	origin: (modelName) =>
		`This answer was made by **Outcrop’s practice endpoint** on this computer. ${modelName} was not asked, and nothing left the machine. What went over the wire is real, though: the request, its signature, and the frames in which this text arrives.`,
	asked: 'Your last message was:',
	contained: 'What the request contained',
	columns: ['Part', 'As it arrived'],
	rows: {
		operation: 'Operation',
		body: 'Body format',
		model: 'Model',
		messages: 'Messages',
		system: 'System prompt',
		others: 'Also in it',
	},
	messageCount: (user, assistant) =>
		assistant === 0 ? `${user}` : `${user + assistant} (${user} from the user, ${assistant} from the assistant)`,
	none: 'none',
	noText: '(no text)',
	nextTitle: 'Worth trying',
	next: [
		'Set **max tokens** to 20 and see why the answer stops.',
		'Ask for *500 words* to get a longer text.',
		'Change the operation and compare the two requests in the inspector.',
		'Give a word of this answer as a **stop sequence**.',
	],
	parametersTitle: 'Parameters',
	noParameters: 'No parameters were sent: the model’s own defaults apply.',
	stopTitle: 'Stop sequences',
	stop: (count) =>
		count === 1
			? 'The request sets one, and it comes right after this sentence.'
			: `The request sets ${count}, and they come right after this sentence.`,
	longTitle: 'The long part',
	longSentences: [
		'Practice text is made on this computer, word by word, and always in the same order.',
		'Under the soil lies the rock, and where the rock comes to light there is an outcrop.',
		'A token is a piece of text, and a limit on tokens is a limit on pieces.',
		'When the limit is reached the answer stops, even in the middle of a thought.',
		'The reason for the end is part of the response, so nobody has to guess it.',
		'Each frame carries its own length and two checksums, like a parcel with a weight and a seal.',
		'A question that is asked again, in the same way, gets the same answer here.',
		'Real models cost money and time, and practice costs neither.',
	],
	paragraph: (index) => `**${index}.** `,
	sentenceGap: ' ',
	quote: (text) => `“${text}”`,
};
