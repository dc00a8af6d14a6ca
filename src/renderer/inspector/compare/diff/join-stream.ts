/** What a frame of a response says: its event, and the JSON in it (of an invoke chunk: the model's own). */
export interface StreamPart {
	readonly event: string;
	readonly json: string;
}

type Json = { readonly [key: string]: unknown };

/**
 * The answer that a stream makes, in the shape in which the operation without a stream gives it, so that the two can be
 * compared: texts joined, the last token counts and stop reason. Laid over what is not known of a stream: nothing; an
 * event of an unknown kind stands under its own name.
 */
export function joinStream(parts: readonly StreamPart[]): string {
	const events = parts.map(({ event, json }) => ({ event, value: read(json) }));
	const native = events.some(({ event }) => event === 'chunk');
	const values = native ? events.flatMap(({ event, value }) => (event === 'chunk' ? [value] : [])) : [];
	const rest = events.filter(({ event }) => !native || event !== 'chunk');
	const joined = native ? joinChunks(values) : {};
	return JSON.stringify({ ...joined, ...joinEvents(rest) });
}

function read(json: string): Json {
	try {
		return objectOf(JSON.parse(json));
	} catch (error) {
		if (error instanceof SyntaxError) return {};
		throw error;
	}
}

/** Chunks of a model's own stream, told apart by their members. */
function joinChunks(chunks: readonly Json[]): Json {
	const first = chunks[0] ?? {};
	if (chunks.some((chunk) => chunk['type'] === 'message_start')) return joinClaudeMessages(chunks);
	if ('completion' in first) {
		const last = merged(chunks);
		return { ...last, completion: chunks.map((chunk) => textOf(chunk['completion'])).join('') };
	}
	if ('outputText' in first) return joinTitan(chunks);
	if ('generation' in first) {
		return { ...merged(chunks), generation: chunks.map((chunk) => textOf(chunk['generation'])).join('') };
	}
	if ('outputs' in first) return { ...merged(chunks), outputs: joinItems(chunks, 'outputs') };
	if ('choices' in first) return { ...merged(chunks), choices: joinItems(chunks, 'choices') };
	if ('event_type' in first) return joinCohere(chunks);
	// Nova: each chunk has one member with the name of Converse's event, and each piece of its one text a block's number.
	return joinEvents(
		chunks.flatMap((chunk) => Object.entries(chunk).map(([event, value]) => ({ event, value: objectOf(value) }))),
		textsJoined,
	);
}

/** Claude's Messages (Anthropic, "Streaming messages"). */
function joinClaudeMessages(chunks: readonly Json[]): Json {
	let message: Json = {};
	const blocks = new Map<number, Json>();
	for (const chunk of chunks) {
		const index = Number(chunk['index'] ?? 0);
		switch (chunk['type']) {
			case 'message_start':
				message = objectOf(chunk['message']);
				break;
			case 'content_block_start':
				blocks.set(index, objectOf(chunk['content_block']));
				break;
			case 'content_block_delta': {
				const { type: _type, ...delta } = objectOf(chunk['delta']);
				blocks.set(index, appended(blocks.get(index) ?? {}, delta));
				break;
			}
			case 'message_delta': {
				const usage = { ...objectOf(message['usage']), ...objectOf(chunk['usage']) };
				message = { ...message, ...objectOf(chunk['delta']), usage };
				break;
			}
			default:
		}
	}
	return { ...message, content: inOrder(blocks).map(wholeClaudeBlock) };
}

/** Items of a list in each chunk, those of one place (`index`) as one: texts grow, and a `delta` becomes a `message`. */
function joinItems(chunks: readonly Json[], key: string): readonly Json[] {
	const items = new Map<number, Json>();
	for (const chunk of chunks) {
		const list: readonly unknown[] = Array.isArray(chunk[key]) ? chunk[key] : [];
		for (const [place, value] of list.entries()) {
			const { delta, ...item } = objectOf(value);
			const index = Number(item['index'] ?? place);
			const known = items.get(index) ?? {};
			const said = delta === undefined ? item : { ...item, message: delta };
			items.set(index, withItem(known, said));
		}
	}
	return inOrder(items);
}

/** Only what a model writes grows: reasons and names come once, or again as they were. */
function withItem(known: Json, more: Json): Json {
	const { text, message, ...rest } = more;
	const kept = merged([known, rest]);
	return {
		...kept,
		...(text !== undefined && { text: textOf(known['text']) + textOf(text) }),
		...(message !== undefined && { message: withMessage(objectOf(known['message']), objectOf(message)) }),
	};
}

function withMessage(known: Json, delta: Json): Json {
	const { role, ...said } = delta;
	return { ...(role !== undefined && { role }), ...appended(known, said) };
}

/** Command R: the last chunk has the whole response. */
function joinCohere(chunks: readonly Json[]): Json {
	const { event_type: _type, is_finished: _finished, response, text: _text, ...rest } = merged(chunks);
	return { ...objectOf(response), ...rest, text: chunks.map((chunk) => textOf(chunk['text'])).join('') };
}

