import { expect, test } from 'vitest';
import { findModel } from '../../../../src/shared/catalogue.ts';
import type { RequestSettings } from '../../../../src/shared/model/settings.ts';
import { defaultRequestSettings, withPatch } from '../../../../src/shared/model/settings.ts';
import type { ToolDefinition } from '../../../../src/shared/model/tools.ts';
import type { Remedy } from '../../../../src/shared/requests/refusal.ts';
import { refusedSettings } from '../../../../src/shared/requests/refused-settings.ts';

const ids = {
	haiku45: 'us.anthropic.claude-haiku-4-5-20251001-v1:0',
	sonnet46: 'us.anthropic.claude-sonnet-4-6',
	opus5: 'us.anthropic.claude-opus-5',
	opus55: 'us.anthropic.claude-opus-5-5',
	haiku3: 'anthropic.claude-3-haiku-20240307-v1:0',
	titan: 'amazon.titan-text-express-v1',
	nova: 'us.amazon.nova-lite-v1:0',
	nova2: 'us.amazon.nova-2-lite-v1:0',
	llama: 'us.meta.llama4-scout-17b-instruct-v1:0',
	gptOss: 'openai.gpt-oss-20b-1:0',
	unknown: 'someone.new-v1:0',
} as const;

const tool: ToolDefinition = { name: 'look', description: '', inputSchema: '{}', strict: null, builtIn: null };
const budget = (budgetTokens: number) => ({ mode: 'budget', budgetTokens }) as const;

function settingsOf(model: keyof typeof ids, patch: Partial<RequestSettings>): RequestSettings {
	return { ...defaultRequestSettings, modelId: ids[model], ...patch };
}

function refusalsOf(settings: RequestSettings) {
	return refusedSettings(settings, findModel(settings.modelId));
}

function whys(model: keyof typeof ids, patch: Partial<RequestSettings>): readonly string[] {
	return refusalsOf(settingsOf(model, patch)).map(({ why }) => why);
}

