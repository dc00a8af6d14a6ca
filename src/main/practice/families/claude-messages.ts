import { randomBytes } from 'node:crypto';
import type { CatalogueModel } from '../../../shared/model/model-entry.ts';
import type { CompletionPart, PracticeCitation } from '../answer-parts.ts';
import { checkCachePoints } from '../caching/cache-rules.ts';
import type { Completion } from '../completion.ts';
import type { JsonObject, JsonValue } from '../json.ts';
import { isJsonObject } from '../json.ts';
import { checkModelRules, checkPrefillEnd } from '../model-rules.ts';
import { countsCache, nativeName, outputLimit, readsImages } from '../models.ts';
import { checkOutputSchema } from '../output-schema.ts';
import type { Prompt } from '../prompt.ts';
import { partsOf, promptOf, sentOf } from '../prompt.ts';
import { invalidForModel, malformed } from '../refusal.ts';
import { readBody } from '../schema.ts';
import { checkSignatures, readClaudeThinking } from '../thoughts/thought-rules.ts';
import { checkClaudePairs, checkClaudeTools } from '../tools/tool-rules.ts';
import type { ClaudeBody, ClaudeMessage } from './claude-body.ts';
import { claudeBody } from './claude-body.ts';
import { claudeTools, headOf, turnOf } from './claude-parts.ts';
import type { PracticeFamily, StreamChunk } from './practice-family.ts';

const EXTRAS = ['tools', 'tool_choice', 'thinking', 'output_config', 'anthropic_beta', 'metadata'] as const;

/** Claude Messages: every Claude from 3 on; Claude 2 takes it, too. */
export const claudeMessages: PracticeFamily = {
	lead: '',
	defaultMaxTokens: outputLimit,
	read,
	response(completion, model) {
		return {
			...opening(model),
			content: completion.parts.map(blockOf),
			stop_reason: claudeStop(completion),
			stop_sequence: completion.stopSequence,
			usage: { ...inputUsage(completion, model), output_tokens: completion.outputTokens },
		};
	},
	*chunks(completion, model) {
		const usage = { ...inputUsage(completion, model), output_tokens: Math.min(1, completion.outputTokens) };
		const started = { ...opening(model), content: [], stop_reason: null, stop_sequence: null, usage };
		yield chunk({ type: 'message_start', message: started });
		for (const [index, part] of completion.parts.entries()) {
			yield chunk({ type: 'content_block_start', index, content_block: emptyBlock(part) });
			for (const { delta, token } of deltasOf(part)) {
				yield chunk({ type: 'content_block_delta', index, delta }, token);
			}
			yield chunk({ type: 'content_block_stop', index });
		}
		const delta = { stop_reason: claudeStop(completion), stop_sequence: completion.stopSequence };
		yield chunk({ type: 'message_delta', delta, usage: { output_tokens: completion.outputTokens } });
		yield chunk({ type: 'message_stop' });
	},
};

function read(json: JsonValue | undefined, model: CatalogueModel): Prompt {
	if (isJsonObject(json) && 'prompt' in json && !('messages' in json)) {
		throw malformed(['#: subject must not be valid against schema {"required":["messages"]}']);
	}
	const request = readBody(claudeBody, json);
	checkAbilities(request, model);
	checkTalk(request.messages);
	const tools = claudeTools(request);
	const turns = request.messages.map(turnOf);
	const head = headOf(request);
	checkClaudeTools(tools, model);
	checkClaudePairs(turns);
	checkCachePoints([...head, ...turns.flatMap(partsOf)], model);
	const parameters = {
		maxTokens: request.max_tokens,
		temperature: request.temperature ?? null,
		topP: request.top_p ?? null,
		topK: request.top_k ?? null,
		stopSequences: request.stop_sequences ?? null,
	};
	const effort = request.output_config?.effort ?? null;
	const around = { parameters, tools, turns, effort, defaultMaxTokens: request.max_tokens };
	const { system } = request;
	const schema = (request.output_config?.format?.schema ?? null) as JsonValue;
	if (schema !== null) checkOutputSchema(schema, model);
	const prompt = promptOf({
		turns,
		system: (typeof system === 'string' ? system : system?.map(({ text }) => text).join('\n')) ?? null,
		head,
		parameters,
		sent: sentOf(request, ['max_tokens', 'temperature', 'top_p', 'top_k']),
		extras: EXTRAS.filter((name) => request[name] !== undefined),
		tools,
		thinking: readClaudeThinking(request.thinking as JsonValue | undefined, model, around),
		outputSchema: schema,
	});
	checkModelRules(prompt, model);
	checkPrefillEnd(prompt);
	checkSignatures(turns);
	return prompt;
}

/** What a model of this body does not have; the wording is that of the schema's other refusals, and unverified. */
function checkAbilities(request: ClaudeBody, model: CatalogueModel): void {
	const absent = [
		...(request.tools !== undefined && !model.tools ? ['tools'] : []),
		...(request.output_config?.format !== undefined && !model.structuredOutput ? ['output_config'] : []),
		...(request.output_config?.effort !== undefined && model.thinking === 'none' ? ['output_config'] : []),
	];
	if (absent[0] !== undefined) throw malformed([`#: extraneous key [${absent[0]}] is not permitted`]);
	const types = request.messages.flatMap(({ content }) =>
		typeof content === 'string' ? [] : content.map(({ type }) => type),
	);
	if (types.includes('image') && !readsImages(model)) {
		throw invalidForModel('messages: image content blocks are not supported for this model');
	}
	if (request.tools === undefined && types.some((type) => type === 'tool_use' || type === 'tool_result')) {
		throw invalidForModel('Requests which include `tool_use` or `tool_result` blocks must define tools.');
	}
}

