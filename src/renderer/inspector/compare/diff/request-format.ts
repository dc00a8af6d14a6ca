import type { Family } from '../../../../shared/model/family.ts';
import type { JsonNode } from './json-tree.ts';
import { memberOf, textIn } from './json-tree.ts';

/** How a request body says things: Converse's members, or a family's own. */
export type RequestFormat = 'converse' | Family;

/** What requests of all formats can say. */
export type Concept =
	| 'version'
	| 'system'
	| 'messages'
	| 'maxTokens'
	| 'temperature'
	| 'topP'
	| 'topK'
	| 'stopSequences';

/** Where two formats say the same thing, and whether these two requests do. `null`: this one does not say it. */
export interface Correspondence {
	readonly concept: Concept;
	readonly before: string | null;
	readonly after: string | null;
	/** `within`: the messages of one stand, in order, in the prompt of the other. */
	readonly verdict: 'same' | 'within' | 'different' | 'only';
}

/** The format of a request's body, by its own members; null: none that is known. */
export function requestFormat(root: JsonNode): RequestFormat | null {
	const has = (name: string): boolean => memberOf(root, name) !== undefined;
	if (has('anthropic_version')) return 'claude-messages';
	if (has('prompt') && has('max_tokens_to_sample')) return 'claude-text';
	const input = textIn(memberOf(root, 'inputText'));
	if (input !== undefined)
		return has('textGenerationConfig') || /^(User|Bot):/m.test(input) ? 'titan-text' : 'titan-embed';
	if (has('texts')) return 'cohere-embed';
	if (has('max_completion_tokens')) return 'openai-chat';
	if (has('schemaVersion')) return 'nova';
	if (has('message')) return 'cohere-command';
	const prompt = textIn(memberOf(root, 'prompt'));
	if (prompt !== undefined) return promptFormat(root, prompt);
	const messages = memberOf(root, 'messages');
	if (messages === undefined) return null;
	// Converse has blocks in a message and none of the parameters beside the messages.
	return hasTexts(messages) ? 'jamba' : 'converse';
}

/** Prompts are told by their own tokens, or by a parameter that only one family has. */
function promptFormat(root: JsonNode, prompt: string): RequestFormat | null {
	if (/<\|(start_header_id|header_start)\|>/.test(prompt) || memberOf(root, 'max_gen_len') !== undefined)
		return 'llama';
	if (prompt.includes('<｜User｜>')) return 'deepseek-r1';
	if (memberOf(root, 'maxTokens') !== undefined) return 'jurassic';
	return prompt.includes('[INST]') ? 'mistral-text' : null;
}

function hasTexts(messages: JsonNode): boolean {
	return messages.kind === 'array' && messages.items.some((item) => textIn(memberOf(item, 'content')) !== undefined);
}

/** The member whose one string holds all that is said; null where messages are a list. */
export function promptMember(format: RequestFormat | null): 'prompt' | 'inputText' | null {
	switch (format) {
		case 'claude-text':
		case 'llama':
		case 'mistral-text':
		case 'deepseek-r1':
		case 'jurassic':
			return 'prompt';
		case 'titan-text':
		case 'titan-embed':
			return 'inputText';
		default:
			return null;
	}
}

type Path = readonly string[];

