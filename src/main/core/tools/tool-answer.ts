import type { ToolResultBlock } from '../../../shared/model/content.ts';

/** What a tool of the app says to a model. */
export type ToolAnswer = Pick<ToolResultBlock, 'status' | 'format' | 'text'>;

/** Why a tool could not do what it was asked, in words that a model can learn from. */
export function toolError(text: string): ToolAnswer {
	return { status: 'error', format: 'text', text };
}
