import type { Family } from '../../../../shared/model/family.ts';
import { isInvoke } from '../../../../shared/model/operation.ts';
import type { CodeSource } from './code-source.ts';
import type { GoingOn } from './how-to-go-on.ts';
import { stringLiteral } from './json.ts';
import type { Lines } from './program.ts';
import { cutReason, reading } from './program.ts';

/** The functions that a script and a Lambda handler in Python share to go on with an answer that is cut off. */
export function pythonGoingOn(source: CodeSource, goingOn: GoingOn, call: string): Lines {
	return [
		'# How often to go on with an answer that was cut off.',
		`FURTHER_CALLS = ${goingOn.limit}`,
		'',
		'',
		`def call(${bodyName(source)}):`,
		'    """Makes one call. Gives its text, as it comes, and why it stopped."""',
		reader(source, call).map((line) => `    ${line}`),
		'',
		'',
		'def request_after(answer):',
		'    """What to send when this much of the answer is there. A prefill must not end with white space."""',
		'    partial = answer.rstrip()',
		'    if not partial:',
		`        return ${bodyName(source)}`,
		request(source, goingOn).map((line) => `    ${line}`),
		'',
		'',
		'def joined(answer, text):',
		'    """Adds a further text to the answer. White space between them is neither lost nor doubled."""',
		goingOn.words === null ? [] : REPETITION,
		'    end = answer[len(answer.rstrip()):]',
		'    for length in range(len(end), 0, -1):',
		'        if text.startswith(end[-length:]):',
		'            return answer + text[length:]',
		'    return answer + text',
	];
}

/** Modules of Python's own that they need, beside those of the call. */
export function pythonGoingOnModules({ words }: GoingOn): readonly string[] {
	return words === null ? [] : ['re'];
}

/** The loop of a script, which prints the answer as it comes. */
export function pythonLoop({ words }: GoingOn, source: CodeSource): readonly string[] {
	const undecided = words === null ? 'not text.strip()' : 'text.lstrip() in before';
	return [
		'answer, stop_reason = "", None',
		'for _ in range(1 + FURTHER_CALLS):',
		'    before, text = answer, ""',
		'    for piece, stop_reason in call(request_after(before)):',
		'        text += piece',
		`        if ${undecided} and stop_reason is None:`,
		'            continue  # How it is joined is not yet certain.',
		'        longer = joined(before, text)',
		'        print(longer[len(answer):], end="", flush=True)',
		'        answer = longer',
		`    if stop_reason != "${cutReason(source)}" or answer == before:`,
		'        break',
		'print(f"\\n[{stop_reason}]", file=sys.stderr)',
	];
}

/** The same for a handler, as the value of its answer. */
export function pythonAnswer(source: CodeSource): readonly string[] {
	return [
		'def ask():',
		'    answer, calls = "", 0',
		'    while True:',
		'        pieces = list(call(request_after(answer)))',
		'        before, answer = answer, joined(answer, "".join(text for text, _ in pieces))',
		'        calls, stop_reason = calls + 1, pieces[-1][1] if pieces else None',
		`        if stop_reason != "${cutReason(source)}" or answer == before or calls > FURTHER_CALLS:`,
		'            return {"text": answer, "stopReason": stop_reason, "calls": calls}',
	];
}

/**
 * The app's own rule (docs/decisions/0008) in its plain cases: what it takes off, the app would, too. 24 bytes are eight
 * characters of Japanese; words that stand twice in the answer, or on a line of their own, may come once more.
 */
const REPETITION = [
	'    # Asked in words, a model may begin with its last word, or with more of what it had written.',
	'    word = re.search(r"(?<![A-Za-zÀ-ɏ0-9])[A-Za-zÀ-ɏ]{4,}$", answer)',
	'    if word and text.startswith(word[0]):',
	'        text = text[len(word[0]):]',
	'    tail, start = answer.rstrip()[-1000:], text.lstrip()',
	'    same_line = "\\n" in answer[len(answer.rstrip()):] or "\\n" not in text[: len(text) - len(start)]',
	'    for length in range(len(tail), 7, -1):',
	'        repeated = tail[-length:]',
	'        if same_line and start.startswith(repeated) and len(repeated.encode("utf-8")) >= 24:',
	'            text = start[length:] if tail.count(repeated[-16:]) == 1 else text',
	'            break',
];

function bodyName({ operation }: CodeSource): string {
	return isInvoke(operation) ? 'body' : 'request';
}

/** What separates the assistant's name and its text. */
const SPACES = { always: '" " + ', 'if-none': '("" if partial[0].isspace() else " ") + ', never: '' } as const;

