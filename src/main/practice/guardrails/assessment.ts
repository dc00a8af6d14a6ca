import type { JsonObject } from '../json.ts';

/** What a guardrail found in a call. */
export interface GuardrailFindings {
	readonly id: string;
	readonly input: JsonObject;
	/** null: the model was not asked. */
	readonly output: JsonObject | null;
	/** The model's text before it was masked. */
	readonly modelOutput: string | null;
	readonly reason: string;
}

/** What one side of a call was found to hold. */
interface Finding {
	readonly topic: boolean;
	readonly mails: readonly string[];
	/** Characters that were examined, of how many. */
	readonly guarded: number;
	readonly total: number;
	/** What was looked for and not found is told, too (`enabled_full`). */
	readonly full: boolean;
	readonly side: 'input' | 'output';
}

const TOPIC = { name: 'Forbidden topics', type: 'DENY' };
/** So many characters are one unit of a policy (AWS: Guardrails pricing). */
const UNIT = 1000;

/** GuardrailAssessment as the service tells it; every entry carries `detected` (public measurements, 2026). */
export function assessment({ topic, mails, guarded, total, full, side }: Finding): JsonObject {
	const units = Math.ceil(guarded / UNIT);
	const topics = topic
		? [{ ...TOPIC, action: 'BLOCKED', detected: true }]
		: full && side === 'input'
			? [{ ...TOPIC, action: 'NONE', detected: false }]
			: [];
	const piiEntities = mails.map((match) => ({ match, type: 'EMAIL', action: 'ANONYMIZED', detected: true }));
	return {
		...(topics.length === 0 ? {} : { topicPolicy: { topics } }),
		...(piiEntities.length === 0 ? {} : { sensitiveInformationPolicy: { piiEntities } }),
		invocationMetrics: {
			guardrailProcessingLatency: 12,
			usage: {
				topicPolicyUnits: units,
				contentPolicyUnits: 0,
				wordPolicyUnits: 0,
				sensitiveInformationPolicyUnits: side === 'output' ? units : 0,
				sensitiveInformationPolicyFreeUnits: 0,
				contextualGroundingPolicyUnits: 0,
			},
			guardrailCoverage: { textCharacters: { guarded, total } },
		},
	};
}

/** `trace.guardrail` of Converse. */
export function converseTrace({ id, input, output, modelOutput, reason }: GuardrailFindings): JsonObject {
	return {
		guardrail: {
			actionReason: reason,
			inputAssessment: { [id]: input },
			...(modelOutput === null ? {} : { modelOutput: [modelOutput] }),
			...(output === null ? {} : { outputAssessments: { [id]: [output] } }),
		},
	};
}

/** `amazon-bedrock-trace` of the invoke operations; its names differ from Converse's (AWS: Guardrails, InvokeModel; [MEM]). */
export function invokeTrace({ id, input, output, modelOutput, reason }: GuardrailFindings): JsonObject {
	return {
		guardrail: {
			actionReason: reason,
			input: { [id]: input },
			...(modelOutput === null ? {} : { modelOutput: [modelOutput] }),
			...(output === null ? {} : { outputs: [{ [id]: output }] }),
		},
	};
}