/** Where each format has a parameter (Bedrock user guide, "Inference request parameters"; API reference, Converse). */
const parameters: Record<RequestFormat, Partial<Record<Concept, Path>>> = {
	converse: {
		maxTokens: ['inferenceConfig', 'maxTokens'],
		temperature: ['inferenceConfig', 'temperature'],
		topP: ['inferenceConfig', 'topP'],
		topK: ['additionalModelRequestFields', 'top_k'],
		stopSequences: ['inferenceConfig', 'stopSequences'],
	},
	nova: {
		version: ['schemaVersion'],
		maxTokens: ['inferenceConfig', 'maxTokens'],
		temperature: ['inferenceConfig', 'temperature'],
		topP: ['inferenceConfig', 'topP'],
		topK: ['inferenceConfig', 'topK'],
		stopSequences: ['inferenceConfig', 'stopSequences'],
	},
	'claude-messages': {
		version: ['anthropic_version'],
		maxTokens: ['max_tokens'],
		temperature: ['temperature'],
		topP: ['top_p'],
		topK: ['top_k'],
		stopSequences: ['stop_sequences'],
	},
	'claude-text': {
		maxTokens: ['max_tokens_to_sample'],
		temperature: ['temperature'],
		topP: ['top_p'],
		topK: ['top_k'],
		stopSequences: ['stop_sequences'],
	},
	'titan-text': {
		maxTokens: ['textGenerationConfig', 'maxTokenCount'],
		temperature: ['textGenerationConfig', 'temperature'],
		topP: ['textGenerationConfig', 'topP'],
		stopSequences: ['textGenerationConfig', 'stopSequences'],
	},
	llama: { maxTokens: ['max_gen_len'], temperature: ['temperature'], topP: ['top_p'] },
	'mistral-text': {
		maxTokens: ['max_tokens'],
		temperature: ['temperature'],
		topP: ['top_p'],
		topK: ['top_k'],
		stopSequences: ['stop'],
	},
	'cohere-command': {
		maxTokens: ['max_tokens'],
		temperature: ['temperature'],
		topP: ['p'],
		topK: ['k'],
		stopSequences: ['stop_sequences'],
	},
	'deepseek-r1': {
		maxTokens: ['max_tokens'],
		temperature: ['temperature'],
		topP: ['top_p'],
		stopSequences: ['stop'],
	},
	'openai-chat': {
		maxTokens: ['max_completion_tokens'],
		temperature: ['temperature'],
		topP: ['top_p'],
		stopSequences: ['stop'],
	},
	'mistral-chat': { maxTokens: ['max_tokens'], temperature: ['temperature'], topP: ['top_p'], stopSequences: ['stop'] },
	jamba: {
		maxTokens: ['max_tokens'],
		temperature: ['temperature'],
		topP: ['top_p'],
		stopSequences: ['stop'],
	},
	jurassic: {
		maxTokens: ['maxTokens'],
		temperature: ['temperature'],
		topP: ['topP'],
		stopSequences: ['stopSequences'],
	},
	'titan-embed': {},
	'cohere-embed': {},
};

const inOrder = ['version', 'maxTokens', 'temperature', 'topP', 'topK', 'stopSequences'] as const;

/** What two requests of different formats say in their own ways. Both must come from one reader. */
export function correspondences(before: JsonNode, after: JsonNode): readonly Correspondence[] | null {
	const [one, other] = [requestFormat(before), requestFormat(after)];
	if (one === null || other === null || one === other) return null;
	const rows = [talk('messages', before, one, after, other), talk('system', before, one, after, other)];
	for (const concept of inOrder) {
		const [mine, theirs] = [find(before, parameters[one][concept]), find(after, parameters[other][concept])];
		if (mine === null && theirs === null) continue;
		const verdict =
			mine === null || theirs === null ? 'only' : mine.value.id === theirs.value.id ? 'same' : 'different';
		rows.push({ concept, before: mine?.path ?? null, after: theirs?.path ?? null, verdict });
	}
	return rows.filter((row) => row !== null);
}

function find(root: JsonNode, path: Path | undefined): { readonly path: string; readonly value: JsonNode } | null {
	if (path === undefined) return null;
	let value: JsonNode | undefined = root;
	for (const name of path) value = memberOf(value, name);
	return value === undefined ? null : { path: path.join('.'), value };
}

/** Messages or the system prompt, which have several shapes. */
function talk(
	concept: 'messages' | 'system',
	before: JsonNode,
	one: RequestFormat,
	after: JsonNode,
	other: RequestFormat,
): Correspondence | null {
	const [mine, theirs] = [spoken(concept, before, one), spoken(concept, after, other)];
	if (mine === null && theirs === null) return null;
	return {
		concept,
		before: mine?.path ?? null,
		after: theirs?.path ?? null,
		verdict: mine === null || theirs === null ? 'only' : talkVerdict(mine, theirs),
	};
}

