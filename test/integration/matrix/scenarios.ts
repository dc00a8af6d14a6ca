import type { AttachedFile } from '../../../src/shared/model/attached-file.ts';
import type { Operation } from '../../../src/shared/model/operation.ts';
import type { RequestSettingsPatch } from '../../../src/shared/model/settings.ts';

/** What each target is asked. `stopped` has a file of its own, because its endpoint must not answer to the end. */
export const scenarios = [
	'plain',
	'system',
	'multi-turn',
	'japanese',
	'stop sequence',
	'max tokens',
	'tools',
	'image',
	'thoughts',
] as const;
export type Scenario = (typeof scenarios)[number];

/** The smallest picture there is: one transparent pixel. */
const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** What the person gives back for the tool. */
export const RESULT = 'Clear, 21 °C';

interface Asked {
	readonly settings: RequestSettingsPatch;
	readonly question: string;
	readonly attachments: AttachedFile[];
	/** What follows when the answer is there: a further question, or the result of the tool that it asks for. */
	readonly next: 'And then?' | 'the result' | null;
}

const hello: Asked = { settings: { maxTokens: 2000 }, question: 'Hello', attachments: [], next: null };

/** How a scenario is asked; `thinking` are the settings with which this model thinks. */
export function askedIn(scenario: Scenario, thinking: RequestSettingsPatch): Asked {
	switch (scenario) {
		case 'plain':
			return hello;
		case 'system':
			return { ...hello, settings: { ...hello.settings, system: 'Be brief — “now”.' } };
		case 'multi-turn':
			return { ...hello, next: 'And then?' };
		case 'japanese':
			return { ...hello, question: 'カエルの俳句 🐸 を作ってください' };
		case 'stop sequence':
			return { ...hello, settings: { ...hello.settings, stopSequences: ['practice'] } };
		case 'max tokens':
			return { ...hello, settings: { maxTokens: 7 } };
		case 'tools':
			return {
				settings: { ...hello.settings, tools: [weather] },
				question: 'What is the weather in Kyoto?',
				attachments: [],
				next: 'the result',
			};
		case 'image': {
			const picture = { name: '図 1.png', kind: 'image', format: 'png', base64: PIXEL } as const;
			return { ...hello, question: 'What is this?', attachments: [picture] };
		}
		case 'thoughts':
			return { ...hello, settings: { ...hello.settings, ...thinking }, next: 'And then?' };
	}
}

const weather: NonNullable<RequestSettingsPatch['tools']>[number] = {
	name: 'get_weather',
	description: 'The weather in a city',
	inputSchema: '{"type":"object","properties":{"city":{"type":"string"}},"required":["city"]}',
	strict: null,
	builtIn: null,
};

/** A body as JSON. */
export type Body = Readonly<Record<string, unknown>>;

/** What the second body of a cell has of the first answer, as it stands in the bytes that the service sent. */
export interface Seen {
	readonly text: string;
	readonly thoughts: string;
	readonly signature: string;
	readonly toolUseId: string;
}

/** What a cell is to be. */
export interface Row {
	readonly first: Body;
	readonly second?: (seen: Seen) => Body;
	/** Why the scenario's setting is not in the body: then the answer is that of a plain question. */
	readonly leftOut?: string;
	/** The words with which the service refuses the request, in some operations or in all. */
	readonly refused?: { readonly words: string; readonly by: readonly Operation[] };
}

/** A scenario that is not asked, and why. */
export interface Absent {
	readonly absent: string;
}

/** A row for every scenario: leaving one out is a type error. */
export type Rows = Readonly<Record<Scenario, Row | Absent>>;
