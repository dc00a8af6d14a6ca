import { z } from 'zod';

const block = z.object({ text: z.string().optional() });
const message = z.object({ role: z.string(), content: z.union([z.string(), z.array(block)]) });
const body = z.object({
	messages: z.array(message).optional(),
	inputText: z.string().optional(),
	prompt: z.string().optional(),
});

/** What was asked last, by a request's body of Converse or of any family; empty where it does not tell. */
export function readQuestion(bytes: Uint8Array | null): string {
	const { messages, inputText, prompt } = body.safeParse(parse(bytes)).data ?? {};
	const asked = messages?.findLast(({ role }) => role === 'user');
	if (asked !== undefined) {
		return typeof asked.content === 'string' ? asked.content : asked.content.map(({ text = '' }) => text).join('');
	}
	// Titan's talk is lines of `User:` and `Bot:`; the old Claude's begin with `Human:` and `Assistant:`.
	if (inputText !== undefined) return lastPart(inputText, /^User:/m, /\n?Bot:\s*$/);
	return prompt === undefined ? '' : lastPart(prompt, /\n\nHuman:/, /\n\nAssistant:\s*$/);
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
