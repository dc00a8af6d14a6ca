import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { openPanel, openSettings } from '../state/panels.ts';

/** Whose model is chosen in the browser: the open conversation's, or that of new conversations. */
export type BrowseTarget = 'conversation' | 'defaults';

const targetStore = createStore<{ readonly target: BrowseTarget }>()(() => ({ target: 'conversation' }));

/** Opens the model browser. Opened in any other way (`openPanel('models')`) it is for the conversation. */
export function browseModels(target: BrowseTarget): void {
	targetStore.setState({ target });
	openPanel('models');
}

/** For whom the browser is open. */
export function useBrowseTarget(): BrowseTarget {
	return useStore(targetStore, ({ target }) => target);
}

/** Leaves the browser for the settings of the network; who came from the settings is back in them. */
export function leaveForNetwork(): void {
	targetStore.setState({ target: 'conversation' });
	openSettings('network');
}

/** To be called when the browser has closed: who came from the settings goes back to them. */
export function endBrowsing(): void {
	const { target } = targetStore.getState();
	targetStore.setState({ target: 'conversation' });
	if (target === 'defaults') openSettings('defaults');
}
