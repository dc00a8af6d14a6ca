import { assertNever } from '../../../../shared/assert-never.ts';
import type { OutputSchema, RequestSettings } from '../../../../shared/model/settings.ts';
import type { ToolChoice, ToolDefinition } from '../../../../shared/model/tools.ts';
import { isClaudeDocument } from '../../../../shared/requests/sent-blocks.ts';
import type { Call, SentBlock } from '../call.ts';
import { toolInput } from '../converse-blocks.ts';
import type { JsonValue } from '../json-value.ts';
import { exactValue } from '../json-value.ts';
import { claudeThinking } from '../model-fields.ts';
import { whatIsSet } from '../what-is-set.ts';

/** The request body of Anthropic's Messages format. What is not set has no key in it. */
export function claudeBody({ settings, messages }: Call): object {
	const { system, tools, toolChoice, cache, reasoning, effort, outputSchema } = settings;
	const hasTools = tools.length > 0;
	const newest = messages.findLastIndex(({ role }) => role === 'user');
	return {
		anthropic_version: 'bedrock-2023-05-31',
		max_tokens: settings.maxTokens,
		...(system !== '' && { system: cache?.system === true ? kept([{ type: 'text', text: system }], cache) : system }),
		messages: messages.map(({ role, content }, index) => {
			const blocks = content.flatMap((block) => written(block, settings));
			return { role, content: cache?.messages === true && index === newest ? kept(blocks, cache) : blocks };
		}),
		...whatIsSet({ temperature: settings.temperature, top_p: settings.topP, top_k: settings.topK }),
		...(settings.stopSequences.length > 0 && { stop_sequences: settings.stopSequences }),
		...(hasTools && { tools: cache?.tools === true ? kept(tools.map(tool), cache) : tools.map(tool) }),
		...(hasTools && toolChoice !== null && { tool_choice: choice(toolChoice) }),
		...(reasoning !== null && { thinking: claudeThinking(reasoning) }),
		...((effort !== null || outputSchema !== null) && { output_config: outputConfig(effort, outputSchema) }),
	};
}

/** A mark on the last of these: the service is to keep all that stands up to it. */
function kept(parts: readonly object[], { ttl }: NonNullable<RequestSettings['cache']>): readonly object[] {
	const last = parts.at(-1);
	if (last === undefined) return parts;
	return [...parts.slice(0, -1), { ...last, cache_control: { type: 'ephemeral', ...(ttl !== null && { ttl }) } }];
}

function written(block: SentBlock, { citations }: RequestSettings): readonly object[] {
	switch (block.type) {
		case 'text':
			return [{ type: 'text', text: block.text }];
		case 'attachment':
			return attachment(block, citations);
		case 'search-result': {
			const { title, source, text } = block;
			const cited = citations ? { citations: { enabled: true } } : {};
			return [{ type: 'search_result', source, title, content: [{ type: 'text', text }], ...cited }];
		}
		case 'reasoning':
			if (block.redacted !== null) return [{ type: 'redacted_thinking', data: block.redacted }];
			if (block.signature === null) return [];
			return [{ type: 'thinking', thinking: block.text, signature: block.signature }];
		case 'tool-use':
			return [{ type: 'tool_use', id: block.id, name: block.name, input: toolInput(block.input) }];
		case 'tool-result':
			return [
				{
					type: 'tool_result',
					tool_use_id: block.toolUseId,
					content: block.text,
					...(block.status === 'error' && { is_error: true }),
				},
			];
		default:
			return assertNever(block);
	}
}

/** Videos, and documents of Word and Excel, have no place in the format. Documents that are texts go as such. */
function attachment(
	{ kind, format, name, bytes }: Extract<SentBlock, { type: 'attachment' }>,
	cited: boolean,
): readonly object[] {
	const inBase64 = (mediaType: string) => ({
		type: 'base64',
		media_type: mediaType,
		data: Buffer.from(bytes).toString('base64'),
	});
	if (kind === 'image') return [{ type: 'image', source: inBase64(`image/${format}`) }];
	if (kind !== 'document' || !isClaudeDocument(format)) return [];
	const citations = cited ? { citations: { enabled: true } } : {};
	if (format === 'pdf') return [{ type: 'document', source: inBase64('application/pdf'), title: name, ...citations }];
	const source = { type: 'text', media_type: 'text/plain', data: new TextDecoder().decode(bytes) };
	return [{ type: 'document', source, title: name, ...citations }];
}

function tool({ name, description, inputSchema, strict }: ToolDefinition): object {
	return {
		name,
		...(description !== '' && { description }),
		input_schema: exactValue(inputSchema),
		...(strict !== null && { strict }),
	};
}

function choice(toolChoice: ToolChoice): object {
	return toolChoice.type === 'tool' ? { type: 'tool', name: toolChoice.name } : { type: toolChoice.type };
}

/** The schema's name and description have no place here (Claude docs, "Structured outputs"). */
function outputConfig(
	effort: RequestSettings['effort'],
	schema: OutputSchema | null,
): { effort?: string; format?: { type: 'json_schema'; schema: JsonValue } } {
	return {
		...(effort !== null && { effort }),
		...(schema !== null && { format: { type: 'json_schema', schema: exactValue(schema.schema) } }),
	};
}
