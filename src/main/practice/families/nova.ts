import { z } from 'zod';
import type { CatalogueModel } from '../../../shared/model/model-entry.ts';
import type { CompletionPart } from '../answer-parts.ts';
import { checkCachePoints } from '../caching/cache-rules.ts';
import type { Completion } from '../completion.ts';
import { contentBlock, toolConfig } from '../converse/converse-body.ts';
import { readTurn } from '../converse/read-blocks.ts';
import { checkInputSchemas, checkToolBlocks, toolParts, toolsOf } from '../converse/tool-config.ts';
import type { JsonObject, JsonValue } from '../json.ts';
import { checkAlternation, checkMaxTokens, checkModelRules, refusePrefill } from '../model-rules.ts';
import { outputLimit } from '../models.ts';
import type { Prompt } from '../prompt.ts';
import { partsOf, promptOf, sentOf } from '../prompt.ts';
import type { PromptPart } from '../prompt-parts.ts';
import { malformed } from '../refusal.ts';
import { integer, readBody } from '../schema.ts';
import { readNovaReasoning } from '../thoughts/thought-rules.ts';
import { checkConversePairs, checkToolChoice } from '../tools/tool-rules.ts';
import type { PracticeFamily, StreamChunk } from './practice-family.ts';

const { text, image, document, video, toolUse, toolResult, reasoningContent, cachePoint } = contentBlock.shape;
/** Nova's blocks have Converse's shape. */
const block = z.strictObject({ text, image, document, video, toolUse, toolResult, reasoningContent, cachePoint });

/** Nova's `messages-v1` (bedrock-facts.md, 2). */
const body = z.strictObject({
	schemaVersion: z.literal('messages-v1').optional(),
	system: z.array(z.strictObject({ text, cachePoint })).optional(),
	messages: z.array(z.strictObject({ role: z.enum(['user', 'assistant']), content: z.array(block) })).min(1),
	inferenceConfig: z
		.strictObject({
			max_new_tokens: integer().min(1).optional(),
			maxTokens: integer().min(1).optional(),
			temperature: z.number().min(0).max(1).optional(),
			topP: z.number().min(0).max(1).optional(),
			topK: integer().min(0).optional(),
			stopSequences: z.array(z.string()).optional(),
			reasoningConfig: z.looseObject({}).optional(),
		})
		.optional(),
	toolConfig: toolConfig.optional(),
	reasoningConfig: z.looseObject({}).optional(),
});
type NovaBody = z.infer<typeof body>;

/** Amazon Nova. */
export const nova: PracticeFamily = {
	lead: '',
	defaultMaxTokens: outputLimit,
	read,
	response: (completion) => ({
		output: { message: { content: completion.parts.map(blockOf), role: 'assistant' } },
		stopReason: novaStop(completion),
		usage: usage(completion),
	}),
	*chunks(completion) {
		yield chunk({ messageStart: { role: 'assistant' } });
		let index = 0;
		for (const part of completion.parts) {
			// Recorded: each piece of text is a block of its own, and none of them has a start.
			for (const delta of deltasOf(part)) {
				if (part.type === 'tool-use') {
					const start = { toolUse: { toolUseId: part.id, name: part.name } };
					yield chunk({ contentBlockStart: { start, contentBlockIndex: index } });
				}
				yield chunk({ contentBlockDelta: { delta, contentBlockIndex: index } }, true);
				yield chunk({ contentBlockStop: { contentBlockIndex: index } });
				index += 1;
			}
		}
		yield chunk({ messageStop: { stopReason: novaStop(completion) } });
		yield chunk({ metadata: { usage: usage(completion), metrics: {}, trace: {} } });
	},
};

function read(json: JsonValue | undefined, model: CatalogueModel): Prompt {
	const request = readBody(body, json);
	const config = request.inferenceConfig;
	checkAlternation(request.messages.map(({ role }) => role));
	const turns = request.messages.map(({ role, content }, index) => readTurn(role, content, index, model));
	const tools = toolsOf(request.toolConfig);
	const system = systemParts(request);
	const head = [...toolParts(request.toolConfig), ...system];
	checkToolChoice(tools, model, false);
	checkInputSchemas(request.toolConfig);
	checkToolBlocks(request.toolConfig, request.messages);
	checkConversePairs(turns);
	checkCachePoints([...head, ...turns.flatMap(partsOf)], model);
	const reasoning = request.reasoningConfig ?? config?.reasoningConfig;
	if (reasoning !== undefined && model.thinking === 'none') {
		throw malformed(['#: extraneous key [reasoningConfig] is not permitted']);
	}
	const maxTokens = config?.max_new_tokens ?? config?.maxTokens ?? null;
	const texts = system.flatMap((part) => (part.type === 'text' ? [part.text] : []));
	const prompt = promptOf({
		turns,
		system: texts.length === 0 ? null : texts.join('\n'),
		head,
		parameters: {
			maxTokens,
			temperature: config?.temperature ?? null,
			topP: config?.topP ?? null,
			topK: config?.topK ?? null,
			stopSequences: config?.stopSequences ?? null,
		},
		sent: sentOf(config, ['max_new_tokens', 'maxTokens', 'temperature', 'topP', 'topK']),
		extras: (['toolConfig', 'reasoningConfig'] as const).filter((name) => request[name] !== undefined),
		tools,
		thinking: readNovaReasoning(reasoning as JsonValue | undefined, maxTokens),
	});
	refusePrefill(prompt);
	checkMaxTokens(prompt, model);
	checkModelRules(prompt, model);
	return prompt;
}

function systemParts({ system = [] }: NovaBody): readonly PromptPart[] {
	return system.flatMap(({ text: said, cachePoint: point }): readonly PromptPart[] => {
		if (said !== undefined) return [{ type: 'text', text: said }];
		return point === undefined ? [] : [{ type: 'cache', ttl: point.ttl ?? '5m' }];
	});
}

function blockOf(part: CompletionPart): JsonObject {
	switch (part.type) {
		case 'text':
			return { text: part.pieces.join('') };
		case 'thoughts':
			return { reasoningContent: { reasoningText: { text: part.pieces.join('') } } };
		case 'tool-use':
			return { toolUse: { name: part.name, toolUseId: part.id, input: part.input } };
	}
}

function deltasOf(part: CompletionPart): readonly JsonObject[] {
	switch (part.type) {
		case 'text':
			return part.pieces.map((piece) => ({ text: piece }));
		case 'thoughts':
			return part.pieces.map((piece) => ({ reasoningContent: { text: piece } }));
		case 'tool-use':
			// The whole input comes at once (bedrock-facts.md, 1.5).
			return [{ toolUse: { input: part.pieces.join('') } }];
	}
}

/** Nova knows Converse's reasons, but for those of Claude and of guardrails. */
function novaStop({ stopReason }: Completion): string {
	const foreign = ['pause_turn', 'model_context_window_exceeded', 'guardrail_intervened'];
	return foreign.includes(stopReason) ? 'end_turn' : stopReason;
}

function usage({ inputTokens, outputTokens, cache }: Completion): JsonObject {
	const written = cache.written.reduce((sum, { tokens }) => sum + tokens, 0);
	return {
		inputTokens,
		outputTokens,
		totalTokens: inputTokens + cache.read + written + outputTokens,
		cacheReadInputTokenCount: cache.read,
		cacheWriteInputTokenCount: written,
	};
}

function chunk(json: JsonObject, token = false): StreamChunk {
	return { json, token };
}
