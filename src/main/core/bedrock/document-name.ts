/** AWS takes no longer ones (API reference, DocumentBlock: 1 to 200 characters). */
const LONGEST = 200;

/**
 * A document's name as Converse takes it (API reference, DocumentBlock): letters and digits of ASCII, hyphens, round and
 * square brackets, and single spaces; different for each document of a request. The ending goes, because a full stop may
 * not stand in it and the format is told beside. The same names in the same order always come out the same, so that a
 * service's cache still fits.
 */
export function documentName(fileName: string, taken: ReadonlySet<string>): string {
	const bare = fileName.replace(/(?<=.)\.[^.]*$/, '');
	const allowed = bare
		.normalize('NFKC')
		.replace(/[^A-Za-z0-9()[\]-]+/g, ' ')
		.trim()
		.slice(0, LONGEST)
		.trimEnd();
	const name = allowed === '' ? 'document' : allowed;
	let free = name;
	for (let number = 2; taken.has(free); number++) {
		const tail = ` ${number}`;
		free = `${name.slice(0, LONGEST - tail.length).trimEnd()}${tail}`;
	}
	return free;
}
