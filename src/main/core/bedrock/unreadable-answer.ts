/** A whole answer with status 200 that is not what the operation or the family gives. */
export class UnreadableAnswer extends Error {
	override readonly name = 'UnreadableAnswer';
}
