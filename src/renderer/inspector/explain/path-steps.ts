import type { Explainable } from './explained.ts';

/** The steps to a field, as they are shown; a number of a list stands with the list's name: `messages[2]`, `content[0]`. */
export function pathSteps({ path, name }: Explainable): readonly string[] {
	const steps: string[] = [];
	for (const key of path) {
		if (typeof key === 'string') steps.push(key);
		else steps.push(`${steps.pop() ?? ''}[${key < 0 ? '…' : key}]`);
	}
	return name === undefined ? steps : [...steps.slice(0, -1), name];
}
