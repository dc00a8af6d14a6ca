import type { Family } from '../../../../shared/model/family.ts';
import { isInvoke } from '../../../../shared/model/operation.ts';
import type { CodeSource } from './code-source.ts';
import type { GoingOn } from './how-to-go-on.ts';
import { stringLiteral } from './json.ts';
import type { Lines } from './program.ts';
import { cutReason, reading } from './program.ts';

/** The functions that a script and a Lambda handler in JavaScript share to go on with an answer that is cut off. */
export function javaScriptGoingOn(source: CodeSource, goingOn: GoingOn, typed: boolean): Lines {
	const { operation } = source;
	const command = `${operation}Command`;
	const invoke = isInvoke(operation);
	const name = invoke ? 'body' : 'input';
	const type = (text: string) => (typed ? `: ${text}` : '');
	const sent = invoke ? '{ ...input, body: JSON.stringify(body) }' : 'input';
	return [
		'// How often to go on with an answer that was cut off.',
		`const furtherCalls = ${goingOn.limit};`,
		'',
		'/** Makes one call. Gives its text, as it comes, and why it stopped. */',
		`async function* call(${name}${type(invoke ? 'object' : `${command}Input`)})${type('AsyncGenerator<{ text: string; stopReason?: string }>')} {`,
		`  const response = await client.send(new ${command}(${sent}));`,
		reader(source).map((line) => `  ${line}`),
		'}',
		'',
		'/** What to send when this much of the answer is there. A prefill must not end with white space. */',
		`function requestAfter(answer${type('string')})${type(invoke ? 'object' : `${command}Input`)} {`,
		'  const partial = answer.trimEnd();',
		`  if (partial === "") return ${name};`,
		request(name, goingOn, typed && !invoke).map((line) => `  ${line}`),
		'}',
		'',
		'/** Adds a further text to the answer. White space between them is neither lost nor doubled. */',
		`function joined(answer${type('string')}, text${type('string')})${type('string')} {`,
		goingOn.words === null ? [] : REPETITION,
		'  const end = answer.slice(answer.trimEnd().length);',
		'  for (let length = end.length; length > 0; length--) {',
		'    if (text.startsWith(end.slice(-length))) return answer + text.slice(length);',
		'  }',
		'  return answer + text;',
		'}',
	];
}

/** The loop of a script, which prints the answer as it comes. */
export function javaScriptLoop({ words }: GoingOn, source: CodeSource, typed: boolean): readonly string[] {
	const undecided = words === null ? 'text.trim() === ""' : 'before.includes(text.trimStart())';
	return [
		'let answer = "";',
		`let stopReason${typed ? ': string | undefined' : ''};`,
		'for (let calls = 0; calls <= furtherCalls; calls++) {',
		'  const before = answer;',
		'  let text = "";',
		'  for await (const piece of call(requestAfter(before))) {',
		'    text += piece.text;',
		'    stopReason = piece.stopReason;',
		'    // How it is joined is not yet certain.',
		`    if (${undecided} && !stopReason) continue;`,
		'    const longer = joined(before, text);',
		'    process.stdout.write(longer.slice(answer.length));',
		'    answer = longer;',
		'  }',
		`  if (stopReason !== "${cutReason(source)}" || answer === before) break;`,
		'}',
		'console.error("\\n[" + stopReason + "]");',
	];
}

/** The same for a handler, as the value of its answer. */
export function javaScriptAnswer(source: CodeSource): readonly string[] {
	return [
		'async function ask() {',
		'  let text = "";',
		'  for (let calls = 1; ; calls++) {',
		'    const before = text;',
		'    let further = "";',
		'    let stopReason;',
		'    for await (const piece of call(requestAfter(before))) {',
		'      further += piece.text;',
		'      stopReason = piece.stopReason;',
		'    }',
		'    text = joined(before, further);',
		`    if (stopReason !== "${cutReason(source)}" || text === before || calls > furtherCalls) {`,
		'      return { text, stopReason, calls };',
		'    }',
		'  }',
		'}',
	];
}

/** See `going-on-python.ts`. */
const REPETITION = [
	'  // Asked in words, a model may begin with its last word, or with more of what it had written.',
	'  const [word] = answer.match(/(?<![A-Za-zÀ-ɏ0-9])[A-Za-zÀ-ɏ]{4,}$/) ?? [];',
	'  if (word && text.startsWith(word)) text = text.slice(word.length);',
	'  const [tail, start] = [answer.trimEnd().slice(-1000), text.trimStart()];',
	'  const sameLine = /\\n\\s*$/.test(answer) || !/^\\s*\\n/.test(text);',
	'  for (let length = tail.length; length > 7; length--) {',
	'    const repeated = tail.slice(-length);',
	'    if (sameLine && start.startsWith(repeated) && Buffer.byteLength(repeated) >= 24) {',
	'      if (tail.split(repeated.slice(-16)).length === 2) text = start.slice(length);',
	'      break;',
	'    }',
	'  }',
];

/** What separates the assistant's name and its text. */
const SPACES = { always: '" " + ', 'if-none': '(/^\\s/.test(partial) ? "" : " ") + ', never: '' } as const;

