/** A text whose parts in backticks are shown as code. */
export function Words({ text }: { readonly text: string }) {
	return text.split('`').map((part, index) => {
		// Where it stands is what tells one part from the others.
		const key = `${index}:${part}`;
		return index % 2 === 1 ? <code key={key}>{part}</code> : <span key={key}>{part}</span>;
	});
}
