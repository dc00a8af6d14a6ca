import type { GuardrailWish } from './guardrails/guardrail.ts';
import type { JsonObject, JsonValue } from './json.ts';
import { isJsonObject } from './json.ts';
import { invalid } from './refusal.ts';

/** What an invoke request says beside its native body. */
export interface InvokeExtras {
	/** The body without what is the service's own in it; `undefined` when it is not JSON. */
	readonly body: JsonValue | undefined;
	readonly guardrail: GuardrailWish | null;
	/** Headers that the response tells again. */
	readonly told: Readonly<Record<string, string>>;
}

const GUARD_CONFIG = 'amazon-bedrock-guardrailConfig';
const LATENCIES = ['optimized', 'standard'];
const TIERS = ['default', 'flex', 'priority', 'reserved'];

/** Reads the headers of an invoke request (bedrock-facts.md, 1.1) and the guardrail's part of its body. */
export function readInvokeExtras(headers: Readonly<Record<string, string>>, json: JsonValue | undefined): InvokeExtras {
	const latency = headers['x-amzn-bedrock-performanceconfig-latency'];
	const tier = headers['x-amzn-bedrock-service-tier'];
	checkOneOf(latency, 'performanceConfigLatency', LATENCIES);
	checkOneOf(tier, 'serviceTier', TIERS);
	const { own, body } = splitBody(json);
	return {
		body,
		guardrail: guardrailOf(headers, own),
		told: {
			...(latency === undefined ? {} : { 'X-Amzn-Bedrock-PerformanceConfig-Latency': latency }),
			...(tier === undefined ? {} : { 'X-Amzn-Bedrock-Service-Tier': tier }),
		},
	};
}

function guardrailOf(headers: Readonly<Record<string, string>>, own: JsonObject): GuardrailWish | null {
	const identifier = headers['x-amzn-bedrock-guardrailidentifier'];
	const version = headers['x-amzn-bedrock-guardrailversion'];
	if (identifier === undefined && version === undefined) return null;
	// Both or neither (API reference: InvokeModel); the words are not known.
	if (identifier === undefined || version === undefined) {
		throw invalid('Both the guardrail identifier and the guardrail version must be provided.');
	}
	const trace = headers['x-amzn-bedrock-trace'];
	checkOneOf(trace, 'trace', ['DISABLED', 'ENABLED', 'ENABLED_FULL']);
	const tagSuffix = own['tagSuffix'];
	return {
		identifier,
		version,
		trace: trace === 'ENABLED' ? 'enabled' : trace === 'ENABLED_FULL' ? 'enabled_full' : 'disabled',
		tagSuffix: typeof tagSuffix === 'string' ? tagSuffix : null,
	};
}

function splitBody(json: JsonValue | undefined): { readonly own: JsonObject; readonly body: JsonValue | undefined } {
	if (!isJsonObject(json) || !(GUARD_CONFIG in json)) return { own: {}, body: json };
	const { [GUARD_CONFIG]: own, ...body } = json;
	return { own: isJsonObject(own) ? own : {}, body };
}

function checkOneOf(value: string | undefined, name: string, allowed: readonly string[]): void {
	if (value === undefined || allowed.includes(value)) return;
	throw invalid(
		`1 validation error detected: Value '${value}' at '${name}' failed to satisfy constraint: Member must satisfy enum value set: [${allowed.join(', ')}]`,
	);
}