/** Titan Text: the last chunk says why the answer ended, and counts. */
function joinTitan(chunks: readonly Json[]): Json {
	const last = merged(chunks);
	return {
		inputTextTokenCount: last['inputTextTokenCount'],
		results: [
			{
				tokenCount: last['totalOutputTextTokenCount'],
				outputText: chunks.map((chunk) => textOf(chunk['outputText'])).join(''),
				completionReason: last['completionReason'],
			},
		],
	};
}

/** The events of ConverseStream, in the shape of Converse's response. */
function joinEvents(
	events: readonly { readonly event: string; readonly value: Json }[],
	join = (blocks: readonly Json[]) => blocks,
): Json {
	let role: unknown;
	let rest: Json = {};
	const blocks = new Map<number, Json>();
	for (const { event, value: padded } of events) {
		// Padding: of random length, it says nothing.
		const { p: _padding, ...value } = padded;
		const index = Number(value['contentBlockIndex'] ?? 0);
		switch (event) {
			case 'messageStart':
				role = value['role'];
				break;
			case 'contentBlockStart':
				blocks.set(index, objectOf(value['start']));
				break;
			case 'contentBlockDelta':
				blocks.set(index, withDelta(blocks.get(index) ?? {}, objectOf(value['delta'])));
				break;
			case 'contentBlockStop':
				break;
			case 'messageStop':
			case 'metadata':
				rest = { ...rest, ...value };
				break;
			default:
				rest = { ...rest, [event]: value };
		}
	}
	if (role === undefined && blocks.size === 0) return rest;
	return { output: { message: { content: join(inOrder(blocks)).map(wholeBlock), role } }, ...rest };
}

/** A block with one more piece. What a tool of the service gave comes as a list, and is its result's content. */
function withDelta(block: Json, delta: Json): Json {
	const { toolResult: pieces } = delta;
	if (!Array.isArray(pieces)) return appended(block, delta);
	const { content, ...head } = objectOf(block['toolResult']);
	return { ...block, toolResult: { content: [...(Array.isArray(content) ? content : []), ...pieces], ...head } };
}

/** Neighbours that are nothing but text as one. */
function textsJoined(blocks: readonly Json[]): readonly Json[] {
	const joined: Json[] = [];
	for (const block of blocks) {
		const before = joined.at(-1);
		const texts = before !== undefined && [before, block].every((one) => Object.keys(one).join() === 'text');
		if (texts) joined.splice(-1, 1, appended(before, block));
		else joined.push(block);
	}
	return joined;
}

/** A tool's input is a text only while it comes in pieces; thoughts have a name of their own once they are whole. */
function wholeBlock(block: Json): Json {
	const { toolUse, reasoningContent } = block;
	if (isObject(toolUse)) return { ...block, toolUse: { ...toolUse, input: wholeInput(toolUse['input']) } };
	if (isObject(reasoningContent) && 'text' in reasoningContent) {
		return { ...block, reasoningContent: { reasoningText: reasoningContent } };
	}
	return block;
}

function wholeClaudeBlock(block: Json): Json {
	const { partial_json: pieces, ...rest } = block;
	return pieces === undefined || pieces === '' ? rest : { ...rest, input: wholeInput(pieces) };
}

/** What was cut off stays as it came. */
function wholeInput(pieces: unknown): unknown {
	if (typeof pieces !== 'string') return pieces;
	try {
		return pieces === '' ? {} : JSON.parse(pieces);
	} catch (error) {
		if (error instanceof SyntaxError) return pieces;
		throw error;
	}
}

/** A block with a piece more: texts grow, anything else is replaced. */
function appended(block: Json, delta: Json): Json {
	const grown: { [key: string]: unknown } = { ...block };
	for (const [key, value] of Object.entries(delta)) {
		const known = grown[key];
		if (typeof known === 'string' && typeof value === 'string') grown[key] = known + value;
		else if (isObject(known) && isObject(value)) grown[key] = appended(known, value);
		else grown[key] = value;
	}
	return grown;
}

/** All members of all chunks; a later value replaces an earlier one, but null. */
function merged(chunks: readonly Json[]): Json {
	const all: { [key: string]: unknown } = {};
	for (const chunk of chunks) {
		for (const [key, value] of Object.entries(chunk)) {
			if (value !== null || !(key in all)) all[key] = value;
		}
	}
	return all;
}

function inOrder(blocks: ReadonlyMap<number, Json>): readonly Json[] {
	return [...blocks].sort(([one], [other]) => one - other).map(([, block]) => block);
}

function isObject(value: unknown): value is Json {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function objectOf(value: unknown): Json {
	return isObject(value) ? value : {};
}

function textOf(value: unknown): string {
	return typeof value === 'string' ? value : '';
}
