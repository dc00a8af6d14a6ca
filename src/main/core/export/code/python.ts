import type { Code } from '../../../../shared/model/code.ts';
import type { CodeSource } from './code-source.ts';
import { pythonGoingOn, pythonGoingOnModules, pythonLoop } from './going-on-python.ts';
import { stringLiteral } from './json.ts';
import { inexact, kebab, needsNewBotocore, preparation, program, reading } from './program.ts';
import { pythonParts } from './python-parts.ts';

/** A Python script with boto3 that makes the call and prints the answer. */
export function pythonCode(source: CodeSource): Code {
	const { access, operation, goingOn } = source;
	const { imports, client, request, call } = pythonParts(source);
	const from = access.kind === 'profile' ? `boto3.Session(profile_name=${stringLiteral(access.name)})` : 'boto3';
	const modules = new Set([
		...imports,
		...(reading(source) === 'invoke-stream' ? ['json'] : []),
		...(goingOn === null ? [] : ['sys', ...pythonGoingOnModules(goingOn)]),
	]);
	return {
		language: 'python',
		fileName: `${kebab(operation)}.py`,
		code: program([
			preparation(source, '#', 'pip install boto3'),
			inexact(source, '#'),
			needsNewBotocore(source),
			[...modules].sort().map((name) => `import ${name}`),
			modules.size > 0 ? '' : null,
			'import boto3',
			'from botocore.config import Config',
			'',
			`client = ${from}.client(${client})`,
			'',
			request,
			'',
			goingOn === null
				? [`response = ${call}`, print(source)]
				: [pythonGoingOn(source, goingOn, call), '', '', pythonLoop(goingOn, source)],
		]),
	};
}

function print(source: CodeSource): string[] {
	switch (reading(source)) {
		case 'converse':
			return [
				'for block in response["output"]["message"]["content"]:',
				'    print(block.get("text", block))',
				'print(response["stopReason"], response["usage"])',
			];
		case 'converse-stream':
			return [
				'for event in response["stream"]:',
				'    if "contentBlockDelta" in event:',
				'        print(event["contentBlockDelta"]["delta"].get("text", ""), end="", flush=True)',
				'    elif "messageStop" in event:',
				"        print(f\"\\n{event['messageStop']['stopReason']}\")",
				'    elif "metadata" in event:',
				'        print(event["metadata"]["usage"])',
			];
		case 'invoke':
			return ['print(json.dumps(json.loads(response["body"].read()), ensure_ascii=False, indent=2))'];
		default:
			return [
				'for event in response["body"]:',
				'    if "chunk" in event:',
				'        print(json.dumps(json.loads(event["chunk"]["bytes"]), ensure_ascii=False))',
			];
	}
}