function request(name: string, { talk, words }: GoingOn, optional: boolean): readonly string[] {
	if (talk.kind === 'prompt') {
		const ask = words === null ? '' : ` + ${stringLiteral(`${talk.before}${words}${talk.after}`)}`;
		return [`return { ...${name}, ${talk.key}: ${name}.${talk.key} + ${SPACES[talk.space]}partial${ask} };`];
	}
	if (talk.kind === 'history') {
		return [
			`const { message, ${talk.begun ? 'chat_history, ' : ''}...rest } = ${name};`,
			'const said = [{ role: "USER", message }, { role: "CHATBOT", message: partial }];',
			`const history = ${talk.begun ? '[...chat_history, ...said]' : 'said'};`,
			`return { message: ${stringLiteral(words ?? '')}, chat_history: history, ...rest };`,
		];
	}
	const said = (role: string, text: string) =>
		talk.content === 'text'
			? `{ role: "${role}", content: ${text} }`
			: `{ role: "${role}", content: [{ ${talk.content === 'typed' ? 'type: "text", ' : ''}text: ${text} }] }`;
	return [
		`return {`,
		`  ...${name},`,
		'  messages: [',
		`    ...${optional ? `(${name}.messages ?? [])` : `${name}.messages`},`,
		`    ${said('assistant', 'partial')},`,
		...(words === null ? [] : [`    ${said('user', stringLiteral(words))},`]),
		'  ],',
		'};',
	];
}

function reader(source: CodeSource): readonly string[] {
	switch (reading(source)) {
		case 'converse':
			return [
				'const blocks = response.output?.message?.content ?? [];',
				'yield { text: blocks.map((block) => block.text ?? "").join(""), stopReason: response.stopReason };',
			];
		case 'converse-stream':
			return ['for await (const event of response.stream ?? []) {', ...deltas('event'), '}'];
		case 'invoke':
			return ['const answer = JSON.parse(response.body.transformToString());', ...whole(source)];
		default:
			return [
				'for await (const event of response.body ?? []) {',
				'  const chunk = JSON.parse(new TextDecoder().decode(event.chunk?.bytes));',
				...chunks(source),
				'}',
			];
	}
}

function deltas(name: string): readonly string[] {
	return [
		`  if (${name}.contentBlockDelta) yield { text: ${name}.contentBlockDelta.delta?.text ?? "" };`,
		`  if (${name}.messageStop) yield { text: "", stopReason: ${name}.messageStop.stopReason };`,
	];
}

function whole({ family }: CodeSource): readonly string[] {
	const blocks = (path: string, reason: string) => [
		'let text = "";',
		`for (const block of ${path}) text += block.text ?? "";`,
		`yield { text, stopReason: ${reason} };`,
	];
	switch (family) {
		case 'claude-text':
			return ['yield { text: answer.completion, stopReason: answer.stop_reason };'];
		case 'titan-text':
			return [
				'const [result] = answer.results;',
				'yield { text: result.outputText, stopReason: result.completionReason };',
			];
		case 'nova':
			return blocks('answer.output.message.content', 'answer.stopReason');
		case 'llama':
			return ['yield { text: answer.generation, stopReason: answer.stop_reason };'];
		case 'mistral-text':
			return ['const [output] = answer.outputs;', 'yield { text: output.text, stopReason: output.stop_reason };'];
		case 'jurassic':
			return [
				'const [completion] = answer.completions;',
				'yield { text: completion.data.text, stopReason: completion.finishReason.reason };',
			];
		case 'cohere-command':
			return ['yield { text: answer.text, stopReason: answer.finish_reason };'];
		case 'deepseek-r1':
			return ['const [choice] = answer.choices;', 'yield { text: choice.text, stopReason: choice.stop_reason };'];
		case 'openai-chat':
		case 'mistral-chat':
		case 'jamba':
			return [
				'const [choice] = answer.choices;',
				`yield { text: choice.message.content ?? "", stopReason: ${chatReason(family)} };`,
			];
		case 'claude-messages':
		// Vectors are not gone on with.
		case 'titan-embed':
		case 'cohere-embed':
		case null:
			return blocks('answer.content', 'answer.stop_reason');
	}
}

function chunks({ family }: CodeSource): readonly string[] {
	switch (family) {
		case 'claude-text':
			return ['  yield { text: chunk.completion, stopReason: chunk.stop_reason };'];
		case 'titan-text':
			return ['  yield { text: chunk.outputText, stopReason: chunk.completionReason };'];
		case 'nova':
			return deltas('chunk');
		case 'llama':
			return ['  yield { text: chunk.generation, stopReason: chunk.stop_reason };'];
		case 'mistral-text':
			return ['  const [output] = chunk.outputs;', '  yield { text: output.text, stopReason: output.stop_reason };'];
		case 'cohere-command':
			return [
				'  if (chunk.event_type === "text-generation") yield { text: chunk.text };',
				'  if (chunk.event_type === "stream-end") yield { text: "", stopReason: chunk.finish_reason };',
			];
		case 'deepseek-r1':
			return ['  const [choice] = chunk.choices;', '  yield { text: choice.text, stopReason: choice.stop_reason };'];
		case 'openai-chat':
		case 'mistral-chat':
		case 'jamba':
			return [
				'  const [choice] = chunk.choices;',
				`  if (choice) yield { text: choice.delta.content ?? "", stopReason: ${chatReason(family)} };`,
			];
		case 'claude-messages':
		// It has no stream.
		case 'jurassic':
		// Vectors are not gone on with.
		case 'titan-embed':
		case 'cohere-embed':
		case null:
			return [
				'  if (chunk.type === "content_block_delta") yield { text: chunk.delta.text ?? "" };',
				'  if (chunk.type === "message_delta") yield { text: "", stopReason: chunk.delta.stop_reason };',
			];
	}
}

/** Mistral's older models name it as their prompt's body does. */
function chatReason(family: Family): string {
	return family === 'mistral-chat' ? 'choice.stop_reason ?? choice.finish_reason' : 'choice.finish_reason';
}
