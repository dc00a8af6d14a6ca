/** A word of a POSIX shell that means exactly this text. */
export function quoted(text: string): string {
	if (/^[\w@%+:,./-][\w@%+=:,./-]*$/.test(text)) return text;
	return `'${text.replaceAll("'", "'\\''")}'`;
}

/** An option with its value, which stays one where it looks like an option itself. */
export function option(name: string, value: string): string {
	return `--${name}${value.startsWith('-') ? '=' : ' '}${quoted(value)}`;
}

/** A command over several lines, its parts joined as one. */
export function command(parts: readonly string[]): string {
	return parts.join(' \\\n  ');
}
