import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

/** What can be open over the chat; at most one at a time. */
export type Panel = 'connection' | 'model' | 'operation' | 'parameters' | 'settings';

const panelStore = createStore<{ readonly open: Panel | null }>()(() => ({ open: null }));

/** Opens a panel from anywhere (a chip, a step of an explained failure). */
export function openPanel(panel: Panel): void {
	panelStore.setState({ open: panel });
}

/** Whether a panel is open, and the way to open or close it. */
export function usePanel(panel: Panel): readonly [boolean, (open: boolean) => void] {
	const open = useStore(panelStore, (state) => state.open === panel);
	const set = (next: boolean) => {
		panelStore.setState((state) => ({ open: next ? panel : state.open === panel ? null : state.open }));
	};
	return [open, set];
}
