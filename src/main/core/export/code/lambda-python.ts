import type { Code } from '../../../../shared/model/code.ts';
import type { LeastPolicy } from '../../../../shared/model/policy.ts';
import type { CodeSource } from './code-source.ts';
import { pythonAnswer, pythonGoingOn, pythonGoingOnModules } from './going-on-python.ts';
import { lambdaNotes } from './lambda-notes.ts';
import { inexact, needsNewBotocore, program, reading } from './program.ts';
import { pythonParts } from './python-parts.ts';

/** A Lambda handler in Python that makes the call and answers an API Gateway proxy integration. */
export function lambdaPythonCode(source: CodeSource, policy: LeastPolicy): Code {
	const { imports, client, request, call } = pythonParts(source);
	const { goingOn } = source;
	const modules = new Set([...imports, 'json', ...(goingOn === null ? [] : pythonGoingOnModules(goingOn))]);
	return {
		language: 'python',
		fileName: 'lambda_function.py',
		code: program([
			lambdaNotes(source, policy, '#', 'Python 3.12 or later'),
			inexact(source, '#'),
			needsNewBotocore(source),
			[...modules].sort().map((name) => `import ${name}`),
			'',
			'import boto3',
			'from botocore.config import Config',
			'from botocore.exceptions import ClientError, EventStreamError',
			'',
			`client = boto3.client(${client})`,
			'',
			request,
			'',
			goingOn === null ? '' : [pythonGoingOn(source, goingOn, call), '', '', pythonAnswer(source), '', ''],
			'def lambda_handler(event, context):',
			'    try:',
			goingOn === null
				? [`        response = ${call}`, answer(source).map((line) => `        ${line}`)]
				: '        answer = ask()',
			'    except (ClientError, EventStreamError) as error:',
			'        status = error.response.get("ResponseMetadata", {}).get("HTTPStatusCode", 502)',
			'        return proxy_response(status, {"error": error.response["Error"]})',
			'    return proxy_response(200, answer)',
			'',
			'',
			'def proxy_response(status, body):',
			'    return {',
			'        "statusCode": status,',
			'        "headers": {"Content-Type": "application/json; charset=utf-8"},',
			'        "body": json.dumps(body, ensure_ascii=False),',
			'    }',
		]),
	};
}

function answer(source: CodeSource): string[] {
	switch (reading(source)) {
		case 'converse':
			return ['answer = {name: response[name] for name in ("output", "stopReason", "usage")}'];
		case 'converse-stream':
			return [
				'answer = {"text": ""}',
				'for part in response["stream"]:',
				'    if "contentBlockDelta" in part:',
				'        answer["text"] += part["contentBlockDelta"]["delta"].get("text", "")',
				'    elif "messageStop" in part:',
				'        answer["stopReason"] = part["messageStop"]["stopReason"]',
				'    elif "metadata" in part:',
				'        answer["usage"] = part["metadata"]["usage"]',
			];
		case 'invoke':
			return ['answer = json.loads(response["body"].read())'];
		default:
			return ['answer = [json.loads(part["chunk"]["bytes"]) for part in response["body"] if "chunk" in part]'];
	}
}
