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
	thoughts: (question, messages, tools) =>
		[
			`The user writes: “${firstLine(question)}”. The talk has ${messages === 1 ? 'one message' : `${messages} messages`}.`,
			tools.length > 0
				? `I am offered a tool that fits, so I ask for ${tools.join(' and ')} and wait for the result.`
				: 'I have no model to ask, so I describe what arrived and say where this comes from.',
			'These thoughts are practice, too: they are made on this computer, and always the same.',
		].join(' '),
	moreThoughts:
		' I was asked to think hard, so I look once more: is there a system prompt, are there files, are there limits? A real model would weigh several answers here and throw most of them away. Each of these words is an output token, and is paid for like the words of the answer.',
	toolIntro: (names) =>
		names.length === 1
			? `The tool \`${names[0]}\` fits this question. I ask for it.`
			: `The tools ${names.map((name) => `\`${name}\``).join(' and ')} fit this question. I ask for ${names.length === 2 ? 'both' : 'them all'}.`,
	resultsTitle: 'What the tools gave back',
	result: (name) => `\`${name}\` gave:`,
	failed: (name) => `\`${name}\` failed, and said why:`,
	filesTitle: 'Files',
	searchTitle: 'Search results',
	file: (kind, name, details) =>
		`${{ image: 'Image', document: 'Document', video: 'Video', audio: 'Audio' }[kind]}${name === null ? '' : ` “${name}”`}: ${details.join(', ')}`,
	bytes: (count) => `${count.toLocaleString('en-US')} ${count === 1 ? 'byte' : 'bytes'}`,
	pixels: (width, height) => `${width} × ${height} pixels`,
	inS3: 'in S3, where practice does not look',
	beginsWith: (text) => `begins with “${text}”`,
	cited: (name, quote) => `In ${name === null ? 'the document' : `“${name}”`} stands: “${quote}”`,
	wished: (reason) =>
		`The question asks for the stop reason \`${reason}\`, and this practice answer ends with it. A real model would break off for a reason of its own.`,
};

function firstLine(question: string): string {
	const line = question.trim().split('\n')[0] ?? '';
	const characters = [...line];
	return characters.length <= 80 ? line : `${characters.slice(0, 80).join('')}…`;
}
