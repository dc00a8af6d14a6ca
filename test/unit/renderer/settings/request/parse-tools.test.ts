import { expect, test } from 'vitest';
import { parseTools } from '../../../../../src/renderer/settings/request/parse-tools.ts';

const schema = { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] };
const found = {
	name: 'get_weather',
	description: 'The weather',
	inputSchema: JSON.stringify(schema, null, 2),
	strict: null,
	builtIn: null,
};
const plain = { name: 'get_weather', description: 'The weather' };

test.each([
	['Converse', { toolSpec: { ...plain, inputSchema: { json: schema } } }],
	['Claude', { ...plain, input_schema: schema }],
	['OpenAI, chat completions', { type: 'function', function: { ...plain, parameters: schema } }],
	['OpenAI, responses', { type: 'function', ...plain, parameters: schema }],
	['MCP', { ...plain, inputSchema: schema }],
])('a tool as %s writes it', (_, tool) => {
	const expected = { tools: [found], systemTools: [], skipped: 0 };
	expect(parseTools(JSON.stringify([tool]))).toEqual(expected);
	expect(parseTools(JSON.stringify(tool))).toEqual(expected);
	expect(parseTools(JSON.stringify({ max_tokens: 5, tools: [tool] }))).toEqual(expected);
	expect(parseTools(JSON.stringify({ toolConfig: { tools: [tool], toolChoice: { auto: {} } } }))).toEqual(expected);
});

test('strict is kept, what is missing is empty', () => {
	expect(
		parseTools('[{"toolSpec":{"name":"a","strict":true}},{"type":"function","function":{"name":"b","strict":false}}]'),
	).toEqual({
		tools: [
			{
				name: 'a',
				description: '',
				inputSchema: '{\n  "type": "object",\n  "properties": {}\n}',
				strict: true,
				builtIn: null,
			},
			{
				name: 'b',
				description: '',
				inputSchema: '{\n  "type": "object",\n  "properties": {}\n}',
				strict: false,
				builtIn: null,
			},
		],
		systemTools: [],
		skipped: 0,
	});
});

test('tools that the service runs are names', () => {
	const tools = [{ systemTool: { name: 'nova_grounding' } }, { toolSpec: { name: 'a' } }, { systemTool: {} }];
	expect(parseTools(JSON.stringify({ toolConfig: { tools } }))).toMatchObject({
		tools: [{ name: 'a' }],
		systemTools: ['nova_grounding'],
		skipped: 1,
	});
});

test('entries that are no tools are counted', () => {
	const text = JSON.stringify([{ cachePoint: { type: 'default' } }, { name: '' }, 5, { name: 'a' }]);
	expect(parseTools(text)).toMatchObject({ tools: [{ name: 'a' }], skipped: 3 });
});

test('what holds no list is none', () => {
	for (const text of ['', 'tools', '{}', '"a"', '{"tools":5}', '[1', 'null']) expect(parseTools(text), text).toBeNull();
});