/** Anthropic's own rules for a conversation, in its words (unverified: all but the blank text's). */
function checkTalk(messages: readonly ClaudeMessage[]): void {
	if (messages.length === 0) throw invalidForModel('messages: at least one message is required');
	if (messages[0]?.role !== 'user') throw invalidForModel('messages: first message must use the "user" role');
	messages.forEach((message, index) => {
		const { role, content } = message;
		if (role === messages[index - 1]?.role) {
			throw invalidForModel(
				`messages: roles must alternate between "user" and "assistant", but found multiple "${role}" roles in a row`,
			);
		}
		const last = index === messages.length - 1 && role === 'assistant';
		if (content.length === 0 && !last) {
			throw invalidForModel(
				`messages.${index}: all messages must have non-empty content except for the optional final assistant message`,
			);
		}
		if (textsOf(message).some((text) => text.trim() === '') && content.length > 0) {
			throw invalidForModel('messages: text content blocks must contain non-whitespace text');
		}
		const types = typeof content === 'string' ? [] : content.map(({ type }) => type);
		const wrong = role === 'user' ? 'tool_use' : 'tool_result';
		if (types.includes(wrong)) {
			const right = role === 'user' ? 'assistant' : 'user';
			throw invalidForModel(`messages.${index}: \`${wrong}\` blocks can only be in \`${right}\` messages`);
		}
	});
}

function textsOf({ content }: ClaudeMessage): readonly string[] {
	if (typeof content === 'string') return [content];
	return content.flatMap((block) => (block.type === 'text' ? [block.text] : []));
}

function opening(model: CatalogueModel): JsonObject {
	const id = `msg_bdrk_01${randomBytes(16).toString('hex').slice(0, 22)}`;
	return { id, type: 'message', role: 'assistant', model: nativeName(model) };
}

function blockOf(part: CompletionPart): JsonObject {
	switch (part.type) {
		case 'text': {
			const citations = part.citations.length === 0 ? {} : { citations: part.citations.map(citationOf) };
			return { ...citations, type: 'text', text: part.pieces.join('') };
		}
		case 'thoughts':
			if (part.encrypted !== null) return { type: 'redacted_thinking', data: part.encrypted };
			return { type: 'thinking', thinking: part.pieces.join(''), signature: part.signature ?? '' };
		case 'tool-use':
			return { type: 'tool_use', id: part.id, name: part.name, input: part.input };
	}
}

/** A block as it begins in a stream. */
function emptyBlock(part: CompletionPart): JsonObject {
	switch (part.type) {
		case 'text':
			return { ...(part.citations.length === 0 ? {} : { citations: [] }), type: 'text', text: '' };
		case 'thoughts':
			return part.encrypted === null ? { type: 'thinking', thinking: '', signature: '' } : blockOf(part);
		case 'tool-use':
			return { type: 'tool_use', id: part.id, name: part.name, input: {} };
	}
}

function* deltasOf(part: CompletionPart): Iterable<{ readonly delta: JsonObject; readonly token: boolean }> {
	switch (part.type) {
		case 'text':
			for (const text of part.pieces) yield { delta: { type: 'text_delta', text }, token: true };
			for (const citation of part.citations) {
				yield { delta: { type: 'citations_delta', citation: citationOf(citation) }, token: false };
			}
			return;
		case 'thoughts':
			for (const thinking of part.pieces) yield { delta: { type: 'thinking_delta', thinking }, token: true };
			if (part.signature !== null) {
				yield { delta: { type: 'signature_delta', signature: part.signature }, token: false };
			}
			return;
		case 'tool-use':
			for (const partial_json of ['', ...part.pieces]) {
				yield { delta: { type: 'input_json_delta', partial_json }, token: partial_json !== '' };
			}
	}
}

function citationOf({ title, quote, at }: PracticeCitation): JsonObject {
	if (at.in === 'search-result') {
		return {
			type: 'search_result_location',
			cited_text: quote,
			search_result_index: at.index,
			source: at.source,
			title,
			start_block_index: 0,
			end_block_index: 1,
		};
	}
	return {
		type: 'char_location',
		cited_text: quote,
		document_index: at.index,
		document_title: title,
		start_char_index: at.start,
		end_char_index: at.end,
	};
}

/** Claude's own words: a filtered answer is a refusal; a guardrail's and Converse's own reasons are none of its. */
function claudeStop({ stopReason }: Completion): string {
	switch (stopReason) {
		case 'content_filtered':
			return 'refusal';
		case 'guardrail_intervened':
		case 'malformed_model_output':
		case 'malformed_tool_use':
			return 'end_turn';
		default:
			return stopReason;
	}
}

function inputUsage({ inputTokens, cache }: Completion, model: CatalogueModel): JsonObject {
	if (!countsCache(model)) return { input_tokens: inputTokens };
	const of = (wanted: string) => cache.written.find(({ ttl }) => ttl === wanted)?.tokens ?? 0;
	const written = of('5m') + of('1h');
	return {
		input_tokens: inputTokens,
		cache_creation_input_tokens: written,
		cache_read_input_tokens: cache.read,
		...(written === 0
			? {}
			: { cache_creation: { ephemeral_5m_input_tokens: of('5m'), ephemeral_1h_input_tokens: of('1h') } }),
	};
}

function chunk(json: JsonObject, token = false): StreamChunk {
	return { json, token };
}
