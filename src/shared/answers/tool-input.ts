/** The input of a tool's use as JSON text: for a tool that takes nothing, some models write nothing. */
export function toolInputJson(input: string): string {
	return input.trim() === '' ? '{}' : input;
}
