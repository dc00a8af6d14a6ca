import { isJsonObject } from '../../../../shared/json-object.ts';
import type { HeaderLines } from '../../../../shared/model/exchange.ts';
import type { Operation } from '../../../../shared/model/operation.ts';
import { isInvoke, isStreaming } from '../../../../shared/model/operation.ts';
import type { CodeSource } from './code-source.ts';

/** The operation that asks the same in the other way, and the ends of both paths (AWS API reference, Bedrock Runtime). */
const OTHER: Readonly<Record<Operation, readonly [Operation, from: string, to: string]>> = {
	Converse: ['ConverseStream', '/converse', '/converse-stream'],
	ConverseStream: ['Converse', '/converse-stream', '/converse'],
	InvokeModel: ['InvokeModelWithResponseStream', '/invoke', '/invoke-with-response-stream'],
	InvokeModelWithResponseStream: ['InvokeModel', '/invoke-with-response-stream', '/invoke'],
};

/** The same call with its answer streamed, or in one piece; null: as it was. */
export function withStreaming(source: CodeSource, streaming: boolean | null): CodeSource {
	if (streaming === null || streaming === isStreaming(source.operation)) return source;
	const [operation, from, to] = OTHER[source.operation];
	const { url } = source;
	return {
		...source,
		operation,
		url: url.endsWith(from) ? `${url.slice(0, -from.length)}${to}` : url,
		headers: isInvoke(operation) ? withAccept(source.headers, streaming) : source.headers,
		...(operation === 'Converse' && withoutStreamGuardrail(source)),
	};
}

function withAccept(headers: HeaderLines, streaming: boolean): HeaderLines {
	const [from, to] = streaming ? ['accept', 'X-Amzn-Bedrock-Accept'] : ['x-amzn-bedrock-accept', 'Accept'];
	return headers.map(([name, value]) => [name.toLowerCase() === from ? to : name, value]);
}

/** `streamProcessingMode` is for streams only (GuardrailStreamConfiguration). */
function withoutStreamGuardrail({ body }: CodeSource): Partial<CodeSource> {
	if (!isJsonObject(body)) return {};
	const { guardrailConfig } = body;
	if (guardrailConfig === undefined || !isJsonObject(guardrailConfig)) return {};
	if (!Object.hasOwn(guardrailConfig, 'streamProcessingMode')) return {};
	const { streamProcessingMode: _, ...rest } = guardrailConfig;
	const changed = { ...body, guardrailConfig: rest };
	return { body: changed, text: JSON.stringify(changed) };
}
