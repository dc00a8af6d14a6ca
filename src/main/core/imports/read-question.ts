import { z } from 'zod';

const block = z.object({
	text: z.string().optional(),
	guardContent: z.object({ text: z.object({ text: z.string() }).optional() }).optional(),
});
const message = z.object({ role: z.string(), content: z.union([z.string(), z.array(block)]) });
const body = z.object({
	messages: z.array(message).optional(),
	inputText: z.string().optional(),
	prompt: z.string().optional(),
});

/**
 * What was asked last, by a request's body of Converse or of any family; empty where it does not tell. Results of tools are
 * sent as the user's, and ask nothing.
 */
export function readQuestion(bytes: Uint8Array | null): string {
	const { messages, inputText, prompt } = body.safeParse(parse(bytes)).data ?? {};
	const said = messages?.filter(({ role }) => role === 'user').map(({ content }) => textOf(content)) ?? [];
	if (said.length > 0) return said.findLast((text) => text !== '') ?? '';
	// Titan's talk is lines of `User:` and `Bot:`; the old Claude's begin with `Human:` and `Assistant:`.
	if (inputText !== undefined) return lastPart(inputText, /^User:/m, /\n?Bot:\s*$/);
	return prompt === undefined ? '' : lastPart(prompt, /\n\nHuman:/, /\n\nAssistant:\s*$/);
}

function textOf(content: z.infer<typeof message>['content']): string {
	if (typeof content === 'string') return content;
	return content.map(({ text, guardContent }) => text ?? guardContent?.text?.text ?? '').join('');
}

function lastPart(text: string, before: RegExp, after: RegExp): string {
	return (text.replace(after, '').split(before).at(-1) ?? '').trim();
}

function parse(bytes: Uint8Array | null): unknown {
	try {
		return bytes === null ? null : JSON.parse(new TextDecoder().decode(bytes));
	} catch {
		return null;
	}
}
