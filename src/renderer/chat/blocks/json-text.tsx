import { useMemo } from 'react';
import { formatBeginning, formatJson } from '../../../shared/json-format.ts';
import { scrollable } from '../../ui/scrollable.ts';
import { CodeBlock } from '../markdown/code-block.tsx';
import css from './json-text.module.css';

/** Up to so many characters get their colours while they arrive. */
const COLOURED = 8000;

/** So many characters are one line. */
const LINE = 64;

const NONE: readonly string[] = [];

interface Props {
	readonly text: string;
	readonly label: string;
	/** More of it may come. */
	readonly growing: boolean;
}

/** JSON laid out for reading, also while it arrives. What is no JSON stands there as it is. */
export function JsonText({ text, label, growing }: Props) {
	const { laidOut, isJson } = useMemo(() => layOut(text, growing), [text, growing]);
	return (
		<div className={css['json']}>
			{isJson && (!growing || laidOut.length < COLOURED) ? (
				<CodeBlock info="json" chunks={NONE} tail={laidOut} closed={!growing} />
			) : (
				<pre {...scrollable(label)}>{laidOut}</pre>
			)}
		</div>
	);
}

function layOut(text: string, growing: boolean): { readonly laidOut: string; readonly isJson: boolean } {
	const whole = formatJson(text);
	if (whole.valid) return { laidOut: inOneLine(whole.text), isJson: true };
	const beginning = growing ? formatBeginning(text) : '';
	return beginning === ''
		? { laidOut: text, isJson: false }
		: { laidOut: inOneLine(beginning).trimEnd(), isJson: true };
}

/** What is short needs no lines of its own. JSON has line breaks between its parts only. */
function inOneLine(laidOut: string): string {
	if (laidOut.length > 4 * LINE) return laidOut;
	const line = laidOut.replaceAll(/\n */g, ' ');
	return line.length > LINE ? laidOut : line;
}
