/** The error for a user whose data folder can't be used: which one, why in the system's words, and what to do. */
export function dataFolderProblem(folder: string, error: unknown): Error {
	const why = error instanceof Error ? error.message : String(error);
	return new Error(
		`The data folder ${folder} can't be used: ${why}. Make room there, let your user write to it, or choose another one (--data-dir).`,
		{ cause: error },
	);
}
