import type { Prompt } from '../prompt.ts';
import type { ToolOffer } from '../prompt-parts.ts';
import { questionOf, resultsOf } from '../question.ts';
import { arithmeticIn } from './arithmetic.ts';

/** Parts of tools' names that say nothing of what they are about. */
const EMPTY_WORDS = new Set(
	'get set list find fetch search look lookup up the a an of for by to in on tool query call do run make current check api info data read'.split(
		' ',
	),
);

/** What a tool's name speaks of, and how a question asks for it. */
const TOPICS: readonly { readonly tool: RegExp; readonly asks: (question: string) => boolean }[] = [
	{ tool: /calc|math|arithm|compute/i, asks: (question) => arithmeticIn(question) !== null || /計算/.test(question) },
	{
		tool: /time|clock|date|today|now/i,
		asks: (question) => /\btime\b|\btoday\b|\bdate\b|何時|時刻|日時|何日|何曜日|日付/i.test(question),
	},
	{
		tool: /weather|forecast|temperature|climate/i,
		asks: (question) => /weather|forecast|天気|気温|天候/i.test(question),
	},
];

/** The tools that the model asks for, in the order of the request. `forced`: the request left it no choice. */
export function chooseTools(prompt: Prompt): { readonly tools: readonly ToolOffer[]; readonly forced: boolean } {
	const { tools = [], choice = { type: 'none' }, single = false } = prompt.tools ?? {};
	const question = questionOf(prompt);
	const asked = tools.filter((tool) => isAskedFor(tool, question)).slice(0, single ? 1 : tools.length);
	switch (choice.type) {
		case 'none':
			return { tools: [], forced: false };
		case 'tool':
			return { tools: tools.filter(({ name }) => name === choice.name).slice(0, 1), forced: true };
		case 'any':
			return { tools: asked.length > 0 ? asked : tools.slice(0, 1), forced: true };
		case 'auto':
			return { tools: resultsOf(prompt).length > 0 ? [] : asked, forced: false };
	}
}

function isAskedFor({ name }: ToolOffer, question: string): boolean {
	if (question.toLowerCase().includes(name.toLowerCase())) return true;
	if (TOPICS.some(({ tool, asks }) => tool.test(name) && asks(question))) return true;
	return wordsOf(name).some((word) => new RegExp(String.raw`\b${word}(?:s|es)?\b`, 'i').test(question));
}

/** The words of `get_weather`, `getWeather` and `get-weather` that say what it is about: `weather`. */
function wordsOf(name: string): readonly string[] {
	const words = name
		.replace(/([a-z0-9])([A-Z])/g, '$1 $2')
		.toLowerCase()
		.split(/[^a-z0-9]+/)
		.filter((word) => word.length > 2);
	return words.filter((word) => !EMPTY_WORDS.has(word)).map((word) => word.replace(/(?<=...)s$/, ''));
}
