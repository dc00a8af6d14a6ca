/** A text with what stands between backticks as code. */
export function WithCode({ text }: { readonly text: string }) {
	let at = 0;
	return text.split('`').map((part, index) => {
		at += part.length + 1;
		return index % 2 === 1 ? <code key={at}>{part}</code> : part;
	});
}
