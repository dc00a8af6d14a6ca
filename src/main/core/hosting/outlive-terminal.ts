/**
 * Lets a host go on when the terminal that it was started from is closed: its lines are then lost, and the error of the
 * stream that took them must not end the app before its answers are saved.
 */
export function outliveTerminal(...streams: readonly { on(event: 'error', listener: () => void): unknown }[]): void {
	for (const stream of streams) stream.on('error', () => {});
}
