import type { Code } from '../../../../shared/model/code.ts';
import type { LeastPolicy } from '../../../../shared/model/policy.ts';
import type { CodeSource } from './code-source.ts';
import { javaScriptAnswer, javaScriptGoingOn } from './going-on-javascript.ts';
import { javaScriptParts } from './javascript-parts.ts';
import { lambdaNotes } from './lambda-notes.ts';
import { inexact, program, reading } from './program.ts';

/** A Lambda handler for Node that makes the call and answers an API Gateway proxy integration. */
export function lambdaNodeCode(source: CodeSource, policy: LeastPolicy): Code {
	const { goingOn } = source;
	const { command, client, input } = javaScriptParts(source, { profile: false, typed: false });
	return {
		language: 'javascript',
		fileName: 'index.mjs',
		code: program([
			lambdaNotes(source, policy, '//', 'Node.js 22 or later'),
			inexact(source, '//'),
			`import { BedrockRuntimeClient, ${command} } from "@aws-sdk/client-bedrock-runtime";`,
			'',
			`const client = ${client};`,
			'',
			input,
			'',
			goingOn === null ? [] : [javaScriptGoingOn(source, goingOn, false), '', javaScriptAnswer(source), ''],
			'export async function handler(event) {',
			'  try {',
			goingOn === null
				? [
						`    const response = await client.send(new ${command}(input));`,
						answer(source).map((line) => `    ${line}`),
						'    return proxyResponse(200, answer);',
					]
				: '    return proxyResponse(200, await ask());',
			'  } catch (error) {',
			'    const { name, message } = error;',
			'    return proxyResponse(error.$metadata?.httpStatusCode ?? 502, { error: { name, message } });',
			'  }',
			'}',
			'',
			'function proxyResponse(statusCode, body) {',
			'  const headers = { "Content-Type": "application/json; charset=utf-8" };',
			'  return { statusCode, headers, body: JSON.stringify(body) };',
			'}',
		]),
	};
}

function answer(source: CodeSource): string[] {
	switch (reading(source)) {
		case 'converse':
			return ['const { output, stopReason, usage } = response;', 'const answer = { output, stopReason, usage };'];
		case 'converse-stream':
			return [
				'const answer = { text: "" };',
				'for await (const part of response.stream) {',
				'  if (part.contentBlockDelta) answer.text += part.contentBlockDelta.delta?.text ?? "";',
				'  if (part.messageStop) answer.stopReason = part.messageStop.stopReason;',
				'  if (part.metadata) answer.usage = part.metadata.usage;',
				'}',
			];
		case 'invoke':
			return ['const answer = JSON.parse(response.body.transformToString());'];
		default:
			return [
				'const answer = [];',
				'for await (const part of response.body) {',
				'  if (part.chunk?.bytes) answer.push(JSON.parse(new TextDecoder().decode(part.chunk.bytes)));',
				'}',
			];
	}
}
