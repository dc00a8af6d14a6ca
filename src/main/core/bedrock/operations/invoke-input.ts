import type { InvokeModelCommandInput, Trace } from '@aws-sdk/client-bedrock-runtime';
import type { GuardrailSettings } from '../../../../shared/model/settings.ts';
import { settingPlaces } from '../../../../shared/requests/sent-settings.ts';
import type { Call } from '../call.ts';
import type { FamilyCodec } from '../families/family-codec.ts';
import type { JsonObject } from '../json-value.ts';
import { withAdditionalFields } from '../model-fields.ts';
import { whatIsSet } from '../what-is-set.ts';

/** The input of the two invoke operations. JSON in UTF-8, so that every character travels as itself. */
export function invokeInput({ settings }: Call, body: object): InvokeModelCommandInput {
	const { modelId, guardrail, performance, serviceTier, requestMetadata } = settings;
	return {
		modelId,
		// Without these two the SDK sends application/octet-stream (bedrock-facts.md, 1.3).
		contentType: 'application/json',
		accept: 'application/json',
		...(guardrail !== null && guardrailHeaders(guardrail)),
		...whatIsSet({ performanceConfigLatency: performance, serviceTier }),
		...(Object.keys(requestMetadata).length > 0 && { requestMetadata: asciiJson(requestMetadata) }),
		body: new TextEncoder().encode(JSON.stringify(body)),
	};
}

/** The family's body with what Bedrock itself takes in it, and with what the person added. */
export function nativeBody(call: Call, codec: FamilyCodec): object {
	const { settings } = call;
	const mode = settings.guardrail?.streamProcessingMode ?? null;
	const hasMode = mode !== null && settingPlaces(settings)['guardrail.streamProcessingMode'] !== undefined;
	const body = {
		...codec.toBody(call),
		...(hasMode && { 'amazon-bedrock-guardrailConfig': { streamProcessingMode: NATIVE_MODES[mode] } }),
	};
	return settings.additionalFields.trim() === '' ? body : withAdditionalFields(body as JsonObject, settings);
}

/** What is really sent, read: an edited body in place of the family's; undefined where it is no JSON. */
export function sentBody({ body }: Call, made: object): unknown {
	if (body === null) return made;
	try {
		return JSON.parse(new TextDecoder().decode(body));
	} catch {
		return undefined;
	}
}

/** As the native body spells them (Bedrock user guide, "Configure streaming response behavior to filter content"). */
const NATIVE_MODES = { sync: 'SYNCHRONOUS', async: 'ASYNCHRONOUS' } as const;

function guardrailHeaders({ identifier, version, trace }: GuardrailSettings): Partial<InvokeModelCommandInput> {
	return {
		guardrailIdentifier: identifier,
		guardrailVersion: version,
		...(trace !== null && { trace: NATIVE_TRACES[trace] }),
	};
}

const NATIVE_TRACES = {
	enabled: 'ENABLED',
	disabled: 'DISABLED',
	enabled_full: 'ENABLED_FULL',
} as const satisfies Record<NonNullable<GuardrailSettings['trace']>, Trace>;

/** It goes into a header, which holds no other characters. */
function asciiJson(value: Readonly<Record<string, string>>): string {
	return JSON.stringify(value).replace(
		/[^ -~]/g,
		(character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
	);
}
