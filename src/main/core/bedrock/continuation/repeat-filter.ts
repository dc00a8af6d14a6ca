/** How far back a repetition may begin; characters. */
const WINDOW = 1000;
/** How much a repetition must weigh to be taken for one: a letter or digit is 1, one of a script without spaces 2. */
const LONG = 16;
/** The same where the two texts would run together into one word. */
const GLUED = 4;

const DENSE = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Khmer}\p{scx=Lao}]/u;
const LETTER = /[\p{L}\p{M}\p{N}]/u;

/** Takes a repetition of the last words off the beginning of a text. */
export interface RepeatFilter {
	/** Gives what is certain; holds back what may still turn out to be a repetition. */
	add(text: string): string;
	end(): string;
}

/**
 * Finds where a text begins with the end of the one before it. Rather too few than too many: a real repetition ("no, no")
 * must stay, so what is taken away is long, or a word that would otherwise stand glued to its own beginning
 * ("the prac" + "practice").
 */
export function createRepeatFilter(before: string): RepeatFilter {
	const trimmed = before.trimEnd();
	const tail = trimmed.slice(-WINDOW);
	const spaceBefore = before.slice(trimmed.length);
	let held = '';
	let done = tail === '';

	/** The longest repetition at the beginning of a text that is not empty, and whether a longer one may still come. */
	function look(text: string, isEnd: boolean): { readonly length: number; readonly open: boolean } {
		let length = 0;
		let open = false;
		for (let at = tail.indexOf(text.charAt(0)); at >= 0; at = tail.indexOf(text.charAt(0), at + 1)) {
			const candidate = tail.slice(at);
			if (!isEnd && text.length < candidate.length && candidate.startsWith(text)) open = true;
			else if (length === 0 && text.startsWith(candidate) && beginsWord(at)) length = candidate.length;
		}
		return { length, open };
	}

	function beginsWord(at: number): boolean {
		const first = characterAt(tail, at);
		if (!LETTER.test(first) || DENSE.test(first)) return true;
		const previous = [...tail.slice(Math.max(0, at - 2), at)].at(-1) ?? '';
		return at === 0 ? tail.length === trimmed.length : !LETTER.test(previous) || DENSE.test(previous);
	}

	/** @param space the white space before the text. */
	function isRepetition(text: string, length: number, space: string): boolean {
		// A line that the model ends itself is over: below a heading its words may well come again.
		if (length === 0 || (space.includes('\n') && !spaceBefore.includes('\n'))) return false;
		const repeated = text.slice(0, length);
		const weight = weightOf(repeated);
		if (weight >= LONG) return !standsTwice(repeated);
		const last = [...repeated.slice(-2)].at(-1) ?? '';
		const glued = space === '' && spaceBefore === '' && isSpacedLetter(characterAt(text, 0)) && isSpacedLetter(last);
		return glued && weight >= GLUED;
	}

	/** The answer itself has it twice at its end, so that a third time is no surprise: equal lines of code, a refrain. */
	function standsTwice(repeated: string): boolean {
		for (let length = 1; 2 * length <= repeated.length; length++) {
			let rest = repeated;
			while (rest.startsWith(repeated.slice(0, length))) rest = rest.slice(length).trimStart();
			if (rest === '') return true;
		}
		return tail.slice(0, -repeated.length).trimEnd().endsWith(repeated);
	}

	function decide(isEnd: boolean): string {
		const text = held.trimStart();
		if (text === '' && !isEnd) return '';
		const { length, open } = text === '' ? { length: 0, open: false } : look(text, isEnd);
		if (open) return '';
		done = true;
		const whole = held;
		held = '';
		return isRepetition(text, length, whole.slice(0, whole.length - text.length)) ? text.slice(length) : whole;
	}

	return {
		add(text) {
			if (done) return text;
			held += text;
			return decide(false);
		},
		end: () => (done ? '' : decide(true)),
	};
}

function characterAt(text: string, at: number): string {
	return String.fromCodePoint(text.codePointAt(at) ?? 0x20);
}

function isSpacedLetter(character: string): boolean {
	return LETTER.test(character) && !DENSE.test(character);
}

function weightOf(text: string): number {
	let weight = 0;
	for (const character of text) if (LETTER.test(character)) weight += DENSE.test(character) ? 2 : 1;
	return weight;
}
