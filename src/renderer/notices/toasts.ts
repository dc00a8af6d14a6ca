import { Toast } from '@base-ui/react/toast';

/** Short messages that come and go. Anything may add one. */
export const toasts = Toast.createToastManager();

/** What the shown toasts would undo, the latest last. */
const undoable: (() => void)[] = [];

/** Says that something was done, with the way back: its button, or `undoLatest` for as long as the toast is there. */
export function addUndoable(title: string, label: string, undo: () => void): void {
	const forget = () => {
		const at = undoable.indexOf(act);
		if (at >= 0) undoable.splice(at, 1);
	};
	const act = () => {
		toasts.close(id);
		forget();
		undo();
	};
	undoable.push(act);
	const id = toasts.add({ title, actionProps: { children: label, onClick: act }, onClose: forget });
}

/** Undoes what the latest shown toast offers to undo. False where none does. */
export function undoLatest(): boolean {
	const act = undoable.at(-1);
	act?.();
	return act !== undefined;
}
