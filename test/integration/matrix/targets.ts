import type { Family } from '../../../src/shared/model/family.ts';
import type { RequestSettingsPatch } from '../../../src/shared/model/settings.ts';
import { gemma, gptOss, jamba, mistralChat } from './expected/chats.ts';
import { converseRows } from './expected/converse.ts';
import { claudeMessages, cohereCommand, nova } from './expected/messages.ts';
import { claudeText, deepseekR1, jurassic, llama, mistralText, titanText } from './expected/prompts.ts';
import type { Places } from './read-raw.ts';
import type { Rows } from './scenarios.ts';

/** The words for the ends of an answer: at its own end, at the limit, at a stop sequence, for a tool. */
interface Ends {
	readonly end: string;
	readonly limit: string;
	readonly sequence: string;
	readonly tool: string;
}

export interface Target {
	readonly family: Family;
	readonly modelId: string;
	readonly ends: Ends;
	/** What the model writes before its first word in its own body. */
	readonly lead: string;
	/** How it is made to think; it is empty where it thinks unasked. */
	readonly thinking: RequestSettingsPatch;
	/** Whether every answer begins with thoughts. */
	readonly thinksUnasked?: true;
	/** It has no stream: asked for one, it is refused. */
	readonly noStream?: true;
	/** What stands around its thoughts in the text of its own body. */
	readonly tags?: readonly [string, string];
	readonly native: Rows;
	readonly converse: Rows;
	readonly whole: Places;
	readonly chunks: Places;
}

const stops = { end: 'stop', limit: 'length', sequence: 'stop', tool: 'tool_calls' } as const;
/** Of Claude’s own body, and of Converse with every model. */
export const claudeEnds = {
	end: 'end_turn',
	limit: 'max_tokens',
	sequence: 'stop_sequence',
	tool: 'tool_use',
} as const;
const plainModel = { system: true, images: false, tools: 'none', thinking: null, signed: false } as const;

const chatWhole: Places = {
	text: 'choices.*.message.content',
	toolUseId: 'choices.*.message.tool_calls.*.id',
	toolInput: 'choices.*.message.tool_calls.*.function.arguments',
	stop: 'choices.*.finish_reason',
	input: 'usage.prompt_tokens',
	output: 'usage.completion_tokens',
};
const chatChunks: Places = {
	...chatWhole,
	text: 'choices.*.delta.content',
	toolUseId: 'choices.*.delta.tool_calls.*.id',
	toolInput: 'choices.*.delta.tool_calls.*.function.arguments',
};

const jurassicWhole: Places = { text: 'completions.*.data.text', stop: 'completions.*.finishReason.reason' };

