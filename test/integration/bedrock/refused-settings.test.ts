import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PracticeServer } from '../../../src/main/practice/practice-server.ts';
import { startPractice } from '../../../src/main/practice/practice-server.ts';
import { catalogue } from '../../../src/shared/catalogue.ts';
import type { CatalogueModel } from '../../../src/shared/model/model-entry.ts';
import type { RequestSettings } from '../../../src/shared/model/settings.ts';
import { defaultRequestSettings } from '../../../src/shared/model/settings.ts';
import { refusedSettings } from '../../../src/shared/requests/refused-settings.ts';
import type { TestApp } from '../../helpers/test-app.ts';
import { ask, openTestApp, temporaryFolder } from '../../helpers/test-app.ts';

let practice: PracticeServer;
let app: TestApp;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;

beforeAll(async () => {
	folder = await temporaryFolder();
	practice = await startPractice({ pace: 'none' });
	app = await openTestApp(folder.path, practice);
});

afterAll(async () => {
	await app.close();
	await practice.close();
	await folder[Symbol.asyncDispose]();
});

const tool = {
	name: 'look',
	description: 'Looks',
	inputSchema: '{"type":"object","properties":{}}',
	strict: null,
	builtIn: null,
};
const schema = '{"type":"object","properties":{"a":{"type":"string"}},"required":["a"],"additionalProperties":false}';

/** The practice endpoint has a limit of its own where the catalogue knows none. */
const TOO_MANY = 'too many tokens';

/** What is set, as a person would: each for itself, and those that do not go together. */
const cases: Readonly<Record<string, Partial<RequestSettings>>> = {
	nothing: {},
	temperature: { temperature: 0.5 },
	'top p': { topP: 0.9 },
	'temperature and top p': { temperature: 0.5, topP: 0.9 },
	[TOO_MANY]: { maxTokens: 900_000 },
	system: { system: 'Be brief.' },
	'a budget': { reasoning: { mode: 'budget', budgetTokens: 1024 }, maxTokens: 2000 },
	'a small budget': { reasoning: { mode: 'budget', budgetTokens: 1000 }, maxTokens: 2000 },
	'a budget as large as max tokens': { reasoning: { mode: 'budget', budgetTokens: 2000 }, maxTokens: 2000 },
	'a budget with temperature': { reasoning: { mode: 'budget', budgetTokens: 1024 }, maxTokens: 2000, temperature: 0.5 },
	'a budget with top k': { reasoning: { mode: 'budget', budgetTokens: 1024 }, maxTokens: 2000, topK: 5 },
	'high effort': { effort: 'high' },
	'the most effort': { effort: 'max' },
	adaptive: { reasoning: { mode: 'adaptive', display: 'summarized' } },
	'thinking off': { reasoning: { mode: 'disabled' } },
	'low effort': { effort: 'low' },
	tools: { tools: [tool] },
	'any tool': { tools: [tool], toolChoice: { type: 'any' } },
	'any tool while it thinks': {
		tools: [tool],
		toolChoice: { type: 'any' },
		reasoning: { mode: 'budget', budgetTokens: 1024 },
		maxTokens: 2000,
	},
	'a tool that is not there': { tools: [tool], toolChoice: { type: 'tool', name: 'gone' } },
	'a name of two words': { tools: [{ ...tool, name: 'two words' }] },
	'a name twice': { tools: [tool, tool] },
	'a cache point': { cache: { system: false, tools: false, messages: true, ttl: null } },
	'a schema': { outputSchema: { schema, name: '', description: '' } },
	variables: { promptVariables: { a: 'b' } },
	metadata: { requestMetadata: { team: '岩' } },
};

/** One model of each kind: what refusals depend on. */
const models = [
	...new Map(
		catalogue
			.filter(({ outputs }) => outputs.includes('text'))
			.map((model) => {
				const { family, system, sampling, thinking, tools, toolsInStream, forcedTools, caching, structuredOutput } =
					model;
				const kind = [family, system, sampling, thinking, tools, toolsInStream, forcedTools, caching, structuredOutput];
				return [kind.join(), model] as const;
			}),
	).values(),
];

test.each([
	{ operation: 'Converse', fits: () => true },
	// The same but for tools.
	{ operation: 'ConverseStream', fits: (name: string) => name.includes('tool') },
	// What the endpoint does not look at in headers and in native bodies.
	{ operation: 'InvokeModel', fits: (name: string) => name !== 'metadata' && name !== 'a name of two words' },
] as const)(
	'$operation: what is said to be refused is refused by the practice endpoint, and nothing else is',
	async ({ operation, fits }) => {
		const wrong: string[] = [];
		const hold = async (model: CatalogueModel, name: string) => {
			const settings = { ...defaultRequestSettings, modelId: idOf(model), operation, ...cases[name] };
			const said = refusedSettings(settings, model).map(({ why }) => why);
			const { id } = await app.client.conversations.create({ settings });
			const turn = await ask(app, id, 'Rocks?');
			if ((turn.state === 'failed') !== said.length > 0)
				wrong.push(`${model.id}, ${name}: ${said.join(' ') || 'nothing said'}; ${turn.failure?.message ?? turn.state}`);
		};
		for (const model of models) {
			if (operation === 'InvokeModel' && model.family === null) continue;
			const names = Object.keys(cases).filter((name) => fits(name) && (name !== TOO_MANY || model.maxOutput !== null));
			await Promise.all(names.map((name) => hold(model, name)));
		}
		expect(wrong).toEqual([]);
	},
	60_000,
);

function idOf({ id, onDemand, profiles }: CatalogueModel): string {
	return onDemand || profiles[0] === undefined ? id : `${profiles[0]}.${id}`;
}
