import type { Code } from '../../../../shared/model/code.ts';
import { isInvoke } from '../../../../shared/model/operation.ts';
import type { CodeSource } from './code-source.ts';
import { javaScriptGoingOn, javaScriptLoop } from './going-on-javascript.ts';
import { javaScriptParts } from './javascript-parts.ts';
import { inexact, kebab, preparation, program, reading } from './program.ts';

/** A script for Node with the AWS SDK for JavaScript v3 that makes the call and prints the answer. */
export function javaScriptCode(source: CodeSource, language: 'javascript' | 'typescript'): Code {
	const typed = language === 'typescript';
	const { goingOn } = source;
	const { command, client, input } = javaScriptParts(source, { profile: true, typed });
	return {
		language,
		fileName: `${kebab(source.operation)}.${typed ? 'mts' : 'mjs'}`,
		code: program([
			preparation(source, '//', 'npm install @aws-sdk/client-bedrock-runtime'),
			inexact(source, '//'),
			`import { BedrockRuntimeClient, ${command} } from "@aws-sdk/client-bedrock-runtime";`,
			typed && !(goingOn !== null && isInvoke(source.operation))
				? `import type { ${command}Input } from "@aws-sdk/client-bedrock-runtime";`
				: null,
			'',
			`const client = ${client};`,
			'',
			input,
			'',
			goingOn === null
				? [`const response = await client.send(new ${command}(input));`, print(source)]
				: [javaScriptGoingOn(source, goingOn, typed), '', javaScriptLoop(goingOn, source, typed)],
		]),
	};
}

function print(source: CodeSource): string[] {
	switch (reading(source)) {
		case 'converse':
			return [
				'for (const block of response.output?.message?.content ?? []) console.log(block.text ?? block);',
				'console.log(response.stopReason, response.usage);',
			];
		case 'converse-stream':
			return [
				'for await (const event of response.stream ?? []) {',
				'  if (event.contentBlockDelta) process.stdout.write(event.contentBlockDelta.delta?.text ?? "");',
				'  if (event.messageStop) console.log("\\n" + event.messageStop.stopReason);',
				'  if (event.metadata) console.log(event.metadata.usage);',
				'}',
			];
		case 'invoke':
			return ['console.log(JSON.stringify(JSON.parse(response.body.transformToString()), null, 2));'];
		default:
			return [
				'for await (const event of response.body ?? []) {',
				'  if (event.chunk?.bytes) console.log(new TextDecoder().decode(event.chunk.bytes));',
				'}',
			];
	}
}
