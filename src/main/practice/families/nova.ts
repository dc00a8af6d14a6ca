import { z } from 'zod';
import type { CatalogueModel } from '../../../shared/model/model-entry.ts';
import type { Completion } from '../completion.ts';
import { stopReasonOf } from '../completion.ts';
import type { JsonObject, JsonValue } from '../json.ts';
import { checkAlternation, checkMaxTokens, checkModelRules, refusePrefill } from '../model-rules.ts';
import { outputLimit, readsFiles } from '../models.ts';
import type { Prompt } from '../prompt.ts';
import { promptOf, sentOf } from '../prompt.ts';
import { invalid } from '../refusal.ts';
import { integer, readBody } from '../schema.ts';
import type { PracticeFamily } from './practice-family.ts';

const block = z.strictObject({
	text: z.string().optional(),
	image: z.looseObject({}).optional(),
	document: z.looseObject({}).optional(),
	video: z.looseObject({}).optional(),
	toolUse: z.looseObject({}).optional(),
	toolResult: z.looseObject({}).optional(),
});

/** Nova's `messages-v1` (bedrock-facts.md, 2). */
const body = z.strictObject({
	schemaVersion: z.literal('messages-v1').optional(),
	system: z.array(z.strictObject({ text: z.string() })).optional(),
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
	toolConfig: z.looseObject({}).optional(),
});

/** Amazon Nova. */
export const nova: PracticeFamily = {
	lead: '',
	defaultMaxTokens: outputLimit,
	read,
	response: (completion) => ({
		output: {
			message: { content: completion.text === '' ? [] : [{ text: completion.text }], role: 'assistant' },
		},
		stopReason: stopReasonOf(completion),
		usage: usage(completion),
	}),
	*chunks(completion) {
		yield { json: { messageStart: { role: 'assistant' } }, token: false };
		for (const [index, text] of completion.pieces.entries()) {
			yield { json: { contentBlockDelta: { delta: { text }, contentBlockIndex: index } }, token: true };
			yield { json: { contentBlockStop: { contentBlockIndex: index } }, token: false };
		}
		yield { json: { messageStop: { stopReason: stopReasonOf(completion) } }, token: false };
		yield { json: { metadata: { usage: usage(completion), metrics: {}, trace: {} } }, token: false };
	},
};

function read(json: JsonValue | undefined, model: CatalogueModel): Prompt {
	const request = readBody(body, json);
	const config = request.inferenceConfig;
	checkAlternation(request.messages.map(({ role }) => role));
	const turns = request.messages.map(({ role, content }, index) => {
		if (content.length === 0) {
			throw invalid(
				`The content field in the Message object at messages.${index} is empty. Add a ContentBlock object to the content field and try again.`,
			);
		}
		const texts = content.flatMap(({ text }) => (text === undefined ? [] : [text]));
		const attachments = content.flatMap((part) => Object.keys(part)).filter((key) => key !== 'text');
		const blank = content.findIndex(({ text }) => text?.trim() === '');
		if (blank >= 0) {
			throw invalid(
				`The text field in the ContentBlock object at messages.${index}.content.${blank} is blank. Add text to the text field, and try again.`,
			);
		}
		if (attachments.includes('image') && !readsFiles(model, 'image')) {
			throw invalid("This model doesn't support the image field for user messages. Remove image and try again.");
		}
		return { role, text: texts.join('\n'), attachments };
	});
	const prompt = promptOf({
		turns,
		system: request.system?.map(({ text }) => text).join('\n') ?? null,
		parameters: {
			maxTokens: config?.max_new_tokens ?? config?.maxTokens ?? null,
			temperature: config?.temperature ?? null,
			topP: config?.topP ?? null,
			topK: config?.topK ?? null,
			stopSequences: config?.stopSequences ?? null,
		},
		sent: sentOf(config, ['max_new_tokens', 'maxTokens', 'temperature', 'topP', 'topK']),
		extras: request.toolConfig === undefined ? [] : ['toolConfig'],
	});
	refusePrefill(prompt);
	checkMaxTokens(prompt, model);
	checkModelRules(prompt, model);
	return prompt;
}

function usage(completion: Completion): JsonObject {
	return {
		inputTokens: completion.inputTokens,
		outputTokens: completion.outputTokens,
		totalTokens: completion.inputTokens + completion.outputTokens,
		cacheReadInputTokenCount: 0,
		cacheWriteInputTokenCount: 0,
	};
}