/** Every family with one model; two with that of OpenAI’s shape, of which one thinks and the other sees. */
export const targets: readonly Target[] = [
	{
		family: 'claude-messages',
		modelId: 'us.anthropic.claude-haiku-4-5-20251001-v1:0',
		ends: claudeEnds,
		lead: '',
		thinking: { reasoning: { mode: 'budget', budgetTokens: 1024 } },
		native: claudeMessages,
		converse: converseRows({
			...plainModel,
			images: true,
			tools: 'all',
			thinking: { additionalModelRequestFields: { thinking: { type: 'enabled', budget_tokens: 1024 } } },
			signed: true,
		}),
		whole: {
			text: 'content.*.text',
			thoughts: 'content.*.thinking',
			signature: 'content.*.signature',
			toolUseId: 'content.*.id',
			toolInput: 'content.*.input',
			stop: 'stop_reason',
			input: 'usage.input_tokens',
			output: 'usage.output_tokens',
		},
		chunks: {
			text: 'delta.text',
			thoughts: 'delta.thinking',
			signature: 'delta.signature',
			toolUseId: 'content_block.id',
			toolInput: 'delta.partial_json',
			stop: 'delta.stop_reason',
			input: 'message.usage.input_tokens',
			output: 'usage.output_tokens',
		},
	},
	{
		family: 'claude-text',
		modelId: 'anthropic.claude-v2:1',
		// Its own end is a stop sequence: the next turn of the human.
		ends: { ...claudeEnds, end: 'stop_sequence' },
		lead: ' ',
		thinking: {},
		native: claudeText,
		converse: converseRows(plainModel),
		whole: { text: 'completion', stop: 'stop_reason' },
		chunks: { text: 'completion', stop: 'stop_reason' },
	},
	{
		family: 'titan-text',
		modelId: 'amazon.titan-text-express-v1',
		ends: { ...claudeEnds, end: 'FINISH', limit: 'LENGTH', sequence: 'STOP_CRITERIA_MET' },
		lead: '\n',
		thinking: {},
		native: titanText,
		converse: converseRows({ ...plainModel, system: false }),
		whole: {
			text: 'results.*.outputText',
			stop: 'results.*.completionReason',
			input: 'inputTextTokenCount',
			output: 'results.*.tokenCount',
		},
		chunks: {
			text: 'outputText',
			stop: 'completionReason',
			input: 'inputTextTokenCount',
			output: 'totalOutputTextTokenCount',
		},
	},
	{
		family: 'nova',
		modelId: 'us.amazon.nova-2-lite-v1:0',
		ends: claudeEnds,
		lead: '',
		thinking: { effort: 'low' },
		native: nova,
		converse: converseRows({
			...plainModel,
			images: true,
			tools: 'all',
			thinking: {
				additionalModelRequestFields: { reasoningConfig: { type: 'enabled', maxReasoningEffort: 'low' } },
			},
		}),
		whole: {
			text: 'output.message.content.*.text',
			thoughts: 'output.message.content.*.reasoningContent.reasoningText.text',
			toolUseId: 'output.message.content.*.toolUse.toolUseId',
			toolInput: 'output.message.content.*.toolUse.input',
			stop: 'stopReason',
			input: 'usage.inputTokens',
			output: 'usage.outputTokens',
		},
		chunks: {
			text: 'contentBlockDelta.delta.text',
			thoughts: 'contentBlockDelta.delta.reasoningContent.text',
			toolUseId: 'contentBlockStart.start.toolUse.toolUseId',
			toolInput: 'contentBlockDelta.delta.toolUse.input',
			stop: 'messageStop.stopReason',
			input: 'metadata.usage.inputTokens',
			output: 'metadata.usage.outputTokens',
		},
	},
	{
		family: 'llama',
		modelId: 'us.meta.llama4-maverick-17b-instruct-v1:0',
		ends: stops,
		lead: '',
		thinking: {},
		native: llama,
		converse: converseRows({ ...plainModel, images: true, tools: 'not streamed' }),
		whole: {
			text: 'generation',
			stop: 'stop_reason',
			input: 'prompt_token_count',
			output: 'generation_token_count',
		},
		chunks: {
			text: 'generation',
			stop: 'stop_reason',
			input: 'prompt_token_count',
			output: 'generation_token_count',
		},
	},
	{
		family: 'mistral-text',
		modelId: 'mistral.mistral-7b-instruct-v0:2',
		ends: stops,
		lead: ' ',
		thinking: {},
		native: mistralText,
		converse: converseRows({ ...plainModel, system: false }),
		whole: { text: 'outputs.*.text', stop: 'outputs.*.stop_reason' },
		chunks: { text: 'outputs.*.text', stop: 'outputs.*.stop_reason' },
	},
	{
		family: 'cohere-command',
		modelId: 'cohere.command-r-plus-v1:0',
		ends: { end: 'COMPLETE', limit: 'MAX_TOKENS', sequence: 'STOP_SEQUENCE', tool: 'TOOL_CALL' },
		lead: '',
		thinking: {},
		native: cohereCommand,
		converse: converseRows({ ...plainModel, tools: 'all' }),
		whole: { text: 'text', stop: 'finish_reason' },
		chunks: { text: 'text', stop: 'finish_reason' },
	},
	{
		family: 'deepseek-r1',
		modelId: 'us.deepseek.r1-v1:0',
		ends: stops,
		lead: '\n\n',
		thinking: {},
		thinksUnasked: true,
		// The tag that opens them stands in the prompt.
		tags: ['', '</think>'],
		native: deepseekR1,
		converse: converseRows({ ...plainModel, thinking: {} }),
		whole: { text: 'choices.*.text', stop: 'choices.*.stop_reason' },
		chunks: { text: 'choices.*.text', stop: 'choices.*.stop_reason' },
	},
	{
		family: 'openai-chat',
		modelId: 'openai.gpt-oss-120b-1:0',
		ends: stops,
		lead: '',
		thinking: { effort: 'low' },
		thinksUnasked: true,
		tags: ['<reasoning>', '</reasoning>'],
		native: gptOss,
		converse: converseRows({
			...plainModel,
			tools: 'all',
			thinking: { additionalModelRequestFields: { reasoning_effort: 'low' } },
		}),
		whole: chatWhole,
		chunks: chatChunks,
	},
	{
		family: 'openai-chat',
		modelId: 'google.gemma-3-27b-it',
		ends: stops,
		lead: '',
		thinking: {},
		native: gemma,
		converse: converseRows({ ...plainModel, images: true }),
		whole: chatWhole,
		chunks: chatChunks,
	},
	{
		family: 'mistral-chat',
		modelId: 'mistral.mistral-large-3-675b-instruct',
		ends: stops,
		lead: '',
		thinking: {},
		native: mistralChat,
		converse: converseRows({ ...plainModel, tools: 'all' }),
		whole: { ...chatWhole, stop: 'choices.*.stop_reason' },
		chunks: { ...chatChunks, stop: 'choices.*.stop_reason' },
	},
	{
		family: 'jamba',
		modelId: 'ai21.jamba-1-5-mini-v1:0',
		ends: stops,
		lead: '',
		thinking: {},
		native: jamba,
		converse: converseRows({ ...plainModel, tools: 'all' }),
		whole: chatWhole,
		chunks: chatChunks,
	},
	{
		family: 'jurassic',
		modelId: 'ai21.j2-mid-v1',
		ends: { ...claudeEnds, end: 'endoftext', limit: 'length', sequence: 'stop' },
		lead: '\n',
		thinking: {},
		noStream: true,
		native: jurassic,
		converse: converseRows({ ...plainModel, system: false }),
		whole: jurassicWhole,
		// There are none.
		chunks: jurassicWhole,
	},
];
