import type { ImportProblem } from '../../../shared/model/files.ts';

/** A file is not opened. `message` is the detail of the outcome. */
export class Refused extends Error {
	override readonly name = 'Refused';
	readonly problem: ImportProblem;

	constructor(problem: ImportProblem, detail: string) {
		super(detail);
		this.problem = problem;
	}
}
