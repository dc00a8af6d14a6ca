import { headerOf } from '../../../../shared/header-of.ts';
import { isJsonObject } from '../../../../shared/json-object.ts';
import { profileName } from '../../../../shared/model/connection.ts';
import type { Attempt, Exchange, HeaderLines } from '../../../../shared/model/exchange.ts';
import type { Family } from '../../../../shared/model/family.ts';
import type { Operation } from '../../../../shared/model/operation.ts';
import { isInvoke } from '../../../../shared/model/operation.ts';
import type { GoingOn } from './how-to-go-on.ts';
import type { Json } from './json.ts';
import { isWhole } from './json.ts';
import { ownEndpoint } from './own-endpoint.ts';

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
	/** Null where it is not known: what another program recorded of a call to an address of its own. */
	readonly region: string | null;
	readonly access: CodeAccess;
	/** As the call went there, where the SDK would not go by itself; null otherwise. */
	readonly endpoint: string | null;
	/** The kind of AWS's own endpoint. */
	readonly fips: boolean;
	readonly dualStack: boolean;
	/** Of the request, as sent. */
	readonly url: string;
	/** The family of the native body; null for the Converse operations, and where it is not known. */
	readonly family: Family | null;
	/** The request's body as sent. */
	readonly text: string;
	/** The same, read. For the Converse operations always an object. */
	readonly body: Json;
	/** Whether `body` says all that `text` does; an SDK that writes the body by itself would send something else. */
	readonly whole: boolean;
	/** Named as the SDKs name them: `contentType`, `accept`, `guardrailIdentifier`, … Invoke operations only. */
	readonly parameters: Readonly<Record<string, string>>;
	/** Headers that change what is asked for, in the spelling of the wire. */
	readonly headers: HeaderLines;
	/** What a Lambda function that makes this call should be given; seconds. */
	readonly timeoutSeconds: number;
	/** How the program goes on with an answer that is cut off; null: it makes one call. */
	readonly goingOn: GoingOn | null;
	/** What else is to be said of it, as lines of a comment. No apostrophes: see `preparation`. */
	readonly remarks: readonly string[];
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
	'x-amzn-bedrock-request-metadata': 'requestMetadata',
};

/** What is known of an exchange's last request as the source of a program; null where its body is not such JSON. */
export function codeSource(exchange: Exchange, { request }: Attempt, bytes: Uint8Array): CodeSource | null {
	const { operation, modelId, family } = exchange;
	const text = textOf(bytes);
	const read = text === null ? null : parse(text);
	if (text === null || read === null) return null;
	if (!isInvoke(operation) && !isJsonObject(read.body)) return null;
	const headers = request.headers.filter(([name]) => isParameter(name.toLowerCase(), operation));
	const region = exchange.region || scopeRegion(request.headers);
	const own = ownEndpoint(exchange.endpoint, region ?? '');
	return {
		operation,
		modelId,
		region,
		access: accessOf(exchange, request.headers),
		endpoint: own === null ? exchange.endpoint : null,
		fips: own?.fips ?? false,
		dualStack: own?.dualStack ?? false,
		url: request.url,
		family,
		text,
		body: read.body,
		whole: read.whole,
		parameters: isInvoke(operation)
			? Object.fromEntries(headers.map(([name, value]) => [PARAMETERS[name.toLowerCase()] ?? name, value]))
			: {},
		headers,
		timeoutSeconds: timeoutOf(exchange.totalMs ?? 0),
		goingOn: null,
		remarks: [],
	};
}

/** Twice what a call took, in steps of ten; at least a minute, at most Lambda's own limit (AWS: Lambda quotas). */
export function timeoutOf(totalMs: number): number {
	return Math.min(900, Math.max(60, Math.ceil((totalMs * 2) / 10_000) * 10));
}

/** With a stream `Accept` means the stream itself, and the parameter has a header of its own. */
function isParameter(name: string, operation: Operation): boolean {
	return Object.hasOwn(PARAMETERS, name) && !(name === 'accept' && operation === 'InvokeModelWithResponseStream');
}

/** A byte order mark stays: it was sent. */
function textOf(bytes: Uint8Array): string | null {
	try {
		return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
	} catch {
		return null;
	}
}

/** Null also where it is nested too deeply to be read. */
function parse(text: string): { readonly body: Json; readonly whole: boolean } | null {
	try {
		const body = JSON.parse(text) as Json;
		return { body, whole: isWhole(text) };
	} catch {
		return null;
	}
}

/** The request itself tells whether it had an API key: a profile can't be asked any more. */
function accessOf({ connection }: Exchange, headers: HeaderLines): CodeAccess {
	if (connection === 'practice') return { kind: 'practice' };
	if (/^bearer\b/i.test(authorizationOf(headers))) return { kind: 'api-key' };
	const name = profileName(connection);
	if (name !== null) return { kind: 'profile', name };
	return { kind: connection === 'environment' ? 'environment' : 'default' };
}

/** The region that a request was signed for (AWS: Signature Version 4, credential scope). */
function scopeRegion(headers: HeaderLines): string | null {
	return /\/\d{8}\/([a-z0-9-]+)\/bedrock\/aws4_request/.exec(authorizationOf(headers))?.[1] ?? null;
}

function authorizationOf(headers: HeaderLines): string {
	return headerOf(headers, 'authorization') ?? '';
}
