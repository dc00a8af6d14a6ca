/**
 * Puts answers in the order of their questions. To be called when something is asked for; what it gives, when the answer
 * has come: false where one that was asked for later has come before, which knows more.
 */
export function inOrder(): () => () => boolean {
	let asked = 0;
	let answered = 0;
	return () => {
		asked += 1;
		const own = asked;
		return () => {
			if (own < answered) return false;
			answered = own;
			return true;
		};
	};
}
