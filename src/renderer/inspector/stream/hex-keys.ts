/** The byte that a key leads to from another one, in lines of `perLine`; null: the key moves nowhere. */
export function hexKey(key: string, at: number, size: number, perLine: number): number | null {
	const steps: Readonly<Record<string, number>> = {
		ArrowLeft: -1,
		ArrowRight: 1,
		ArrowUp: -perLine,
		ArrowDown: perLine,
		PageUp: -8 * perLine,
		PageDown: 8 * perLine,
		Home: -size,
		End: size,
	};
	const step = steps[key];
	return step === undefined ? null : Math.min(Math.max(at + step, 0), size - 1);
}