interface Spoken {
	readonly path: string;
	/** Texts with their roles; a prompt is one text with no role. */
	readonly texts: readonly { readonly role: string | null; readonly text: string }[];
	readonly prompt: boolean;
}

function spoken(concept: 'messages' | 'system', root: JsonNode, format: RequestFormat): Spoken | null {
	const prompt = promptMember(format);
	if (prompt !== null) {
		const text = textIn(memberOf(root, prompt));
		return text === undefined ? null : { path: prompt, texts: [{ role: null, text }], prompt: true };
	}
	if (format === 'cohere-command') return concept === 'system' ? preamble(root) : cohereTalk(root);
	const value = memberOf(root, concept);
	if (concept === 'system' && value === undefined) return systemMessage(root);
	if (value === undefined) return null;
	if (concept === 'system') {
		const { path, text } = contentOf(value, 'system');
		return { path, texts: [{ role: null, text }], prompt: false };
	}
	if (value.kind !== 'array') return null;
	let path = 'messages[]';
	const texts = value.items.filter(isSaid).map((item) => {
		const content = contentOf(memberOf(item, 'content'), 'messages[].content');
		path = content.path;
		return { role: textIn(memberOf(item, 'role')) ?? null, text: content.text };
	});
	return { path, texts, prompt: false };
}

/** A system prompt that is the first of the messages, as in bodies after OpenAI's. */
function systemMessage(root: JsonNode): Spoken | null {
	const messages = memberOf(root, 'messages');
	const first = messages?.kind === 'array' ? messages.items[0] : undefined;
	if (first === undefined || isSaid(first)) return null;
	const { text } = contentOf(memberOf(first, 'content'), 'content');
	return { path: 'messages[0].content', texts: [{ role: null, text }], prompt: false };
}

function isSaid(message: JsonNode): boolean {
	return textIn(memberOf(message, 'role')) !== 'system';
}

function preamble(root: JsonNode): Spoken | null {
	const text = textIn(memberOf(root, 'preamble'));
	return text === undefined ? null : { path: 'preamble', texts: [{ role: null, text }], prompt: false };
}

function cohereTalk(root: JsonNode): Spoken | null {
	const history = memberOf(root, 'chat_history');
	const before = history?.kind === 'array' ? history.items : [];
	const texts = before.map((item) => ({
		role: textIn(memberOf(item, 'role')) === 'USER' ? 'user' : 'assistant',
		text: textIn(memberOf(item, 'message')) ?? '',
	}));
	const text = textIn(memberOf(root, 'message')) ?? '';
	const path = before.length > 0 ? 'chat_history[].message, message' : 'message';
	return { path, texts: [...texts, { role: 'user', text }], prompt: false };
}

/** A text, or blocks with texts. */
function contentOf(value: JsonNode | undefined, path: string): { readonly path: string; readonly text: string } {
	if (value?.kind !== 'array') return { path, text: textIn(value) ?? '' };
	return {
		path: `${path}[].text`,
		text: value.items.map((block) => textIn(memberOf(block, 'text')) ?? '').join('\n\n'),
	};
}

function talkVerdict(one: Spoken, other: Spoken): Correspondence['verdict'] {
	if (one.prompt && other.prompt) return one.texts[0]?.text === other.texts[0]?.text ? 'same' : 'different';
	if (one.prompt) return isWithin(other, one) ? 'within' : 'different';
	if (other.prompt) return isWithin(one, other) ? 'within' : 'different';
	const same =
		one.texts.length === other.texts.length &&
		one.texts.every(({ role, text }, at) => role === other.texts[at]?.role && text === other.texts[at]?.text);
	return same ? 'same' : 'different';
}

function isWithin({ texts }: Spoken, prompt: Spoken): boolean {
	const whole = prompt.texts[0]?.text ?? '';
	let at = 0;
	return texts.every(({ text }) => {
		const found = whole.indexOf(text, at);
		at = found + text.length;
		return found >= 0;
	});
}
