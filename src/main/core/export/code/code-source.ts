import { profileName } from '../../../../shared/model/connection.ts';
import type { Attempt, Exchange, HeaderLines } from '../../../../shared/model/exchange.ts';
import type { Operation } from '../../../../shared/model/operation.ts';
import { isInvoke } from '../../../../shared/model/operation.ts';
import type { Json, JsonObject } from './json.ts';

/**
 * Where a program has its credentials from. `environment`: the variables of access keys; `default`: wherever the SDK
 * looks by itself (web identity, a container, an instance).
 */
export type CodeAccess =
	| { readonly kind: 'profile'; readonly name: string }
	| { readonly kind: 'environment' | 'default' | 'api-key' | 'practice' };

/** Everything of an exchange that a program making the same call needs. Holds no secret. */
export interface CodeSource {
	readonly operation: Operation;
	readonly modelId: string;
	readonly region: string;
	readonly access: CodeAccess;
	/** As the call went there, where the SDK would not go by itself; null otherwise. */
	readonly endpoint: string | null;
	/** Of the request, as sent. */
	readonly url: string;
	/** The request's body as sent. */
	readonly text: string;
	/** The same, read. For the Converse operations always an object. */
	readonly body: Json;
	/** Named as the SDKs name them: `contentType`, `accept`, `guardrailIdentifier`, … Invoke operations only. */
	readonly parameters: Readonly<Record<string, string>>;
	/** Headers that change what is asked for, in the spelling of the wire. */
	readonly headers: HeaderLines;
	/** What a Lambda function that makes this call should be given; seconds. */
	readonly timeoutSeconds: number;
}

/** The headers of the invoke operations that are parameters (AWS API reference, InvokeModel). */
const PARAMETERS: Readonly<Record<string, string>> = {
	'content-type': 'contentType',
	accept: 'accept',
	'x-amzn-bedrock-accept': 'accept',
	'x-amzn-bedrock-trace': 'trace',
	'x-amzn-bedrock-guardrailidentifier': 'guardrailIdentifier',
	'x-amzn-bedrock-guardrailversion': 'guardrailVersion',
	'x-amzn-bedrock-performanceconfig-latency': 'performanceConfigLatency',
	'x-amzn-bedrock-service-tier': 'serviceTier',
};

/** What is known of an exchange's last request as the source of a program; null where its body is not such JSON. */
export function codeSource(exchange: Exchange, { request }: Attempt, bytes: Uint8Array): CodeSource | null {
	const { operation, modelId, region } = exchange;
	const text = textOf(bytes);
	const body = text === null ? undefined : parse(text);
	if (text === null || body === undefined) return null;
	if (!isInvoke(operation) && !isJsonObject(body)) return null;
	const headers = request.headers.filter(([name]) => Object.hasOwn(PARAMETERS, name.toLowerCase()));
	return {
		operation,
		modelId,
		region,
		access: accessOf(exchange, request.headers),
		endpoint: isOwnEndpoint(exchange.endpoint, region) ? null : exchange.endpoint,
		url: request.url,
		text,
		body,
		parameters: isInvoke(operation)
			? Object.fromEntries(headers.map(([name, value]) => [PARAMETERS[name.toLowerCase()] ?? name, value]))
			: {},
		headers,
		timeoutSeconds: timeoutOf(exchange.totalMs),
	};
}

export function isJsonObject(json: Json): json is JsonObject {
	return typeof json === 'object' && json !== null && !Array.isArray(json);
}

/** A byte order mark stays: it was sent. */
function textOf(bytes: Uint8Array): string | null {
	try {
		return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
	} catch {
		return null;
	}
}

function parse(text: string): Json | undefined {
	try {
		return JSON.parse(text) as Json;
	} catch {
		return undefined;
	}
}

/** The request itself tells whether it had an API key: a profile can't be asked any more. */
function accessOf({ connection }: Exchange, headers: HeaderLines): CodeAccess {
	if (connection === 'practice') return { kind: 'practice' };
	const authorization = headers.find(([name]) => name.toLowerCase() === 'authorization')?.[1] ?? '';
	if (/^bearer\b/i.test(authorization)) return { kind: 'api-key' };
	const name = profileName(connection);
	if (name !== null) return { kind: 'profile', name };
	return { kind: connection === 'environment' ? 'environment' : 'default' };
}

/** Where the SDKs go for a region without being told (AWS General Reference: Amazon Bedrock endpoints). */
function isOwnEndpoint(endpoint: string, region: string): boolean {
	const host = `https://bedrock-runtime.${region}.amazonaws.com`;
	return [host, `${host}.cn`].includes(endpoint.replace(/\/$/, ''));
}

/** Twice what the call took, in steps of ten; at least a minute, at most Lambda's own limit (AWS: Lambda quotas). */
function timeoutOf(totalMs: number | null): number {
	return Math.min(900, Math.max(60, Math.ceil(((totalMs ?? 0) * 2) / 10_000) * 10));
}
