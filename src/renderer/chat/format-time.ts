/** A duration as a person reads it: whole milliseconds below a tenth of a second, else seconds with two digits. */
export function formatTime(ms: number): string {
	if (ms < 100) return `${Math.round(ms)} ms`;
	if (ms < 60_000) return `${(ms / 1000).toFixed(2)} s`;
	const seconds = Math.round(ms / 1000);
	return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
