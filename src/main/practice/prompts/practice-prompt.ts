import type { ConverseBody } from '../converse/converse-body.ts';
import { PRACTICE_ACCOUNT } from '../models.ts';
import { invalid, Refusal } from '../refusal.ts';

/** A prompt of Prompt management, invented for practice. */
export interface PracticePrompt {
	/** Ten characters, as AWS makes them. */
	readonly id: string;
	readonly versions: readonly string[];
	/** What it calls. */
	readonly modelId: string;
	readonly maxTokens: number;
	/** `{{name}}` is a variable. */
	readonly template: string;
}

const prompts: readonly PracticePrompt[] = [
	{
		id: 'PRACTICE01',
		versions: ['DRAFT', '1'],
		modelId: 'us.anthropic.claude-haiku-4-5-20251001-v1:0',
		maxTokens: 2000,
		template: 'Explain {{topic}} to {{audience}}.',
	},
];

const ARN = /^arn:aws[a-z-]*:bedrock:[a-z0-9-]+:(\d{12}):prompt\/([A-Za-z0-9]{10})(?::(\w+))?$/;

/** What AWS takes from the prompt alone (API reference: Converse, modelId). */
const FORBIDDEN = ['additionalModelRequestFields', 'inferenceConfig', 'system', 'toolConfig'] as const;

/** The prompt that an ARN names; null for an id of another kind. The wording of its 404 is unverified. */
export function findPrompt(modelId: string): PracticePrompt | null {
	const [arn, account, id, version = 'DRAFT'] = ARN.exec(modelId) ?? [];
	if (arn === undefined) return null;
	const found = prompts.find((prompt) => prompt.id === id && prompt.versions.includes(version));
	if (found === undefined || account !== PRACTICE_ACCOUNT) {
		throw new Refusal('ResourceNotFoundException', `Could not find the prompt ${modelId}.`);
	}
	return found;
}

/**
 * The request that a prompt and a body make together: the filled template comes before the body's messages. Which fields
 * are refused is documented (an empty one, too); the words are not.
 */
export function withPrompt(prompt: PracticePrompt, body: ConverseBody): ConverseBody {
	const extra = FORBIDDEN.find((field) => body[field] !== undefined);
	if (extra !== undefined) {
		throw invalid(
			`The ${extra} field can't be used with a prompt from Prompt management. Remove ${extra} and try again.`,
		);
	}
	const text = filled(prompt, body.promptVariables ?? {});
	const [first, ...rest] = body.messages ?? [];
	const own = { text };
	const messages =
		first?.role === 'user'
			? [{ ...first, content: [own, ...first.content] }, ...rest]
			: [{ role: 'user' as const, content: [own] }, ...(body.messages ?? [])];
	return { ...body, messages, inferenceConfig: { maxTokens: prompt.maxTokens } };
}

function filled({ template }: PracticePrompt, variables: NonNullable<ConverseBody['promptVariables']>): string {
	const names = [...template.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name);
	const missing = names.filter((name) => variables[name]?.text === undefined);
	if (missing.length > 0) {
		throw invalid(
			`The prompt needs values for these variables: ${missing.join(', ')}. Add them to promptVariables and try again.`,
		);
	}
	const unknown = Object.keys(variables).filter((name) => !names.includes(name));
	if (unknown.length > 0) throw invalid(`The prompt has no variables with these names: ${unknown.join(', ')}.`);
	return template.replace(/\{\{(\w+)\}\}/g, (_, name: string) => variables[name]?.text ?? '');
}
