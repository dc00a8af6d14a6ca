/** The part of a policy that differs from call to call: from the first action to the last resource, as a person reads it. */
export function policyPreview(policy: string): readonly string[] {
	const lines = policy.split('\n');
	const from = lines.findIndex((line) => line.includes('"Action"'));
	const to = lines.findLastIndex((line) => /^ {6,}\]/.test(line));
	return lines.slice(from, to + 1).map((line) => line.replace(/^ {6}/, ''));
}
