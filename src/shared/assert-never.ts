/** The end of a `switch` over a union: fails to compile when a case is missing. */
export function assertNever(value: never): never {
	throw new Error(`Unexpected value: ${JSON.stringify(value)}`);
}