function request(source: CodeSource, { talk, words }: GoingOn): readonly string[] {
	const name = bodyName(source);
	if (talk.kind === 'prompt') {
		const ask = words === null ? '' : ` + ${stringLiteral(`${talk.before}${words}${talk.after}`)}`;
		const key = stringLiteral(talk.key);
		return [`return {**${name}, ${key}: ${name}[${key}] + ${SPACES[talk.space]}partial${ask}}`];
	}
	if (talk.kind === 'history') {
		return [
			`rest = {key: value for key, value in ${name}.items() if key not in ("message", "chat_history")}`,
			'history = [',
			...(talk.begun ? [`    *${name}["chat_history"],`] : []),
			`    {"role": "USER", "message": ${name}["message"]},`,
			'    {"role": "CHATBOT", "message": partial},',
			']',
			`return {"message": ${stringLiteral(words ?? '')}, "chat_history": history, **rest}`,
		];
	}
	const said = (role: string, text: string) =>
		talk.content === 'text'
			? `{"role": "${role}", "content": ${text}}`
			: `{"role": "${role}", "content": [{${talk.content === 'typed' ? '"type": "text", ' : ''}"text": ${text}}]}`;
	return [
		'messages = [',
		`    *${name}["messages"],`,
		`    ${said('assistant', 'partial')},`,
		...(words === null ? [] : [`    ${said('user', stringLiteral(words))},`]),
		']',
		`return {**${name}, "messages": messages}`,
	];
}

const BLOCKS = '"".join(block.get("text", "") for block in';

function reader(source: CodeSource, call: string): readonly string[] {
	switch (reading(source)) {
		case 'converse':
			return [
				`response = ${call}`,
				`text = ${BLOCKS} response["output"]["message"]["content"])`,
				'yield text, response["stopReason"]',
			];
		case 'converse-stream':
			return [`for event in ${call}["stream"]:`, ...deltas('event')];
		case 'invoke':
			return [`answer = json.loads(${call}["body"].read())`, `yield ${whole(source)}`];
		default:
			return [`for event in ${call}["body"]:`, '    chunk = json.loads(event["chunk"]["bytes"])', ...chunks(source)];
	}
}

function deltas(name: string): readonly string[] {
	return [
		`    if "contentBlockDelta" in ${name}:`,
		`        yield ${name}["contentBlockDelta"]["delta"].get("text", ""), None`,
		`    elif "messageStop" in ${name}:`,
		`        yield "", ${name}["messageStop"]["stopReason"]`,
	];
}

function whole({ family }: CodeSource): string {
	switch (family) {
		case 'claude-text':
			return 'answer["completion"], answer["stop_reason"]';
		case 'titan-text':
			return 'answer["results"][0]["outputText"], answer["results"][0]["completionReason"]';
		case 'llama':
			return 'answer["generation"], answer["stop_reason"]';
		case 'mistral-text':
			return 'answer["outputs"][0]["text"], answer["outputs"][0]["stop_reason"]';
		case 'jurassic':
			return 'answer["completions"][0]["data"]["text"], answer["completions"][0]["finishReason"]["reason"]';
		case 'cohere-command':
			return 'answer["text"], answer["finish_reason"]';
		case 'deepseek-r1':
			return 'answer["choices"][0]["text"], answer["choices"][0]["stop_reason"]';
		case 'openai-chat':
		case 'mistral-chat':
		case 'jamba':
			return `answer["choices"][0]["message"].get("content") or "", ${chatReason(family, 'answer["choices"][0]')}`;
		case 'nova':
			return `${BLOCKS} answer["output"]["message"]["content"]), answer["stopReason"]`;
		case 'claude-messages':
		// Vectors are not gone on with.
		case 'titan-embed':
		case 'cohere-embed':
		case null:
			return `${BLOCKS} answer["content"]), answer["stop_reason"]`;
	}
}

function chunks({ family }: CodeSource): readonly string[] {
	switch (family) {
		case 'claude-text':
			return ['    yield chunk["completion"], chunk.get("stop_reason")'];
		case 'titan-text':
			return ['    yield chunk["outputText"], chunk.get("completionReason")'];
		case 'nova':
			return deltas('chunk');
		case 'llama':
			return ['    yield chunk["generation"], chunk.get("stop_reason")'];
		case 'mistral-text':
			return ['    output = chunk["outputs"][0]', '    yield output["text"], output.get("stop_reason")'];
		case 'cohere-command':
			return [
				'    if chunk["event_type"] == "text-generation":',
				'        yield chunk["text"], None',
				'    elif chunk["event_type"] == "stream-end":',
				'        yield "", chunk["finish_reason"]',
			];
		case 'deepseek-r1':
			return ['    choice = chunk["choices"][0]', '    yield choice["text"], choice.get("stop_reason")'];
		case 'openai-chat':
		case 'mistral-chat':
		case 'jamba':
			return [
				'    for choice in chunk["choices"][:1]:',
				`        yield choice["delta"].get("content") or "", ${chatReason(family, 'choice')}`,
			];
		case 'claude-messages':
		// It has no stream.
		case 'jurassic':
		// Vectors are not gone on with.
		case 'titan-embed':
		case 'cohere-embed':
		case null:
			return [
				'    if chunk["type"] == "content_block_delta":',
				'        yield chunk["delta"].get("text", ""), None',
				'    elif chunk["type"] == "message_delta":',
				'        yield "", chunk["delta"]["stop_reason"]',
			];
	}
}

/** Mistral's older models name it as their prompt's body does. */
function chatReason(family: Family, choice: string): string {
	const reason = `${choice}.get("finish_reason")`;
	return family === 'mistral-chat' ? `${choice}.get("stop_reason") or ${reason}` : reason;
}
