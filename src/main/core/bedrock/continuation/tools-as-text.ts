import type { ChatMessage, SentBlock } from '../call.ts';

/** How such a text begins. In English, as all that the app tells a model by itself. */
const LEAD = /\[Tool (?:use|result|error): /g;

/**
 * A talk with uses of tools and their results as text, for a request without tools: AWS takes their blocks only where
 * tools are described (bedrock-facts.md, 3.2). Thoughts that led to a use are left out: they are proven for its block.
 */
export function toolsAsText(messages: readonly ChatMessage[]): readonly ChatMessage[] {
	const names = new Map<string, string>();
	return messages.map(({ role, content }) => {
		// Models may give an id a second time: the newest use before a result is the one that it is of.
		for (const block of content) if (block.type === 'tool-use') names.set(block.id, block.name);
		const used = content.some(({ type }) => type === 'tool-use');
		const kept = used ? content.filter(({ type }) => type !== 'reasoning') : content;
		return { role, content: kept.map((block) => asText(block, names)) };
	});
}

function asText(block: SentBlock, names: ReadonlyMap<string, string>): SentBlock {
	if (block.type === 'tool-use') return { type: 'text', text: `[Tool use: ${block.name}] ${block.input}` };
	if (block.type !== 'tool-result') return block;
	const kind = block.status === 'error' ? 'error' : 'result';
	return { type: 'text', text: `[Tool ${kind}: ${names.get(block.toolUseId) ?? block.toolUseId}] ${block.text}` };
}

/** How many uses and results of tools stand in a text as above. */
export function countToolTexts(text: string): number {
	return text.match(LEAD)?.length ?? 0;
}
