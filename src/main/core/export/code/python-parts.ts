import { isJsonObject } from '../../../../shared/json-object.ts';
import { isInvoke } from '../../../../shared/model/operation.ts';
import type { CodeSource } from './code-source.ts';
import type { Dialect } from './json.ts';
import { literal, stringLiteral, survives } from './json.ts';
import { snake } from './program.ts';

const python: Dialect = {
	indent: '    ',
	constants: { null: 'None', true: 'True', false: 'False' },
	key: stringLiteral,
	bytes: (base64) => `base64.b64decode(${stringLiteral(base64)})`,
	parsed: (text) => `json.loads(${text})`,
};

/** The parts that a script and a Lambda handler in Python share. */
export interface PythonParts {
	/** Modules of Python's own to import, sorted. */
	readonly imports: readonly string[];
	/** Keyword arguments of `client(…)`. */
	readonly client: string;
	/** The request: `body = …` or `request = …`. */
	readonly request: string;
	/** The call as an expression. */
	readonly call: string;
}

export function pythonParts(source: CodeSource): PythonParts {
	const { endpoint, region, operation, fips, dualStack } = source;
	const config = [
		// botocore gives up after 60 s without a byte, which a long answer may take.
		`read_timeout=${source.timeoutSeconds}`,
		...(fips ? ['use_fips_endpoint=True'] : []),
		...(dualStack ? ['use_dualstack_endpoint=True'] : []),
	];
	const client = [
		'"bedrock-runtime"',
		...(region === null ? [] : [`region_name=${stringLiteral(region)}`]),
		...(endpoint === null ? [] : [`endpoint_url=${stringLiteral(endpoint)}`]),
		`config=Config(${config.join(', ')})`,
	].join(', ');
	return isInvoke(operation) ? { client, ...invoke(source) } : { client, ...converse(source) };
}

function converse({ modelId, body, operation }: CodeSource): Omit<PythonParts, 'client'> {
	const request = literal({ modelId, ...(isJsonObject(body) ? body : {}) }, python, { blobs: true });
	return {
		imports: [
			...(request.includes('base64.b64decode(') ? ['base64'] : []),
			...(request.includes('json.loads(') ? ['json'] : []),
		],
		request: `request = ${request}`,
		call: `client.${snake(operation)}(**request)`,
	};
}

function invoke({ modelId, body, text, parameters, operation }: CodeSource): Omit<PythonParts, 'client'> {
	const whole = survives(text, body);
	const written = whole ? 'json.dumps(body, ensure_ascii=False, separators=(",", ":"))' : 'body';
	const named = Object.entries({ modelId, ...parameters }).map(([name, value]) => `${name}=${stringLiteral(value)}`);
	return {
		imports: ['json'],
		// To the byte: written anew, these numbers or spaces would come out otherwise.
		request: `body = ${whole ? literal(body, python) : stringLiteral(text)}`,
		call: `client.${snake(operation)}(${[...named, `body=${written}.encode("utf-8")`].join(', ')})`,
	};
}
