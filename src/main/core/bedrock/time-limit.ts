/**
 * The error of a time limit of our own. Not called `TimeoutError`, because the SDK tries those again: a person has waited
 * the whole limit already, and the service may be at work still, and charge for it.
 */
export function timeLimit(name: 'NoResponse' | 'StalledResponse' | 'TotalLimit', message: string): Error {
	return Object.assign(new Error(message), { name });
}
