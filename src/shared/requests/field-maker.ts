import { baseModelId } from '../catalogue.ts';

/** Whose fields a model takes beside those of Converse (bedrock-facts.md, 3.2); null: not known, and none are made up. */
export type FieldMaker = 'claude' | 'nova' | 'openai' | 'mistral' | 'cohere';

/** An application profile or a provisioned model does not tell what is behind it: null. */
export function fieldMaker(modelId: string): FieldMaker | null {
	const base = baseModelId(modelId);
	if (base.startsWith('anthropic.')) return 'claude';
	if (base.startsWith('amazon.nova-')) return 'nova';
	if (base.startsWith('openai.')) return 'openai';
	if (base.startsWith('mistral.')) return 'mistral';
	return base.startsWith('cohere.') ? 'cohere' : null;
}
