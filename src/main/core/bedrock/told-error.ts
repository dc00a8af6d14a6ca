/** An error as the sink is told of it. */
export interface ToldError {
	readonly name: string;
	readonly message: string;
	readonly code: string | null;
}

/** Name, message and system code of whatever was thrown. */
export function toldError(thrown: unknown): ToldError {
	if (!(thrown instanceof Error)) return { name: 'Error', message: String(thrown), code: null };
	return { name: thrown.name, message: thrown.message, code: systemCode(thrown) };
}

/** The operating system's code (`ECONNRESET`) of an error or of what caused it; null where there is none. */
export function systemCode(thrown: unknown, depth = 0): string | null {
	if (!(thrown instanceof Error) || depth > 5) return null;
	if ('code' in thrown && typeof thrown.code === 'string') return thrown.code;
	return systemCode(thrown.cause, depth + 1);
}