test.each<[keyof typeof ids, Partial<RequestSettings>, readonly string[]]>([
	['haiku45', {}, []],
	['haiku45', { temperature: 0.5, topP: 0.9 }, ['samplingOne']],
	['haiku45', { temperature: 0.5 }, []],
	['haiku45', { topP: 0 }, []],
	['haiku3', { temperature: 0.5, topP: 0.9 }, []],
	['opus5', { temperature: 0 }, ['samplingNone']],
	['opus5', { topP: 0.9 }, ['samplingNone']],
	['haiku3', { maxTokens: 4096 }, []],
	['haiku3', { maxTokens: 4097 }, ['maxTokens']],
	['titan', { system: 'Be brief.' }, ['system']],
	['titan', { system: 'Be brief.', operation: 'InvokeModel' }, []],
	['haiku45', { system: 'Be brief.' }, []],
	['haiku3', { reasoning: budget(2000), maxTokens: 4000 }, ['thinkingNone']],
	['haiku45', { reasoning: budget(2000), maxTokens: 4000 }, []],
	['haiku45', { reasoning: budget(1023), maxTokens: 4000 }, ['budgetSmall']],
	['haiku45', { reasoning: budget(1024), maxTokens: 1024 }, ['budgetLarge']],
	['haiku45', { reasoning: budget(1024), maxTokens: 1025 }, []],
	['haiku45', { reasoning: budget(1024), maxTokens: 2000, temperature: 0.5 }, ['thinkingTemperature']],
	['haiku45', { reasoning: budget(1024), maxTokens: 2000, temperature: 1 }, []],
	['haiku45', { reasoning: budget(1024), maxTokens: 2000, topK: 5 }, ['thinkingTopK']],
	['haiku45', { reasoning: { mode: 'adaptive', display: null } }, ['thinkingAdaptive']],
	['sonnet46', { reasoning: { mode: 'adaptive', display: null } }, []],
	['sonnet46', { reasoning: budget(1024), maxTokens: 2000 }, []],
	['opus5', { reasoning: budget(10) }, ['thinkingBudget']],
	['opus5', { reasoning: { mode: 'adaptive', display: null }, topK: 5 }, []],
	['opus5', { reasoning: { mode: 'disabled' } }, []],
	['opus55', { reasoning: { mode: 'disabled' } }, ['thinkingAlways']],
	[
		'haiku45',
		{ reasoning: budget(1024), maxTokens: 2000, tools: [tool], toolChoice: { type: 'any' } },
		['thinkingForcedTool'],
	],
	['haiku45', { reasoning: budget(1024), maxTokens: 2000, tools: [tool], toolChoice: { type: 'auto' } }, []],
	['haiku3', { effort: 'low' }, ['effort']],
	['haiku45', { effort: 'max' }, []],
	['gptOss', { effort: 'high' }, []],
	['gptOss', { effort: 'xhigh' }, ['effortLevel']],
	['nova2', { effort: 'medium' }, []],
	['nova2', { effort: 'high' }, ['effortMaxTokens']],
	['nova2', { effort: 'max' }, ['effortLevel']],
	['titan', { tools: [tool] }, ['tools']],
	['llama', { tools: [tool] }, ['toolsInStream']],
	['llama', { tools: [tool], operation: 'Converse' }, []],
	['opus55', { tools: [tool], toolChoice: { type: 'any' } }, ['forcedTool']],
	['opus55', { tools: [tool], toolChoice: { type: 'tool', name: 'look' } }, ['forcedTool']],
	['opus55', { tools: [tool], toolChoice: { type: 'auto' } }, []],
	['haiku45', { tools: [tool], toolChoice: { type: 'tool', name: 'look' } }, []],
	['haiku45', { tools: [tool], toolChoice: { type: 'tool', name: 'gone' } }, ['missingTool']],
	['haiku45', { toolChoice: { type: 'tool', name: 'gone' } }, []],
	['haiku45', { tools: [{ ...tool, name: 'a b' }] }, ['toolName']],
	['haiku45', { tools: [tool, tool] }, ['toolTwice']],
	['nova', { tools: [tool, tool] }, []],
	['haiku45', { systemTools: ['nova_grounding'] }, ['systemTools']],
	['haiku45', { systemTools: ['nova_grounding'], operation: 'InvokeModel' }, []],
	[
		'nova2',
		{ systemTools: ['nova_grounding'], tools: [tool], toolChoice: { type: 'tool', name: 'nova_grounding' } },
		[],
	],
	['nova2', { systemTools: ['web search'] }, ['toolName']],
	['haiku3', { reasoning: { mode: 'disabled' } }, ['thinkingNone']],
	['haiku3', { cache: { system: true, tools: false, messages: false, ttl: null }, system: 'x' }, ['cache']],
	['haiku3', { cache: { system: false, tools: false, messages: false, ttl: '1h' } }, []],
	['nova', { cache: { system: false, tools: false, messages: true, ttl: null } }, []],
	['nova', { outputSchema: { schema: '{}', name: '', description: '' } }, ['outputSchema']],
	['haiku45', { outputSchema: { schema: '{}', name: '', description: '' } }, []],
	['gptOss', { tools: [{ ...tool, name: 'a b' }] }, ['toolName']],
	['gptOss', { tools: [{ ...tool, name: 'a b' }], operation: 'InvokeModel' }, []],
	['haiku45', { promptVariables: { name: 'x' } }, ['promptVariables']],
	['haiku45', { requestMetadata: { team: 'Rock & roll' } }, ['metadata']],
	['haiku45', { requestMetadata: { team: 'rocks 2, a@b' } }, []],
	[
		'haiku45',
		{ requestMetadata: Object.fromEntries(Array.from({ length: 17 }, (_, n) => [`k${n}`, ''])) },
		['metadata'],
	],
])('%s with %j: %j', (model, patch, expected) => {
	expect(whys(model, patch)).toEqual(expected);
});

