const apple = /Mac|iP(?:hone|ad|od)/.test(navigator.platform);

/** A shortcut with the platform's main modifier, as it is shown (`⌘B`, `Ctrl+B`). */
export function shortcutText(key: string): string {
	return apple ? `⌘${key}` : `Ctrl+${key}`;
}

/** The same with Shift (`⇧⌘L`, `Ctrl+Shift+L`). */
export function shiftShortcutText(key: string): string {
	return apple ? `⇧⌘${key}` : `Ctrl+Shift+${key}`;
}

/** Whether the platform's main modifier, and no other, is held with a key (`KeyboardEvent.code` of a letter: `KeyB`). */
export function isShortcut(event: KeyboardEvent, code: string, shift = false): boolean {
	const main = apple ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey;
	return main && !event.altKey && event.shiftKey === shift && event.code === code;
}

/** The main modifier with Enter, as it is shown (`⌘⏎`, `Ctrl+Enter`). */
export const enterShortcut = apple ? '⌘⏎' : 'Ctrl+Enter';
