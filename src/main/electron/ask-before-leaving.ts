interface LeavingContents {
	on(event: 'will-prevent-unload', listener: (event: { preventDefault(): void }) => void): unknown;
}

/** What is asked: the words of a message box with two buttons, of which the first one stays. */
export interface LeavingQuestion {
	readonly message: string;
	readonly detail: string;
	readonly buttons: [string, string];
}

/**
 * Asks where a page would lose something by a reload or its end. Browsers ask by themselves; Electron just would not
 * leave (its page on `will-prevent-unload`). `ask` gives the number of the button that was pressed.
 */
export function askBeforeLeaving(
	contents: LeavingContents,
	japanese: boolean,
	ask: (question: LeavingQuestion) => number,
): void {
	contents.on('will-prevent-unload', (event) => {
		const pressed = ask(japanese ? question.ja : question.en);
		// Prevents the page's own preventing.
		if (pressed === 1) event.preventDefault();
	});
}

const question: Record<'en' | 'ja', LeavingQuestion> = {
	en: {
		message: 'Leave without sending?',
		detail: 'Files that wait in a composer, or a text that is too long to be kept, would be lost.',
		buttons: ['Stay', 'Leave'],
	},
	ja: {
		message: '送信せずに離れますか？',
		detail: '入力欄に添付したファイルや、長すぎて残せない入力が失われます。',
		buttons: ['とどまる', '離れる'],
	},
};
