import { z } from 'zod';
import { writtenTexts } from '../../../shared/requests/embedded-texts.ts';

const block = z.object({
	text: z.string().optional(),
	guardContent: z.object({ text: z.object({ text: z.string() }).optional() }).optional(),
});
const message = z.object({
	role: z.string().catch(''),
	// OpenAI's shape has null beside uses of tools. What is not known is not read, and hides nothing of the rest.
	content: z
		.union([z.string(), z.array(block.catch({}))])
		.nullable()
		.catch(null),
});
const body = z.object({
	messages: z.array(message.catch({ role: '', content: null })).optional(),
	inputText: z.string().optional(),
	prompt: z.string().optional(),
	message: z.string().optional(),
	texts: z.array(z.string()).optional(),
});

/**
 * What was asked last, by a request's body of Converse or of any family; empty where it does not tell. Results of tools are
 * sent as the user's, and ask nothing.
 */
export function readQuestion(bytes: Uint8Array | null): string {
	const { messages, inputText, prompt, message: asked, texts } = body.safeParse(parse(bytes)).data ?? {};
	const said = messages?.filter(({ role }) => role === 'user').map(({ content }) => textOf(content)) ?? [];
	if (said.length > 0) return said.findLast((text) => text !== null) ?? '';
	// Command R has its newest question apart from the talk before.
	if (asked !== undefined) return asked;
	// Titan's talk is lines of `User:` and `Bot:`.
	if (inputText !== undefined) return lastPart(inputText, /^User:/m, /\n?Bot:\s*$/);
	// Cohere's texts to make vectors of.
	if (texts !== undefined) return writtenTexts(texts);
	if (prompt === undefined) return '';
	const template = templates.find(({ user }) => user.test(prompt));
	return template === undefined ? prompt.trim() : lastPart(prompt, template.user, template.after);
}

/** How prompts mark the user's turn, and what may follow its text. Each family's codec writes them. */
const templates: readonly { readonly user: RegExp; readonly after: RegExp }[] = [
	{ user: /\n\nHuman:/, after: /\n\nAssistant:.*$/s },
	{ user: /<\|start_header_id\|>user<\|end_header_id\|>/, after: /<\|eot_id\|>.*$/s },
	{ user: /<\|header_start\|>user<\|header_end\|>/, after: /<\|eot\|>.*$/s },
	{ user: /<｜User｜>/, after: /<｜Assistant｜>.*$/s },
	{ user: /\[INST\]/, after: /\[\/INST\].*$/s },
	// Jurassic's talk; its first question stands alone.
	{ user: /^User:/m, after: /\nAssistant:.*$/s },
];

/** A message's text, which may be blank; null where no part of it is one. */
function textOf(content: z.infer<typeof message>['content']): string | null {
	if (content === null || typeof content === 'string') return content;
	const texts = content.flatMap(({ text, guardContent }) => text ?? guardContent?.text?.text ?? []);
	return texts.length === 0 ? null : texts.join('');
}

function lastPart(text: string, before: RegExp, after: RegExp): string {
	return (text.split(before).at(-1) ?? '').replace(after, '').trim();
}

function parse(bytes: Uint8Array | null): unknown {
	try {
		return bytes === null ? null : JSON.parse(new TextDecoder().decode(bytes));
	} catch {
		return null;
	}
}
