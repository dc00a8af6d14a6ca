/** Something that a guardrail found, out of its trace. */
export interface Finding {
	readonly side: 'input' | 'output';
	readonly policy: 'topic' | 'content' | 'word' | 'managedWords' | 'pii' | 'regex' | 'grounding' | 'reasoning';
	/** What it was: a topic's name, a filter's type, the words that matched. */
	readonly name: string;
	/** The words that matched, where they are not the name. */
	readonly match: string | null;
	/** `BLOCKED`, `ANONYMIZED`, `NONE`, … as the service wrote it; null: not told. */
	readonly action: string | null;
	readonly confidence: string | null;
	readonly grounding: { readonly score: number; readonly threshold: number } | null;
}

type Fields = Readonly<Record<string, unknown>>;

/**
 * What a guardrail's trace tells (`trace.guardrail` of Converse, `amazon-bedrock-trace.guardrail` beside a native body);
 * null where there is no such trace. What has an unknown shape is left out: the inspector shows all of it.
 */
export function guardrailFindings(trace: unknown): readonly Finding[] | null {
	const guardrail = fields(fields(trace)?.['guardrail']);
	if (guardrail === null) return null;
	const sides = [
		['input', guardrail['inputAssessment'] ?? guardrail['input']],
		['output', guardrail['outputAssessments'] ?? guardrail['outputs'] ?? guardrail['output']],
	] as const;
	return sides.flatMap(([side, assessments]) => assessmentsIn(assessments).flatMap((one) => findingsOf(side, one)));
}

/** The model that a prompt router chose, out of a trace; null: none did. */
export function routedModel(trace: unknown): string | null {
	return text(fields(fields(trace)?.['promptRouter'])?.['invokedModelId']);
}

/** Assessments stand under a guardrail's id, of an answer several under each; native bodies have lists of such. */
function assessmentsIn(value: unknown): readonly Fields[] {
	if (Array.isArray(value)) return value.flatMap(assessmentsIn);
	const one = fields(value);
	if (one === null) return [];
	if (Object.keys(one).some((key) => key.endsWith('Policy'))) return [one];
	return Object.values(one).flatMap(assessmentsIn);
}

function findingsOf(side: Finding['side'], assessment: Fields): readonly Finding[] {
	const found = (policy: string, list: string): readonly Fields[] => {
		const items = fields(assessment[policy])?.[list];
		return Array.isArray(items) ? items.map(fields).filter((item) => item !== null) : [];
	};
	const finding = (policy: Finding['policy'], name: unknown, item: Fields, match: unknown = null): Finding => ({
		side,
		policy,
		name: text(name) ?? '',
		match: text(match),
		action: text(item['action']),
		confidence: text(item['confidence']),
		grounding: null,
	});
	return [
		...found('topicPolicy', 'topics').map((item) => finding('topic', item['name'], item)),
		...found('contentPolicy', 'filters').map((item) => finding('content', item['type'], item)),
		...found('wordPolicy', 'customWords').map((item) => finding('word', item['match'], item)),
		...found('wordPolicy', 'managedWordLists').map((item) =>
			finding('managedWords', item['type'], item, item['match']),
		),
		...found('sensitiveInformationPolicy', 'piiEntities').map((item) =>
			finding('pii', item['type'], item, item['match']),
		),
		...found('sensitiveInformationPolicy', 'regexes').map((item) =>
			finding('regex', item['name'], item, item['match']),
		),
		...found('contextualGroundingPolicy', 'filters').map((item) => {
			const [score, threshold] = [item['score'], item['threshold']];
			const known = typeof score === 'number' && typeof threshold === 'number';
			return { ...finding('grounding', item['type'], item), grounding: known ? { score, threshold } : null };
		}),
		...found('automatedReasoningPolicy', 'findings').map((item) =>
			finding('reasoning', Object.keys(item)[0] ?? null, item),
		),
	];
}

function fields(value: unknown): Fields | null {
	return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null;
}

function text(value: unknown): string | null {
	return typeof value === 'string' && value !== '' ? value : null;
}