test('what is not sent is not refused: native bodies without a place for it', () => {
	expect(whys('titan', { tools: [tool], operation: 'InvokeModel' })).toEqual([]);
	expect(whys('nova', { reasoning: budget(10) })).toEqual([]);
	const cached = { cache: { system: false, tools: false, messages: true, ttl: null } };
	expect(whys('titan', { ...cached, operation: 'InvokeModel' })).toEqual([]);
	expect(whys('titan', cached)).toEqual(['cache']);
});

test('of an unknown model nothing is claimed but what holds for all', () => {
	const all = { temperature: 1, topP: 1, maxTokens: 1_000_000, system: 'x', tools: [tool], effort: 'max' } as const;
	expect(whys('unknown', { ...all, tools: [tool], reasoning: budget(1) })).toEqual([]);
	expect(whys('unknown', { promptVariables: { name: 'x' }, tools: [{ ...tool, name: 'a b' }] })).toEqual([
		'promptVariables',
		'toolName',
	]);
});

test('a prompt that is called by its ARN takes variables', () => {
	const modelId = 'arn:aws:bedrock:us-east-1:111122223333:prompt/ABCDEFGHIJ:1';
	expect(refusalsOf({ ...defaultRequestSettings, modelId, promptVariables: { name: 'x' } })).toEqual([]);
});

test('a model that answers in one piece only', () => {
	const model = findModel(ids.titan);
	if (model === null) throw new Error('Titan is in the catalogue');
	const settings = settingsOf('titan', { operation: 'InvokeModelWithResponseStream' });
	expect(refusedSettings(settings, { ...model, streaming: false })).toEqual([
		{
			why: 'stream',
			settings: ['operation'],
			limit: null,
			remedies: [{ does: 'whole', operation: 'InvokeModel', patch: { operation: 'InvokeModel' } }],
		},
	]);
});

test('limits are named, and the way out keeps to them', () => {
	expect(refusalsOf(settingsOf('haiku3', { maxTokens: 5000 }))).toEqual([
		{
			why: 'maxTokens',
			settings: ['maxTokens'],
			limit: 4096,
			remedies: [{ does: 'set', setting: 'maxTokens', value: 4096, patch: { maxTokens: 4096 } }],
		},
	]);
});

test('tools are left out with the choice among them', () => {
	const [refusal] = refusalsOf(settingsOf('titan', { tools: [tool], toolChoice: { type: 'any' } }));
	expect(refusal?.remedies).toEqual([{ does: 'leaveOut', setting: 'tools', patch: { tools: [], toolChoice: null } }]);
});

test('every way out ends the refusal that offers it', () => {
	const everything: Partial<RequestSettings> = {
		temperature: 0.5,
		topP: 0.9,
		topK: 5,
		maxTokens: 1024,
		system: 'Be brief.',
		reasoning: budget(1000),
		effort: 'xhigh',
		tools: [tool],
		toolChoice: { type: 'tool', name: 'gone' },
		cache: { system: true, tools: true, messages: true, ttl: null },
		outputSchema: { schema: '{}', name: '', description: '' },
		promptVariables: { name: 'x' },
	};
	const tried: Remedy['does'][] = [];
	for (const model of Object.keys(ids) as (keyof typeof ids)[]) {
		for (const reasoning of [
			everything.reasoning ?? null,
			{ mode: 'adaptive', display: null },
			{ mode: 'disabled' },
		] as const) {
			const settings = settingsOf(model, { ...everything, reasoning, operation: 'ConverseStream' });
			for (const { why, settings: about, remedies } of refusalsOf(settings)) {
				for (const remedy of remedies) {
					tried.push(remedy.does);
					const left = refusalsOf(withPatch(settings, remedy.patch)).map(
						(refusal) => `${refusal.why} ${refusal.settings[0]}`,
					);
					expect(left, `${model}: ${why}, ${remedy.does}`).not.toContain(`${why} ${about[0]}`);
				}
			}
		}
	}
	expect([...new Set(tried)].sort()).toEqual(['adaptive', 'autoTool', 'budget', 'effort', 'leaveOut', 'set', 'whole']);
});
