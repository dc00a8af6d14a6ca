/** The part of a policy that differs from call to call: the lines of its actions and resources, as a person reads them. */
export function policyPreview(policy: string): readonly string[] {
	const lines = policy.split('\n');
	const from = lines.findIndex((line) => line.includes('"Action"'));
	const to = lines.findIndex((line, index) => index > from && /^\s*\]/.test(line));
	return lines.slice(from, to + 1).map((line) => line.replace(/^ {6}/, ''));
}
