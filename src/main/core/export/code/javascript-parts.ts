import { isJsonObject } from '../../../../shared/json-object.ts';
import { isInvoke } from '../../../../shared/model/operation.ts';
import type { CodeSource } from './code-source.ts';
import type { Dialect, Json } from './json.ts';
import { literal, stringLiteral, survives } from './json.ts';

const javascript: Dialect = {
	indent: '  ',
	constants: { null: 'null', true: 'true', false: 'false' },
	// `__proto__` without brackets would set the object's prototype.
	key: (name) => (name === '__proto__' ? '["__proto__"]' : /^[a-z_$][\w$]*$/i.test(name) ? name : stringLiteral(name)),
	bytes: (base64) => `Buffer.from(${stringLiteral(base64)}, "base64")`,
	parsed: (text) => `JSON.parse(${text})`,
};

/** The parts that a script and a Lambda handler in JavaScript share. */
export interface JavaScriptParts {
	readonly command: string;
	/** The client as an expression; with the profile where one was used and `profile` is true. */
	readonly client: string;
	/** `const input = …;`, with what stands before it. */
	readonly input: string;
}

export function javaScriptParts(source: CodeSource, options: { profile: boolean; typed: boolean }): JavaScriptParts {
	const { access, endpoint, region, operation, fips, dualStack } = source;
	const settings: Record<string, Json> = {
		...(region !== null && { region }),
		...(options.profile && access.kind === 'profile' && { profile: access.name }),
		...(endpoint !== null && { endpoint }),
		...(fips && { useFipsEndpoint: true }),
		...(dualStack && { useDualstackEndpoint: true }),
	};
	const command = `${operation}Command`;
	const input = options.typed ? `input: ${command}Input` : 'input';
	return {
		command,
		client: `new BedrockRuntimeClient(${inline(settings)})`,
		input: isInvoke(operation) ? invokeInput(source, input) : converseInput(source, input),
	};
}

function converseInput({ modelId, body }: CodeSource, name: string): string {
	const value = { modelId, ...(isJsonObject(body) ? body : {}) };
	return `const ${name} = ${literal(value, javascript, { blobs: true })};`;
}

function invokeInput({ modelId, body, text, parameters, goingOn }: CodeSource, name: string): string {
	const whole = survives(text, body);
	const members = Object.entries({ modelId, ...parameters }).map(
		([key, value]) => `  ${key}: ${stringLiteral(value)},`,
	);
	return [
		// To the byte: written anew, these numbers or spaces would come out otherwise.
		`const body = ${whole ? literal(body, javascript) : stringLiteral(text)};`,
		'',
		`const ${goingOn === null ? name : 'input'} = {`,
		...members,
		...(goingOn === null ? [`  body: ${whole ? 'JSON.stringify(body)' : 'body'},`] : []),
		'};',
	].join('\n');
}

function inline(settings: Readonly<Record<string, Json>>): string {
	const members = Object.entries(settings).map(([name, value]) => `${name}: ${literal(value, javascript)}`);
	return `{ ${members.join(', ')} }`;
}
