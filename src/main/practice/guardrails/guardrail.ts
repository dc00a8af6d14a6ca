import type { Completion } from '../completion.ts';
import { NO_CACHE } from '../completion.ts';
import { PRACTICE_ACCOUNT } from '../models.ts';
import type { Prompt } from '../prompt.ts';
import { partsOf } from '../prompt.ts';
import type { PromptPart } from '../prompt-parts.ts';
import { isJapanese, questionOf } from '../question.ts';
import { invalid } from '../refusal.ts';
import { splitTokens } from '../tokens.ts';
import type { GuardrailFindings } from './assessment.ts';
import { assessment } from './assessment.ts';

/** A guardrail as a request asks for it. */
export interface GuardrailWish {
	readonly identifier: string;
	readonly version: string;
	readonly trace: 'enabled' | 'disabled' | 'enabled_full';
	/** InvokeModel: what stands between tags with this suffix is examined, and nothing else; null: no such tags. */
	readonly tagSuffix: string | null;
}

/** An answer as a guardrail lets it through. */
export interface GuardedAnswer {
	readonly completion: Completion;
	readonly intervened: boolean;
	/** What the guardrail found; null where the request wants no trace. */
	readonly found: GuardrailFindings | null;
}

/** The guardrail of the practice account. It is invented; its name can't be taken for one of AWS's. */
export const PRACTICE_GUARDRAIL = 'practice-guardrail';
const VERSIONS = ['1', 'DRAFT'];

const NAMED = /^(?:[a-z0-9-]+|arn:aws[a-z-]*:bedrock:[a-z0-9-]+:(\d{12}):guardrail\/([a-z0-9-]+))$/;
const FORBIDDEN = /forbidden|禁止/i;
const EMAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;

/** Refuses a guardrail that there is not, in AWS's words (bedrock-facts.md, 4). */
export function checkGuardrail({ identifier, version }: GuardrailWish): void {
	const named = NAMED.exec(identifier);
	if (named === null) throw invalid('The provided guardrail identifier is invalid.');
	const [, account = PRACTICE_ACCOUNT, id = identifier] = named;
	if (account !== PRACTICE_ACCOUNT || id !== PRACTICE_GUARDRAIL || !VERSIONS.includes(version)) {
		throw invalid('The guardrail identifier or version provided in the request does not exist.');
	}
}

/**
 * Lets a guardrail see question and answer: it blocks a question that speaks of what is forbidden, and masks e-mail
 * addresses in the answer. That an answer that was only masked ends with `guardrail_intervened`, too, is not verified.
 */
export function guard(wish: GuardrailWish, prompt: Prompt, answer: () => Completion): GuardedAnswer {
	const { examined, total } = examinedText(prompt, wish.tagSuffix);
	const blocked = FORBIDDEN.test(examined);
	const full = wish.trace === 'enabled_full';
	const input = assessment({ topic: blocked, mails: [], guarded: [...examined].length, total, full, side: 'input' });
	const traced = (rest: Pick<GuardrailFindings, 'output' | 'modelOutput' | 'reason'>) =>
		wish.trace === 'disabled' ? null : { id: PRACTICE_GUARDRAIL, input, ...rest };
	if (blocked) {
		const found = traced({ output: null, modelOutput: null, reason: 'Guardrail blocked.' });
		return { completion: blockedAnswer(prompt), intervened: true, found };
	}
	const completion = answer();
	const mails = completion.text.match(EMAIL) ?? [];
	const masked = mails.length > 0 ? withoutMails(completion) : completion;
	const size = [...completion.text].length;
	const output = assessment({ topic: false, mails, guarded: size, total: size, full, side: 'output' });
	const reason = mails.length > 0 ? 'Guardrail masked.' : 'No action.';
	return {
		completion: masked,
		intervened: mails.length > 0,
		found: traced({ output, modelOutput: completion.text, reason }),
	};
}

/**
 * What is examined: of the talk the marked parts where there are any, else all that the user wrote; and of the system
 * prompt what is marked, whatever the talk has (AWS: Guardrails with the Converse API, "message and system prompt").
 */
function examinedText(prompt: Prompt, tagSuffix: string | null): { readonly examined: string; readonly total: number } {
	const all = [...prompt.head, ...prompt.turns.flatMap(partsOf)];
	const system = prompt.head.filter(isMarked);
	const marked = prompt.turns.flatMap(partsOf).filter(isMarked);
	const users = prompt.turns.filter(({ role }) => role === 'user').flatMap(partsOf);
	const whole = textOf([...system, ...users]);
	const total = [...textOf(all)].length;
	if (marked.length > 0) return { examined: textOf([...system, ...marked]), total };
	const tagged = tagSuffix === null ? [] : taggedTexts(textOf(all), tagSuffix);
	return { examined: tagged.length > 0 ? tagged.join('\n') : whole, total };
}

function isMarked(part: PromptPart): boolean {
	return part.type === 'text' && part.guarded === true;
}

function taggedTexts(text: string, suffix: string): readonly string[] {
	const tag = `amazon-bedrock-guardrails-guardContent_${suffix.replace(/[^\w-]/g, '')}`;
	return [...text.matchAll(new RegExp(`<${tag}>(.*?)</${tag}>`, 'gs'))].map(([, inner = '']) => inner);
}

/** Results of tools are not examined (AWS: Guardrails with the Converse API, the note about tools). */
function textOf(parts: readonly PromptPart[]): string {
	return parts.flatMap((part) => (part.type === 'text' ? [part.text] : [])).join('\n');
}

function blockedAnswer(prompt: Prompt): Completion {
	const text = isJapanese(questionOf(prompt))
		? '練習用のガードレールがこのリクエストを止めました。禁止された話題が含まれています。'
		: 'The practice guardrail has blocked this request: it speaks of what is forbidden.';
	const pieces = splitTokens(text);
	return {
		service: null,
		parts: [{ type: 'text', pieces, citations: [] }],
		pieces,
		text,
		end: 'end',
		stopReason: 'guardrail_intervened',
		stopSequence: null,
		// The model was not asked, and nothing is charged for it (AWS: Guardrails pricing).
		inputTokens: 0,
		outputTokens: 0,
		cache: NO_CACHE,
	};
}

function withoutMails(completion: Completion): Completion {
	const parts = completion.parts.map((part) => {
		if (part.type !== 'text') return part;
		return { ...part, pieces: splitTokens(part.pieces.join('').replace(EMAIL, '{EMAIL}')) };
	});
	const pieces = parts.flatMap((part) => (part.type === 'text' ? part.pieces : []));
	return { ...completion, parts, pieces, text: pieces.join(''), stopReason: 'guardrail_intervened' };
}
