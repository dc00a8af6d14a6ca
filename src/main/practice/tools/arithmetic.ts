const OPERATORS: readonly (readonly [pattern: RegExp, sign: string])[] = [
	[/(?:×|✕|かける|掛ける|\btimes\b|\bmultiplied by\b)/giu, '*'],
	[/(?:÷|割る|わる|\bdivided by\b)/giu, '/'],
	[/(?:足す|たす|\bplus\b)/giu, '+'],
	[/(?:引く|ひく|−|\bminus\b)/giu, '-'],
];

/** All of it bounded: a pasted text of digits or spaces alone must not take longer the longer it is, squared. */
const NUMBER = String.raw`\({0,20}\s{0,5}-?\d[\d,]{0,60}(?:\.\d{1,60})?\s{0,5}\){0,20}`;
const EXPRESSION = new RegExp(String.raw`(?<![\d,.])${NUMBER}(?:\s{0,5}(?:\*\*|[-+*/%^])\s{0,5}${NUMBER})+`, 'u');
const DATE = /\d{4}-\d{1,2}-\d{1,2}|\d{1,4}\/\d{1,2}\/\d{1,4}/gu;

/** The arithmetic in a question ("12 * (3 + 4)", "12 × 7", 「3足す4」), or null. A date is none. */
export function arithmeticIn(question: string): string | null {
	const plain = question.normalize('NFKC').replace(DATE, ' ');
	const text = OPERATORS.reduce((before, [pattern, sign]) => before.replace(pattern, sign), plain);
	const found = EXPRESSION.exec(text)?.[0].trim();
	return found === undefined ? null : balanced(found.replaceAll(',', ''));
}

/** Without the brackets that have no partner: those of the sentence around it. */
function balanced(expression: string): string {
	let text = expression;
	const open = () => text.split('(').length - text.split(')').length;
	while (open() > 0 && text.startsWith('(')) text = text.slice(1);
	while (open() < 0 && text.endsWith(')')) text = text.slice(0, -1);
	return text.trim();
}
